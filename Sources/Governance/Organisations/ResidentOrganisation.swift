/// An organisation of residents, born inside the run (or there from the start), that works for one domain.
public struct ResidentOrganisation: Sendable, Equatable, Codable {
    /// Stands in the membership column; never used twice in a run.
    let slot: UInt16
    /// From community, founder and month of founding: addresses its draws.
    let identity: UInt64
    public let domain: Domain
    /// The month of the run in which it was founded.
    public let founded: UInt32
    /// The leader's row.
    public internal(set) var leader: Int
    /// Rows of all members, the leader among them.
    public internal(set) var members: [UInt16]
    /// Members at rung 2 or higher this month, and all members' hours: after projects, those that projects left.
    public internal(set) var activeMembers = 0
    var hours = 0.0
    /// How far it works for the administration, 0 to 1, and this month's hours for services of the template.
    public internal(set) var capture = 0.0
    var templateHours = 0.0
}
