/// An organisation of residents, born inside the run (or there from the start), that works for one domain.
public struct ResidentOrganisation: Sendable, Equatable {
    /// Stands in the membership column; never used twice in a run.
    let slot: UInt16
    public let domain: Domain
    /// The leader's row.
    public internal(set) var leader: Int
    public internal(set) var founded: UInt32
    public internal(set) var members = 0
    /// Members at rung 2 or higher this month.
    public internal(set) var activeMembers = 0
    /// Service units this month, and the share of a need that one meets.
    var unitsThisMonth = 0.0
    var quality = 0.0
}
