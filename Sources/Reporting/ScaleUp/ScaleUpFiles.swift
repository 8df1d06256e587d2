import Analysis
import Archive
import Governance

/// `scaleup.csv`: a row a city, a way to choose pilots and a measure.
enum ScaleUpFile {
    static let name = "scaleup.csv"

    static func write(_ report: ScaleUpReport, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("communities,choice,measure,value,lower,upper,unit,share,share_lower,share_upper,replicates\n")
        let unit = Observable.named(report.study.observable)?.unit ?? ""
        for finding in report.findings {
            var rows: [(String, Estimate, RatioOfMeans?)] = [
                ("pilots", finding.pilots, nil), ("city", finding.city, finding.retention),
            ]
            rows += ScaleUpPart.allCases.compactMap { part in
                finding.parts[part].map { (part.rawValue, $0, finding.shares[part]) }
            }
            if let apart = finding.apart { rows.append(("apart", apart, nil)) }
            for (measure, estimate, share) in rows {
                let head = CSV.line([String(finding.size), finding.choice.rawValue, measure])
                let values = numbers(estimate.mean, estimate.interval)
                let shares = numbers(share?.ratio ?? .nan, share?.interval)
                try file.append("\(head),\(values),\(CSV.field(unit)),\(shares),\(estimate.count)\n")
            }
            if let signal = finding.signal {
                let head = CSV.line([String(finding.size), finding.choice.rawValue, "signal"])
                try file.append(
                    "\(head),\(numbers(signal.correlation, signal.interval)),rank correlation,,,,\(signal.count)\n")
            }
        }
        try file.finish()
    }

    static func numbers(_ value: Double, _ interval: ClosedRange<Double>?) -> String {
        [value, interval?.lowerBound ?? .nan, interval?.upperBound ?? .nan].map(CSV.number).joined(separator: ",")
    }
}

/// `trainers.csv`: a row a city and a number of trainers.
enum TrainersFile {
    static let name = "trainers.csv"

    static func write(_ report: ScaleUpReport, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("communities,choice,times,trainers,yuan_a_year,retention,lower,upper\n")
        for curve in report.curves {
            for point in curve.points {
                let head = CSV.line([String(curve.size), curve.choice.rawValue])
                let numbers = [
                    point.growth, point.growth * report.study.trainers, report.study.yuanAYear(times: point.growth),
                ].map(CSV.number).joined(separator: ",")
                let kept = ScaleUpFile.numbers(point.retention?.ratio ?? .nan, point.retention?.interval)
                try file.append("\(head),\(numbers),\(kept)\n")
            }
        }
        try file.finish()
    }
}

extension ScaleUpReport.Study {
    /// What outside organisations cost in a year.
    func yuanAYear(times: Double) -> Double { times * contracts * 12 / 100 }
}
