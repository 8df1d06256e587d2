import Numerics

/// Street-level issues arise, are noticed, and are resolved, alone or by departments that are linked.
///
///     arriving ~ Poisson(buildings x lambda (1 - compliance))
///     noticed in a month with d = 1 - (1 - d_grid)(1 - d_watch)(1 - d_resident)
///     resolved in a month, once noticed:
///         within one department  1 - (1 - street)(1 - committee min(1, h / (n hours)))
///         across departments     alone + (linked - alone) linkage
///     compliance <- compliance + pace (conventions x share of buildings with an active unit - compliance)
///
/// d_grid = grid x platform lever; d_watch = watch x watchers lever x s2 / (s2 + watchHalf); d_resident = report +
/// (reportActive - report) s1; s1 and s2 are last month's shares of residents at rung 1+ and 2+, so that watchers watch
/// only as far as there are volunteers. h are last month's free hours of the committee, n the noticed issues within one
/// department. Units are set up in buildings one after another, in an order drawn once, until the lever's share has one;
/// a unit is active while `members` residents of the building or more stand at rung 2+, counted row by row. An issue
/// may be noticed and resolved in the month in which it arises. Units ask their neighbours to help, too (``BuildingUnits``). The community's arrivals are drawn in one: sums of
/// Poisson draws are one. With all chances constant the stock at the month's end settles at arrivals x (1/d + 1/r - 2),
/// each kind by itself. Linkage 0, units 0 and watchers 0 leave all as if they did not exist.
///
/// Reads: rungs of last month, committee, levers. Writes: the community's issues. Draws: one sequence a community and
/// month; two words an open issue and month; one word a building. Source: Zhang (2020), section 4, on four-level
/// linkage, the grid, watchers and building groups with conventions of their own.
enum Issues {
    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.issues
        community.issues.activeUnits = activeUnits(community, month, p)
        let active = Double(community.issues.activeUnits) / Double(max(1, community.buildingCount))
        community.issues.compliance = compliance(community.issues.compliance, active: active, p)
        community.issues.month = IssueMonth()
        arise(&community, month, p)
        let present = community.issues.open.count
        notice(&community, month, p)
        resolve(&community, month, p)
        if present > 0 {
            let share = Double(community.issues.month.resolved) / Double(present)
            community.issues.response += p.memory * (share - community.issues.response)
        }
    }

    private static func arise(_ community: inout Community, _ month: Month, _ p: Parameters) {
        var draws = month.stream("issues.arrivals").draws(agent: community.identity, month: month.number)
        let mean = Double(community.buildingCount) * p.arrival * (1 - community.issues.compliance)
        let count = draws.poisson(mean: mean)
        for number in 0..<count {
            community.issues.open.append(
                Issue(
                    arrived: month.number, number: UInt32(number), crossesDepartments: draws.bernoulli(p.crossing)))
        }
        community.issues.month.arrived = count
    }

    private static func notice(_ community: inout Community, _ month: Month, _ p: Parameters) {
        let chance = noticing(community, p)
        let stream = month.stream("issues.noticing")
        for n in community.issues.open.indices where !community.issues.open[n].isNoticed {
            let identity = identity(of: community.issues.open[n], in: community)
            var draws = stream.draws(agent: identity, month: month.number)
            community.issues.open[n].isNoticed = draws.bernoulli(chance)
        }
    }

    private static func resolve(_ community: inout Community, _ month: Month, _ p: Parameters) {
        let within = community.issues.open.count { $0.isNoticed && !$0.crossesDepartments }
        let chances = (
            within: handled(count: within, hours: community.committee.freeHours, p),
            across: p.alone + (p.linked - p.alone) * community.institutions.linkage
        )
        let stream = month.stream("issues.resolving")
        var left: [Issue] = []
        for issue in community.issues.open {
            var draws = stream.draws(agent: identity(of: issue, in: community), month: month.number)
            if issue.isNoticed, draws.bernoulli(issue.crossesDepartments ? chances.across : chances.within) {
                community.issues.month.resolved += 1
                community.issues.month.waited += Int(month.number - issue.arrived)
            } else {
                left.append(issue)
            }
        }
        community.issues.open = left
    }

    private static func identity(of issue: Issue, in community: Community) -> UInt64 {
        Identity.compose(community.identity, UInt64(issue.arrived), UInt64(issue.number))
    }

    /// d: the chance that an open issue comes to the notice of somebody who could act on it.
    static func noticing(_ community: Community, _ p: Parameters) -> Double {
        let count = community.residents.count
        let levers = community.institutions
        let active = community.engagement.share(from: .attends, of: count)
        let helping = community.engagement.share(from: .delivers, of: count)
        let grid = p.grid * levers.sensing.platform
        let watch = p.watch * levers.microGovernance.watchers * helping / (helping + p.watchHalf)
        let resident = p.report + (p.reportActive - p.report) * active
        return 1 - (1 - grid) * (1 - watch) * (1 - resident)
    }

    /// Chance that one of `count` noticed issues within one department is resolved by the street or the committee.
    static func handled(count: Int, hours: Double, _ p: Parameters) -> Double {
        let reach = count > 0 ? min(1, hours / (Double(count) * p.hours)) : 1
        return 1 - (1 - p.street) * (1 - p.committee * reach)
    }

    static func compliance(_ compliance: Double, active: Double, _ p: Parameters) -> Double {
        compliance + p.pace * (p.conventions * active - compliance)
    }

    /// Buildings that have a unit, and enough residents who do its work.
    private static func activeUnits(_ community: Community, _ month: Month, _ p: Parameters) -> Int {
        BuildingUnits.all(community, month).count { Double($0.helping) >= p.members }
    }
}
