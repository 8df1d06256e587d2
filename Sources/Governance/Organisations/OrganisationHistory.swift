/// How many residents' organisations there were in each of the last twelve months, for the share that has survived a
/// year.
struct OrganisationHistory: Sendable, Codable {
    static let months = 12
    /// Counts at the ends of the last months, the newest last; at most one more than ``months``.
    private var counts: [Int] = []

    /// Notes this month's count.
    mutating func note(_ count: Int) {
        counts.append(count)
        if counts.count > Self.months + 1 { counts.removeFirst() }
    }

    /// How many there were a year ago; nil before a year has passed.
    var yearAgo: Int? { counts.count > Self.months ? counts[0] : nil }
}
