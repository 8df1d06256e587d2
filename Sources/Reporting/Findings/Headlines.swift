import Governance

/// The observables that stand first: on the screen, and at the top of the page.
public enum Headlines {
    /// One or two of each theme, in the order in which they are read.
    public static let keys = [
        "participation.rung1plus", "participation.rung3plus", "participation.oldShare", "trust.committee",
        "need.mean", "need.vulnerable", "match", "vulnerableShare", "cost.perNeedMet", "cost.perNeedMetStandard",
        "organisations.members", "committee.orientation",
    ]

    /// The places of the headline observables in a list.
    static func places(in observables: [Observable]) -> [Int] {
        keys.compactMap { key in observables.firstIndex { $0.key == key } }
    }
}
