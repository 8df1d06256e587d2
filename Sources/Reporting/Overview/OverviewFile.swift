import Analysis
import Archive

/// `overview.csv`: the overview of a comparison, a line for each scenario and measure.
///
/// `month` is the month of the level, or the last of the year that it is of. `p_holm` is the p-value of the difference,
/// adjusted by Holm's method over all differences of the file. Lines of `persistence` tell in `mean`, `lower` and `upper` the
/// share of the gain in `participation.rung2plus` that is left in `month`.
enum OverviewFile {
    static let name = "overview.csv"

    static func write(_ overview: Overview, of series: SeriesTable, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append(
            "scenario,metric,month,mean,lower,upper,difference,difference_lower,difference_upper,p_holm,pairs\n")
        for row in overview.rows {
            let id = series.scenarios[row.scenario].id
            for (place, measure) in overview.measures.enumerated() {
                let change = row.changes.isEmpty ? nil : row.changes[place]
                let (level, difference) = (row.levels[place], change?.paired.difference)
                let numbers = [
                    level.mean, level.interval?.lowerBound, level.interval?.upperBound, difference?.mean,
                    difference?.interval?.lowerBound, difference?.interval?.upperBound, change?.adjusted,
                ]
                let pairs = change.map { String($0.paired.pairs) } ?? ""
                try file.append(
                    "\(CSV.line([id, measure.key])),\(overview.month),\(CSV.numbers(numbers)),\(pairs)\n")
            }
            guard let persistence = row.persistence else { continue }
            let share = persistence.share
            let numbers = [share?.ratio, share?.interval.lowerBound, share?.interval.upperBound]
            try file.append(
                "\(CSV.line([id, "persistence"])),\(overview.end),\(CSV.numbers(numbers)),,,,,"
                    + "\(persistence.gain.pairs)\n")
        }
        try file.finish()
    }
}
