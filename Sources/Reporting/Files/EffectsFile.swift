public import Analysis
public import Archive

/// `effects.csv`: how large differences are and how surely they are known: in the months that stand for the run, and as the area between the curves.
///
/// `lower` and `upper` are Student's, `bootstrap_*` the bootstrap's. `d_z` is the mean difference over the standard deviation of differences,
/// `d_av` over the mean of the two scenarios' own. `replicates_for_tenth` would give an interval of a tenth of the difference to either side.
enum EffectsFile {
    static let name = "effects.csv"

    static func write(_ contrasts: [PairedContrast], to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append(
            "baseline,other,observable,month,baseline_mean,other_mean,difference,lower,upper,bootstrap_lower,bootstrap_upper,"
                + "d_z,d_av,same_sign,pairs,replicates_for_tenth\n")
        var bootstraps: [Int: Bootstrap] = [:]
        for contrast in contrasts {
            let ids = [contrast.baseline, contrast.other].map { contrast.table.scenarios[$0].id }
            for (place, observable) in contrast.table.observables.enumerated() {
                let key = CSV.line(ids + [observable.key])
                for effect in contrast.effects(observable: place, &bootstraps) {
                    let (paired, interval) = (effect.paired, effect.paired.difference.interval)
                    let numbers = [
                        paired.baselineMean, paired.otherMean, paired.difference.mean, interval?.lowerBound,
                        interval?.upperBound, effect.bootstrap?.lowerBound, effect.bootstrap?.upperBound,
                        paired.effectSize,
                        effect.averageEffect, paired.sameSign,
                    ]
                    let month = effect.month.map(String.init) ?? "area"
                    let needed = effect.replicatesForTenth.map(String.init) ?? ""
                    try file.append("\(key),\(month),\(CSV.numbers(numbers)),\(paired.pairs),\(needed)\n")
                }
            }
        }
        try file.finish()
    }
}

/// `precision.csv`: what was asked to be known how precisely, and whether it is.
public enum PrecisionFile {
    public static let name = "precision.csv"

    public static func write(_ standings: [PrecisionStanding], to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("measure,other,asked,difference,lower,upper,pilot,replicates,needed,reached\n")
        for own in standings {
            let words = CSV.line([own.goal.measure.description, own.other])
            let numbers = CSV.numbers([
                own.goal.halfWidth, own.difference, own.interval.lowerBound, own.interval.upperBound,
            ])
            try file.append(
                "\(words),\(numbers),\(own.pilot),\(own.replicates),\(own.needed),\(own.isReached ? "yes" : "no")\n")
        }
        try file.finish()
    }
}
