/// A party to a project: it carries the project out or has a say in it, and cares for some domains more than for others.
enum Partner: Sendable, Equatable {
    /// Who proposed it, or the committee.
    case provider(Provider)
    /// Parties by lever (``Institutions/Parties``).
    case street, property, investor, units

    /// All parties to a project in the community now.
    static func all(of project: Project, _ levers: Institutions.Parties) -> [Partner] {
        var parties = project.partners.map(Partner.provider)
        if levers.street { parties.append(.street) }
        if levers.property { parties.append(.property) }
        if levers.investor { parties.append(.investor) }
        if levers.units { parties.append(.units) }
        return parties
    }

    /// The domain that is a party's own business; nil where it has none.
    var business: Domain? {
        switch self {
        case .property: .facilities
        case .investor: .convenience
        case .units: .safety
        case .provider, .street: nil
        }
    }

    /// What it cares for, as shares of the domains: residents their needs, a committee and an organisation from outside what
    /// they know and what they have taken over of the template, the street the template, the others their own business by
    /// c_biz and for the rest what residents need.
    func priorities(_ community: Community, template: [Double], ownBusiness: Double) -> [Double] {
        if let business {
            return community.needs.shares.enumerated().map { k, share in
                (1 - ownBusiness) * share + (k == business.index ? ownBusiness : 0)
            }
        }
        switch self {
        case .provider(.committee): return community.priorities(ofCommittee: template)
        case .provider(.socialOrganisation):
            return community.priorities(ofOrganisations: template)
        case .street: return template
        default: return community.needs.shares
        }
    }
}
