/// Levers on those who are neither government nor residents: merchants, employers, investors.
extension Institutions {
    /// The council of merchants and residents on a commercial street (Song: Binhe Dongli's 189 merchants).
    public struct MerchantTerms: Sendable, Equatable {
        /// How far the council carries the association, 0 to 1; at 0 there is none.
        public var council = 0.0
    }
}
