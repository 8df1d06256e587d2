import Analysis
import Archive

/// `comparison.csv`: paired differences of each scenario from the baseline with 95 % intervals, by observable and month.
///
/// `effect_size` is the mean difference over the standard deviation of differences (Cohen's d_z).
enum ComparisonFile {
    static let name = "comparison.csv"

    static func write(_ contrasts: [PairedContrast], to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("baseline,other,observable,month,difference,lower,upper,effect_size,pairs\n")
        for contrast in contrasts {
            let ids = [contrast.baseline, contrast.other].map { contrast.table.scenarios[$0].id }
            for (place, observable) in contrast.table.observables.enumerated() {
                let key = CSV.line(ids + [observable.key])
                for (month, paired) in contrast.differences(observable: place).enumerated() {
                    let interval = paired.difference.interval
                    let numbers = [
                        paired.difference.mean, interval?.lowerBound, interval?.upperBound, paired.effectSize,
                    ]
                    try file.append("\(key),\(month + 1),\(CSV.numbers(numbers)),\(paired.pairs)\n")
                }
            }
        }
        try file.finish()
    }
}
