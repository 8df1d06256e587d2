/// A street-level issue that is not resolved yet: litter, a blocked stairway, a broken lamp, a quarrel.
struct Issue: Sendable, Equatable, Codable {
    /// The month in which it arose, and its number among those of the community and month: who it is.
    let arrived: UInt32
    let number: UInt32
    /// Whether it takes more than one department.
    let crossesDepartments: Bool
    /// Whether anybody who could act on it knows of it.
    var isNoticed = false
}

/// A community's open issues, and what its residents have made of order by conventions of their own.
struct IssueBook: Sendable, Codable {
    var open: [Issue] = []
    /// Share of issues that residents' own conventions prevent, 0 to 1.
    var compliance = 0.0
    /// Buildings whose self-governance unit is at work.
    var activeUnits = 0
    /// How much of what is amiss has lately been put right in a month, 0 to 1.
    var response = 0.0
    var month = IssueMonth()
}

/// What happened to issues this month.
struct IssueMonth: Sendable, Equatable, Codable {
    var arrived = 0
    var resolved = 0
    /// Months from arising to being resolved, summed over those resolved.
    var waited = 0
}

extension Community {
    var buildingCount: Int { buildings.count - 1 }

    /// I_c: open issues for each building.
    var issuesPerBuilding: Double { Double(issues.open.count) / Double(max(1, buildingCount)) }
}
