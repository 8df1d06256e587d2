/// This month's open discontent in a community, and what it costs the committee.
struct Unrest: Sendable, Equatable, Codable {
    /// Petitions to the committee and to government, and protests that block roads; no event is both.
    var petitions = 0
    var protests = 0
    /// Hours that the committee will spend on them next month.
    var hoursDue = 0.0
    /// Hours that it spent this month on those of the last.
    var hours = 0.0
}
