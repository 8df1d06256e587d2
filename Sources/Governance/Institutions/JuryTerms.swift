/// Who sits on a jury, from each community (Lu: committee, coordinators, residents).
public struct JuryTerms: Sendable, Equatable {
    /// Committee workers.
    public var committee: Int
    /// Workers of social organisations, if there are any.
    public var coordinators: Int
    /// Residents, where these have a say in what is funded.
    public var residents: Int
    /// Seats of each group on the jury of a street, drawn by lot among those whom the communities send; nil for a seat for
    /// all of them.
    public var quotas: Quotas?

    public init(committee: Int, coordinators: Int, residents: Int, quotas: Quotas? = nil) {
        self.committee = committee
        self.coordinators = coordinators
        self.residents = residents
        self.quotas = quotas
    }

    /// Seats by group; those that a group cannot fill stay empty.
    public struct Quotas: Sendable, Equatable {
        public var committee: Int
        public var coordinators: Int
        public var residents: Int

        public init(committee: Int, coordinators: Int, residents: Int) {
            self.committee = committee
            self.coordinators = coordinators
            self.residents = residents
        }
    }
}
