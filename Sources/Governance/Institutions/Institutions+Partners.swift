extension Institutions {
    /// Who has a say in every project here beside its proposer and the committee (Xing 2022: many centres).
    public struct Parties: Sendable, Equatable, Codable {
        /// The street's departments.
        public var street = false
        /// A property company.
        public var property = false
        /// An investor.
        public var investor = false
        /// Employers and institutions that sit in the community.
        public var units = false
    }

    /// The body that residents' organisations come together in (Lu's federation of J community).
    public struct Federation: Sendable, Equatable, Codable {
        /// How far the committee's staff run it and its organisations, 0 to 1.
        public var byStaff = 0.0
    }
}
