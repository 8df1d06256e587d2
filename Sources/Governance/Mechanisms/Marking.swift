import Allocation

/// How a voter fills in a ballot from what the proposals it looks at seem worth to it.
///
/// With w_j what proposal j seems worth, the mean of the three criteria as the voter sees them, and w the mean of w_j:
///
///     approval     names j if w_j >= w
///     choose1      names the j with the largest w_j
///     scoring      gives j round(10 min(1, max(0, w_j))) points
///     cumulative   shares out 10 points in proportion to max(0, w_j - w), whole points by largest remainders;
///                  evenly where no proposal stands out
///     ordinal      names all, the largest w_j first
///
/// Voters say what they think; nobody votes tactically. Of equal worth, the one that stands first in the list goes first.
/// Source: the five ballots of participatory budgeting as Pabulib has them (Faliszewski et al. 2023); ten points are
/// assumed, as usual on such ballots.
enum Marking {
    /// Points of a ballot that has points.
    static let points = 10

    /// A proposal by its place in the list, and what it seems worth.
    typealias Seen = (place: Int, worth: Double)

    static func ballot(_ kind: BallotKind, of seen: [Seen]) -> Ballot {
        let mean = seen.reduce(0) { $0 + $1.worth } / Double(max(1, seen.count))
        switch kind {
        case .approval: return Ballot(seen.filter { $0.worth >= mean - 1e-12 }.map(\.place))
        case .chooseOne: return Ballot(ranked(seen).prefix(1).map(\.place))
        case .ordinal: return Ballot(ranked(seen).map(\.place))
        case .scoring: return Ballot(seen.map(\.place), points: seen.map { score($0.worth) })
        case .cumulative: return Ballot(seen.map(\.place), points: share(seen.map { max(0, $0.worth - mean) }))
        }
    }

    private static func ranked(_ seen: [Seen]) -> [Seen] {
        seen.sorted { ($1.worth, $0.place) < ($0.worth, $1.place) }
    }

    static func score(_ worth: Double) -> Int64 { Int64((Double(points) * min(1, max(0, worth))).rounded()) }

    /// The points shared out in proportion to the weights, or evenly where all are 0.
    static func share(_ weights: [Double]) -> [Int64] {
        guard !weights.isEmpty else { return [] }
        let total = weights.reduce(0, +)
        let exact = weights.map { Double(points) * (total > 1e-12 ? $0 / total : 1 / Double(weights.count)) }
        var shared = exact.map { Int64($0) }
        let byRemainder = exact.indices.sorted {
            let (a, b) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
            return a != b ? a > b : $0 < $1
        }
        for place in byRemainder.prefix(points - Int(shared.reduce(0, +))) { shared[place] += 1 }
        return shared
    }
}
