import Numerics

/// Projects go on: labour turns money into service units, partners get in each other's way, some fail.
///
///     tau = tau_0 (n - 1) g (1 - integration);  g = mean total variation between partners' priorities (1 - A)
///     e = (p + (1 - p) min(1, hours / needed)) / (1 + tau);  needed = planned units x l_unit
///     paid = (grant / months) e, of it delta diverted
///     units = planned (1 - (1 - k_stipend - k_shoddy) delta) e;  quality = the provider's (1 - k_shoddy delta)
///     hazard of failure a month = phi_0 + phi_tau tau + phi_f (1 - feasibility)
///
/// A is the alignment that a coordinating body has reached (``Coordination``); n are all who have a say: the proposer, the
/// committee, and the parties that the institution seats at the table (``Partner``), up to six.
/// e is effort, p the share of labour that a provider buys with the grant (p_res, p_com, p_out). Diverted money is false
/// fees, for which nothing is done, stipends withheld from volunteers, who mind it (``PublicSpirit``), or what shoddy work
/// saves. Hours of residents' projects come from the organisation that proposed them, then from volunteers and from what
/// a coordinating body pools; the committee's from its hours for residents. A project is completed when its grant is
/// spent, or, at the share y_done of its plan or more, T_over months after its term; else it fails. A social
/// organisation's project fails when its organisation goes; while it lasts, the organisation keeps its overhead of what
/// is spent. A captured organisation serves worse, by its capture, and cares for the template by its capture's part.
/// Where the rules say so a project is ended after some months below the share y_lag of what was due. What is left
/// returns to the fund; of a failed project's, only the share that audit can secure.
///
/// Reads: projects, hours, knowledge, levers. Writes: projects, journal, experience. Draws: one number a project and
/// month. Source: Xing (2022) on friction and co-destruction; Song on ending projects that lag half a year.
enum ProjectExecution {
    struct Parameters: Sendable, Equatable {
        var friction = 0.35
        var ownBusiness = 0.6
        var hazard = 0.005
        var hazardByFriction = 0.02
        var hazardByInfeasibility = 0.03
        var hoursPerUnit = 2.0
        var boughtResidents = 0.2
        var boughtCommittee = 0.6
        var boughtOutside = 1.0
        var overtime = 6.0
        var enough = 0.5
        var lag = 0.5
        var shock = 0.3
        var shockFade = 0.1

        func bought(_ provider: Provider) -> Double {
            switch provider {
            case .committee: boughtCommittee
            case .socialOrganisation: boughtOutside
            case .residents: boughtResidents
            }
        }
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.execution
        community.experience.failure *= 1 - p.shockFade
        community.projects.removeAll { $0.state != .running }
        (community.engagement.paid, community.engagement.withheld, community.engagement.projectHours) = (0, 0, 0)
        var pool = Pool(community, month, p)
        for j in community.projects.indices {
            var project = community.projects[j]
            let turn = Turn(project, hours: pool.take(for: project, p), community, month, p)
            if project.provider == .committee { community.engagement.projectHours += turn.hours }
            work(&project, &community, turn, month)
            settle(&project, &community, turn, month, p)
            community.projects[j] = project
        }
        pool.leave(in: &community)
    }

    /// What a project meets with in a month.
    struct Turn {
        /// tau, the hours that it has and that it needs, and e.
        let friction, hours, needed, effort: Double
        /// Whether it fails by itself.
        let failure: Chance

        init(_ project: Project, hours: Double, _ community: Community, _ month: Month, _ p: Parameters) {
            self.hours = hours
            friction = ProjectExecution.friction(project, community, month, p)
            needed = project.plannedUnits * p.hoursPerUnit
            effort = ProjectExecution.effort(
                hours: hours, needed: needed, bought: p.bought(project.provider), tau: friction)
            var draws = month.stream("execution").draws(agent: project.identity, month: month.number)
            failure = Chance(hazard(tau: friction, feasibility: project.feasibility, p), &draws)
        }
    }

    /// Hours that projects can draw on this month.
    struct Pool {
        var volunteers: Double
        var committee: Double
        var organisations: [UInt16: Double]
        /// Hours still needed by residents' projects and by the committee's, to share what is short.
        var neededResidents = 0.0
        var neededCommittee = 0.0

        init(_ community: borrowing Community, _ month: Month, _ p: Parameters) {
            volunteers =
                community.engagement.volunteerHours
                + month.run.parameters.mobilisation.bodyHours * community.institutions.coordination.pooling
            let mix = community.institutions.engagement.committee.total
            committee = community.committee.residentHours * max(0, 1 - mix)
            organisations = Dictionary(community.organisations.map { ($0.slot, $0.hours) }) { first, _ in first }
            for project in community.projects {
                let needed = project.plannedUnits * p.hoursPerUnit
                if project.provider == .residents { neededResidents += needed }
                if project.provider == .committee { neededCommittee += needed }
            }
        }

        /// The project's hours: its organisation's first, then its part of the common ones.
        mutating func take(for project: Project, _ p: Parameters) -> Double {
            let needed = project.plannedUnits * p.hoursPerUnit
            switch project.provider {
            case .socialOrganisation: return needed
            case .committee:
                let part = min(needed, neededCommittee > 0 ? committee * needed / neededCommittee : 0)
                committee -= part
                neededCommittee -= needed
                return part
            case .residents:
                let own = min(needed, organisations[project.proposer.slot] ?? 0)
                organisations[project.proposer.slot]? -= own
                let part = min(needed - own, neededResidents > 0 ? volunteers * needed / neededResidents : 0)
                volunteers -= part
                neededResidents -= needed
                return own + part
            }
        }

        /// What organisations have left goes to their own service.
        func leave(in community: inout Community) {
            for o in community.organisations.indices {
                community.organisations[o].hours = organisations[community.organisations[o].slot] ?? 0
            }
        }
    }

    private static func work(
        _ project: inout Project, _ community: inout Community, _ turn: Turn, _ month: Month
    ) {
        let due = Int64((Double(project.grant) / Double(project.plannedMonths) * turn.effort).rounded())
        let paid = min(project.left, due)
        let diverted = min(paid, Int64((Double(paid) * project.diversion).rounded()))
        project.spent += paid - diverted
        project.spentThisMonth = paid - diverted
        project.friction = turn.friction
        project.diverted += diverted
        buy(project, &community, paid - diverted, month)
        community.pay(Account.project(project.id), Account.diverted, .diversion, diverted)
        let leak = month.run.parameters.audit
        let missing = Double(diverted) * (1 - leak.stipends - leak.shoddy)
        let share = due > 0 ? (Double(paid) - missing) / Double(due) : 0
        project.unitsThisMonth = project.plannedUnits * turn.effort * share
        project.delivered += project.unitsThisMonth
        let shoddy = paid > 0 ? leak.shoddy * Double(diverted) / Double(paid) : 0
        project.quality = quality(of: project.proposer, in: community, month.run.parameters.delivery) * (1 - shoddy)
        community.engagement.paid += Double(paid)
        community.engagement.withheld += leak.stipends * Double(diverted)
    }

    /// Spends a project's money; an outside organisation keeps its overhead.
    private static func buy(_ project: Project, _ community: inout Community, _ fen: Int64, _ month: Month) {
        var kept: Int64 = 0
        if project.provider == .socialOrganisation,
            let organisation = community.presence.organisation(project.proposer.slot)
        {
            kept = Int64((Double(fen) * month.run.parameters.socialOrganisations.overhead).rounded())
            community.pay(Account.project(project.id), Account.organisation(organisation.id), .overhead, kept)
            community.earnings.append(
                Earning(organisation: organisation.place, source: .grant(fund: project.fund), fen: fen))
        }
        community.pay(Account.project(project.id), Account.suppliers, .spending, fen - kept)
    }

    static func effort(hours: Double, needed: Double, bought: Double, tau: Double) -> Double {
        (bought + (1 - bought) * (needed > 0 ? min(1, hours / needed) : 1)) / (1 + tau)
    }

    static func hazard(tau: Double, feasibility: Double, _ p: Parameters) -> Double {
        p.hazard + p.hazardByFriction * tau + p.hazardByInfeasibility * (1 - feasibility)
    }

    /// tau: how far partners hinder each other.
    private static func friction(_ project: Project, _ community: Community, _ month: Month, _ p: Parameters) -> Double
    {
        let parties = Partner.all(of: project, community.institutions.parties)
        guard parties.count > 1 else { return 0 }
        let template = month.run.specification.publicService.template
        let profiles = parties.map { $0.priorities(community, template: template, ownBusiness: p.ownBusiness) }
        var (sum, pairs) = (0.0, 0.0)
        for a in profiles.indices {
            for b in profiles.indices where b > a {
                sum += zip(profiles[a], profiles[b]).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
                pairs += 1
            }
        }
        return p.friction * Double(profiles.count - 1) * (sum / pairs) * (1 - community.alignment)
            * (1 - community.institutions.coordination.integration)
    }

    /// Share of a need that one unit of a project by that proposer meets.
    static func quality(
        of proposer: ProposerKey, in community: Community, _ p: ServiceDelivery.Parameters
    ) -> Double {
        switch proposer.provider {
        case .residents: p.qualityResidents
        case .committee: p.qualityCommittee + (p.qualityOutside - p.qualityCommittee) * community.committee.facilitation
        case .socialOrganisation: p.qualityOutside * community.presence.worth(proposer.slot)
        }
    }

    /// Completes, fails or ends the project, and returns what is left.
    private static func settle(
        _ project: inout Project, _ community: inout Community, _ turn: Turn, _ month: Month, _ p: Parameters
    ) {
        guard let ending = ending(of: project, community, failure: turn.failure, month, p) else { return }
        project.state = ending.state
        close(project, &community, month, p)
    }

    /// Why the project ends after this month's work; nil where it goes on.
    static func ending(
        of project: Project, _ community: Community, failure: Chance, _ month: Month, _ p: Parameters
    ) -> Project.Ending? {
        let age = Int(month.number - project.started) + 1
        let limit = Int(community.institutions.monitoring.terminationMonths)
        if project.left == 0 { return .spent }
        if failure.happens { return .failed }
        if isForsaken(project, community) { return .forsaken }
        if Double(age) >= Double(project.plannedMonths) + p.overtime {
            return project.progress >= p.enough ? .enough : .late
        }
        let isBehind = project.progress < p.lag * min(1, Double(age) / Double(project.plannedMonths))
        return limit > 0 && age >= limit && isBehind ? .terminated : nil
    }

    /// Whether the organisation that ran the project is gone.
    private static func isForsaken(_ project: Project, _ community: Community) -> Bool {
        project.provider == .socialOrganisation && project.proposer.slot > 0
            && community.presence.organisation(project.proposer.slot) == nil
    }

    private static func close(_ project: Project, _ community: inout Community, _ month: Month, _ p: Parameters) {
        let secured = project.state == .failed ? community.institutions.monitoring.audit : 1
        let returned = Int64((Double(project.left) * secured).rounded())
        community.pay(
            Account.project(project.id), project.fund, .refund, returned)
        community.pay(Account.project(project.id), Account.lost, .writtenOff, project.left - returned)
        community.events.end(project.state)
        if project.state == .completed {
            if project.domain.isVisible { community.experience.visibility += project.progress }
        } else {
            community.experience.failure += p.shock * (1 - community.experience.failure)
        }
    }
}

extension ProjectExecution {
    static let fields: [ParameterField] = [
        ParameterField(
            "execution.friction", "tau_0", "1", 0.21...0.49, .estimated("prototype; +-40 %"), \.execution.friction,
            "friction of two partners whose priorities have nothing in common", "优先事项完全不同的两伙伴间的摩擦"),
        ParameterField(
            "execution.ownBusiness", "c_biz", "share", 0.36...0.84,
            .assumed("Xing: each centre has goals of its own; +-40 %"),
            \.execution.ownBusiness, "weight of its own business in what a company or employer wants of a project",
            "企业与驻区单位对自身业务的侧重"),
        ParameterField(
            "execution.hazard", "phi_0", "1/month", 0.003...0.007, .estimated("prototype; +-40 %"), \.execution.hazard,
            "hazard of failure of a sound project", "健全项目的月失败率"),
        ParameterField(
            "execution.hazardByFriction", "phi_tau", "1/month", 0.012...0.028, .estimated("prototype; +-40 %"),
            \.execution.hazardByFriction, "hazard added by friction", "摩擦增加的月失败率"),
        ParameterField(
            "execution.hazardByInfeasibility", "phi_f", "1/month", 0.018...0.042, .estimated("prototype; +-40 %"),
            \.execution.hazardByInfeasibility, "hazard added by lack of feasibility", "可行性不足增加的月失败率"),
        ParameterField(
            "execution.hoursPerUnit", "l_unit", "hours/unit", 1.2...2.8, .assumed("+-40 %"), \.execution.hoursPerUnit,
            "labour of a service unit", "每服务单位所需工时"),
        ParameterField(
            "execution.boughtResidents", "p_res", "share", 0.12...0.28, .assumed("volunteers' work; +-40 %"),
            \.execution.boughtResidents, "share of labour that a residents' team buys", "居民团队购买劳动的比例"),
        ParameterField(
            "execution.boughtCommittee", "p_com", "share", 0.36...0.84, .assumed("+-40 %"), \.execution.boughtCommittee,
            "share of labour that a committee buys", "居委会购买劳动的比例"),
        ParameterField(
            "execution.boughtOutside", "p_out", "share", 0.6...1, .assumed("staff are in its unit cost"),
            \.execution.boughtOutside, "share of labour in a social organisation's price", "社会组织价格所含劳动比例"),
        ParameterField(
            "execution.overtime", "T_over", "months", 3.6...8.4, .assumed("half a year; +-40 %"), \.execution.overtime,
            "months that a project may run over its term", "项目可超期月数"),
        ParameterField(
            "execution.enough", "y_done", "share", 0.3...0.7, .assumed("half; +-40 %"), \.execution.enough,
            "part of its plan at which a project out of time counts as completed", "超期项目算作完成的进度"),
        ParameterField(
            "execution.lag", "y_lag", "share", 0.3...0.7, .assumed("half; +-40 %"), \.execution.lag,
            "part of what was due below which a project lags so far that rules end it", "项目严重滞后的进度比例"),
        ParameterField(
            "execution.shock", "x_failure", "share", 0.18...0.42, .assumed("+-40 %"), \.execution.shock,
            "what a failed project adds to the memory of failure", "失败项目对失败记忆的增量"),
        ParameterField(
            "execution.shockFade", "d_failure", "1/month", 0.06...0.14, .assumed("about ten months; +-40 %"),
            \.execution.shockFade, "fading of that memory", "失败记忆的月衰减率"),
    ]
}
