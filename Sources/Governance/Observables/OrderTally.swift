/// What is counted in a month of order in a community: issues and compliance.
struct OrderTally: Sendable, Equatable {
    var buildings = 0
    var open = 0
    var issues = IssueMonth()
    var activeUnits = 0
    /// Sum over communities.
    var compliance = 0.0

    init() {}

    init(_ community: Community) {
        buildings = community.buildingCount
        open = community.issues.open.count
        issues = community.issues.month
        activeUnits = community.issues.activeUnits
        compliance = community.issues.compliance
    }

    mutating func add(_ other: OrderTally) {
        buildings += other.buildings
        open += other.open
        issues.arrived += other.issues.arrived
        issues.resolved += other.issues.resolved
        issues.waited += other.issues.waited
        activeUnits += other.activeUnits
        compliance += other.compliance
    }
}
