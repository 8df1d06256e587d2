/// Levers on those who are neither government nor residents: merchants, employers, investors.
extension Institutions {
    /// The council of merchants and residents on a commercial street (Song: Binhe Dongli's 189 merchants).
    public struct MerchantTerms: Sendable, Equatable, Codable {
        /// How far the council carries the association, 0 to 1; at 0 there is none.
        public var council = 0.0
    }

    /// Terms under which a market partner is let in (Xing 2022).
    public struct PartnerTerms: Sendable, Equatable, Codable {
        /// Years for which idle space is handed over; at 0 none is, and no firm comes.
        public var franchise = 0.0
        /// Years of them without rent.
        public var rentFree = 0.0
    }

    /// What employers do for those who belong to them (Zhang 2020); all at 0 once work units are dissolved.
    public struct WorkUnitTerms: Sendable, Equatable, Codable {
        /// Service units a member a month.
        public var services = 0.0
        /// Hours a member a month that employers put into activities.
        public var activities = 0.0
        /// Tries a member a month to tie workmates.
        public var ties = 0.0

        var isActive: Bool { services > 0 || activities > 0 || ties > 0 }
    }
}
