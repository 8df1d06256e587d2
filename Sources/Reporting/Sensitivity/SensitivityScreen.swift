import Analysis
import Archive
import Governance

/// The indices of every result as tables for a terminal.
struct SensitivityScreen {
    let report: SensitivityReport
    let language: Language

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    func lines(_ style: ScreenStyle) -> [String] {
        var lines = TextLayout.wrapped(report.title[language], to: style.width).map(style.bold) + [""]
        for part in report.parts {
            lines += TextLayout.wrapped(SensitivityReport.heading(part)[language], to: style.width)
            let forms = [true, false].map { table(part.analysis, intervals: $0) }
            lines += (forms.first { $0.fits(in: style.width, label: 14) } ?? forms[1]).lines(style)
            lines += second(part.analysis, style) + [""]
        }
        return lines + TextLayout.wrapped(SensitivityReport.legend[language], to: style.width)
    }

    private func table(_ analysis: SensitivityAnalysis, intervals: Bool) -> ScreenTable {
        let kinds = analysis.kinds
        let columns = kinds.flatMap { kind -> [String] in
            let hasNoise = analysis.indices(kind).contains { $0.noise != nil }
            let hasInterval = intervals && analysis.indices(kind).contains { $0.interval != nil }
            return [kind.label[language]] + (hasInterval ? [say("95 % interval", "95% 区间")] : [])
                + (hasNoise ? [say("noise", "噪声")] : [])
        }
        let rows = analysis.order.map { input in
            ScreenTable.Row.cells(
                label: analysis.names[input],
                [
                    kinds.flatMap { kind -> [String] in
                        let all = analysis.indices(kind)
                        let own = all[input]
                        let range = own.interval.map {
                            "[\(analysis.text($0.lowerBound)), \(analysis.text($0.upperBound))]"
                        }
                        return [analysis.text(own.value) + (own.isClear == false ? "~" : " ")]
                            + (intervals && all.contains { $0.interval != nil } ? [range ?? "-"] : [])
                            + (all.contains { $0.noise != nil } ? [own.noise.map { analysis.text($0) } ?? "-"] : [])
                    }
                ])
        }
        return ScreenTable(
            labelHeading: say("input", "输入"), columns: columns.map { ScreenTable.Column(heading: $0) }, rows: rows)
    }

    /// The strongest pairs that can be told from noise.
    private func second(_ analysis: SensitivityAnalysis, _ style: ScreenStyle) -> [String] {
        let strongest = analysis.indices(.second)
            .filter { ($0.interval?.lowerBound ?? 0) > 0 && $0.isClear != false }.sorted { $0.value > $1.value }.prefix(
                3)
        guard !strongest.isEmpty else { return [] }
        let told = strongest.map { pair in
            pair.inputs.map { analysis.names[$0] }.joined(separator: " × ") + " " + analysis.text(pair.value)
        }
        return TextLayout.wrapped(
            say("Strongest pairs: \(told.joined(separator: "; "))", "最强的成对作用：\(told.joined(separator: "；"))"),
            to: style.width)
    }
}

/// `sensitivity.csv`: every index with its interval and its noise; `told` says whether it can be told from that.
enum SensitivityFile {
    static let name = "sensitivity.csv"

    static func write(_ parts: [SensitivityReport.Part], to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("scenario,output,method,index,input,input_2,value,lower,upper,noise,told,points,replicates\n")
        for part in parts {
            let analysis = part.analysis
            for index in analysis.indices {
                let inputs = index.inputs.map { analysis.names[$0] } + (index.inputs.count == 1 ? [""] : [])
                let words = CSV.line(
                    [part.scenario, part.output, analysis.method.rawValue, index.kind.rawValue] + inputs)
                let numbers = CSV.numbers([
                    index.value, index.interval?.lowerBound, index.interval?.upperBound, index.noise,
                ])
                let told = index.isClear.map { $0 ? "yes" : "no" } ?? ""
                try file.append("\(words),\(numbers),\(told),\(analysis.points),\(analysis.replicates)\n")
            }
        }
        try file.finish()
    }
}
