/// A social organisation from outside: staff who work in the communities it serves while its contract is paid.
public struct SocialOrganisation: Sendable {
    public let terms: SocialOrganisationTerms
    /// Indices of the communities it serves.
    let communities: [Int]
    public internal(set) var professionalism: Double
    /// Whether it works this month.
    public internal(set) var isPresent = false

    init(terms: SocialOrganisationTerms, communities: [Int]) {
        self.terms = terms
        self.communities = communities
        professionalism = terms.professionalism
    }
}

/// What social organisations bring to a community this month.
struct OrganisationPresence: Sendable {
    var hours = 0.0
    /// Mean over the hours; 0 where there are none.
    var professionalism = 0.0
    var integrity = 0.0
}
