import Analysis
import Governance

/// What one observable says about two scenarios: the differences at the summary months, and whether they last.
struct Finding {
    let observable: Observable
    /// The differences at the summary months; the last is the last common month.
    let rows: [Row]
    let lasting: PairedContrast.LastingDifference?

    struct Row {
        let month: Int
        let paired: PairedDifference
    }

    init(_ contrast: PairedContrast, observable place: Int) {
        observable = contrast.table.observables[place]
        let differences = contrast.differences(observable: place)
        rows = summaryMonths(of: contrast.months).map { Row(month: $0, paired: differences[$0 - 1]) }
        lasting = PairedContrast.lastingDifference(in: differences.map(\.difference))
    }

    /// The numbers of both scenarios and their differences, as they are shown together.
    func quantity(in language: Language) -> Quantity {
        Quantity(
            unit: observable.unit, in: language,
            showing: rows.flatMap { [$0.paired.baselineMean, $0.paired.otherMean] },
            steps: rows.compactMap { $0.paired.difference.interval.map { ($0.upperBound - $0.lowerBound) / 2 } })
    }
}

/// Which way a difference points, or that it does not.
enum Verdict {
    case higher, lower, unclear
    /// There is no interval, so nothing can be said.
    case unknown

    init(_ difference: Estimate) {
        if difference.interval == nil {
            self = .unknown
        } else if difference.isAboveZero {
            self = .higher
        } else {
            self = difference.isBelowZero ? .lower : .unclear
        }
    }

    var label: Text {
        switch self {
        case .higher: Text(en: "higher", zh: "更高")
        case .lower: Text(en: "lower", zh: "更低")
        case .unclear: Text(en: "no clear difference", zh: "无明显差异")
        case .unknown: Text(en: "cannot be told", zh: "无法判断")
        }
    }
}
