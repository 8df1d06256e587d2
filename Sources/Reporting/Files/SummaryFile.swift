import Analysis
import Archive

/// `summary.csv`: mean, standard deviation and 95 % interval over replicates, by scenario, observable and month.
enum SummaryFile {
    static let name = "summary.csv"

    static func write(_ series: SeriesTable, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("scenario,observable,month,mean,sd,lower,upper,n\n")
        for (scenario, description) in series.scenarios.enumerated() {
            for (place, observable) in series.observables.enumerated() {
                let key = CSV.line([description.id, observable.key])
                for (month, estimate) in series.estimates(scenario: scenario, observable: place).enumerated() {
                    let numbers = [
                        estimate.mean, estimate.standardDeviation, estimate.interval?.lowerBound,
                        estimate.interval?.upperBound,
                    ]
                    try file.append("\(key),\(month + 1),\(CSV.numbers(numbers)),\(estimate.count)\n")
                }
            }
        }
        try file.finish()
    }
}

extension CSV {
    /// Numbers with commas between them; nothing where one is missing or undefined.
    static func numbers(_ values: [Double?]) -> String {
        values.map { number($0 ?? .nan) }.joined(separator: ",")
    }
}
