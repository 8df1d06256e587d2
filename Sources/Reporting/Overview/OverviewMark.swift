import Analysis

/// How sure it is that a scenario differs from the baseline in one measure, and which way.
enum OverviewMark {
    /// Clear with all differences of the overview taken together (Holm's method).
    case higher, lower
    /// Clear by its own interval only.
    case higherAlone, lowerAlone
    case unclear

    init(_ change: Overview.Change) {
        let difference = change.paired.difference
        if difference.isAboveZero {
            self = change.isClearTogether ? .higher : .higherAlone
        } else if difference.isBelowZero {
            self = change.isClearTogether ? .lower : .lowerAlone
        } else {
            self = .unclear
        }
    }

    /// At most three characters.
    var sign: String {
        switch self {
        case .higher: "+"
        case .lower: "-"
        case .higherAlone: "(+)"
        case .lowerAlone: "(-)"
        case .unclear: ""
        }
    }
}
