/// What is counted in a month of order in a community: issues, compliance, petitions, and what the district sees.
struct OrderTally: Sendable, Equatable, Codable {
    var buildings = 0
    var open = 0
    var issues = IssueMonth()
    var activeUnits = 0
    var petitions = 0
    var protests = 0
    /// Sums over communities.
    var petitionHours = 0.0
    var compliance = 0.0
    var visibility = 0.0
    var aspiration = 0.0
    var novelty = 0.0

    init() {}

    init(_ community: borrowing Community) {
        buildings = community.buildingCount
        open = community.issues.open.count
        issues = community.issues.month
        activeUnits = community.issues.activeUnits
        compliance = community.issues.compliance
        petitions = community.unrest.petitions
        protests = community.unrest.protests
        petitionHours = community.unrest.hours
        visibility = community.experience.visibility
        aspiration = community.experience.aspiration
        novelty = community.experience.novelty
    }

    mutating func add(_ other: OrderTally) {
        buildings += other.buildings
        open += other.open
        issues.arrived += other.issues.arrived
        issues.resolved += other.issues.resolved
        issues.waited += other.issues.waited
        activeUnits += other.activeUnits
        compliance += other.compliance
        petitions += other.petitions
        protests += other.protests
        petitionHours += other.petitionHours
        visibility += other.visibility
        aspiration += other.aspiration
        novelty += other.novelty
    }
}
