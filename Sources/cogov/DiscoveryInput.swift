import Analysis
import Archive
import Governance
import Numerics
import Scenarios

/// The cases that `discover` looks at, and which of them are of interest.
struct DiscoveryInput {
    var table: CaseTable
    var isOfInterest: [Bool]
    /// What the tree explains: the first thing that the rule measures.
    var values: [Double]
    var measure: String
    var title: Text
    var leftOut = 0

    /// The points of a sweep.
    static func sweep(
        _ folder: String, scenario: String?, against: String?, rule text: String
    ) throws -> DiscoveryInput {
        let archive: Archive
        let contents: ArchiveContents
        let design: DesignInput
        do throws(ArchiveError) {
            archive = try Archive.read(folder)
            contents = try archive.contents()
            guard let found = try archive.design() else {
                throw .foreign(path: folder, reason: "it holds runs without a design; cogov sweep makes such folders")
            }
            design = found
            try archive.check()
        } catch { throw refusal(error.message[tongue]) }
        let chosen = try pick(scenario, "--scenario", contents.scenarios)
        let baseline = try against.map { try pick($0, "--against", contents.scenarios) }
        let rule = try outcome(text, names: archive.observables, hasMonths: true)
        let cases: SweepCases
        do throws(ArchiveError) {
            cases = try SweepCases(
                archive, scenario: chosen, against: baseline,
                measures: rule.measures.map { .init(observable: $0.name, months: $0.months) })
        } catch { throw refusal(error.message[tongue]) }
        let name = chosen + (baseline.map { " - \($0)" } ?? "")
        return try DiscoveryInput(
            cases.table, rule, cases.values, leftOut: cases.leftOut,
            title: Text(en: "\(design.title.en) (\(name))", zh: "\(design.title.zh)（\(name)）"))
    }

    /// The lines of a file: what the rule names was measured, all other columns, or those told, were put in.
    static func table(_ path: String, inputs: [String], rule text: String) throws -> DiscoveryInput {
        let data: DataTable
        do throws(ScenarioFaults) { data = try DataTable.read(path: path) } catch { throw refusal(error) }
        let rule = try outcome(text, names: data.numbers, hasMonths: false)
        for name in inputs { _ = try pick(name, "--input", data.columns.map(\.name)) }
        let measured = Set(rule.measures.map(\.name))
        let used = data.columns.filter { inputs.isEmpty ? !measured.contains($0.name) : inputs.contains($0.name) }
        guard !used.isEmpty else {
            throw refusal(said("\(path): found no column that could be an input.", "\(path)：没有可作为输入的列。"))
        }
        let table = CaseTable(
            used.map { column in
                switch column.values {
                case .numbers(let numbers): CaseTable.Input(id: column.name, values: .numbers(numbers))
                case .words(let words): CaseTable.Input(id: column.name, values: .words(words))
                }
            })
        let columns = rule.measures.map { measure -> [Double] in
            guard case .numbers(let numbers)? = data.columns.first(where: { $0.name == measure.name })?.values else {
                return []
            }
            return numbers
        }
        let values = (0..<data.count).map { row in columns.map { $0[row] } }
        return try DiscoveryInput(table, rule, values, title: Text(en: path, zh: path))
    }

    private init(
        _ table: CaseTable, _ rule: OutcomeRule, _ values: [[Double]], leftOut: Int = 0, title: Text
    ) throws {
        isOfInterest = rule.verdicts(values) { Statistics.quantile($0, at: $1) ?? .nan }
        let place = rule.measures.firstIndex { $0.quantile == nil } ?? 0
        self.values = values.map { $0[place] }
        let (name, months) = (rule.measures[place].name, rule.measures[place].months)
        measure =
            name + (months.map { $0.count == 1 ? " @ \($0.lowerBound)" : " @ \($0.lowerBound)-\($0.upperBound)" } ?? "")
        self.table = table
        self.title = title
        self.leftOut = leftOut
        let own = isOfInterest.count { $0 }
        guard own > 0, own < isOfInterest.count else {
            throw Self.refusal(
                said(
                    "--where: found \(own) of \(isOfInterest.count) cases of interest; expected some, and not all. "
                        + "\(measure) goes from \(range.0) to \(range.1).",
                    "--where：\(isOfInterest.count) 个样本中有 \(own) 个符合条件；应有一部分而非全部。\(measure) 的取值为 \(range.0) 至 \(range.1)。"
                ))
        }
    }

    private var range: (Double, Double) { (values.min() ?? .nan, values.max() ?? .nan) }

    private static func outcome(_ text: String, names: [String], hasMonths: Bool) throws -> OutcomeRule {
        do throws(ScenarioFaults) {
            return try OutcomeRule(text, names: names, hasMonths: hasMonths, option: "--where")
        } catch { throw refusal(error) }
    }

    /// One of the names; the only one where none is told.
    private static func pick(_ name: String?, _ option: String, _ names: [String]) throws -> String {
        if let name {
            if names.contains(name) { return name }
            let near = NearestName.of(name, among: names).map { said(" (did you mean \($0)?)", "（是否想写 \($0)？）") } ?? ""
            let list = names.joined(separator: ", ")
            throw refusal(
                said(
                    "\(option): found \(name); expected one of \(list)\(near).",
                    "\(option)：没有 \(name)；应为 \(list) 之一\(near)。"))
        }
        guard names.count == 1, let only = names.first else {
            let list = names.joined(separator: ", ")
            throw refusal(
                said(
                    "\(option): found none; expected one of \(list), whose runs are looked at.",
                    "\(option)：未给出；应为 \(list) 之一（考察其运行）。"))
        }
        return only
    }

    private static func refusal(_ text: String) -> Ending {
        Terminal.complain(text)
        return .badInput
    }

    private static func refusal(_ faults: ScenarioFaults) -> Ending {
        refusal(faults.faults.map { $0.text[tongue] }.joined(separator: "\n"))
    }
}
