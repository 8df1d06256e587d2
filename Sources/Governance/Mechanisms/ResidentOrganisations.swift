import Numerics

/// Residents found organisations of their own, recruit along ties, lose and replace leaders, and give up.
///
///     founding hazard = lambda_f w_r min(c_able, skill x leadership / a_f) (u_0 + cultivation) niche
///     niche = max(0, 1 - organisations / (N / M_org))
///     leader's exit = x_lead + x_tired fatigue
///
/// A founder is at rung 2 or above (w_2, w_3, w_4), belongs to none, and has n_friends ties or more who take part and belong
/// to none; these join. Each member who took part asks a random tie a month, who joins with chance j_tie if it took
/// part; a member leaves with chance l_leave, c_idle times that if it did not. A leader who exits is followed by the member
/// with the most skill times leadership among those who take part; without one the organisation ends, as it does below
/// n_min members. A founder works for the domain in which its own need stands out, drawn in proportion to need ^ c_own.
///
/// Where networks of neighbours are cared for (lever n), members meet those they know the more often for it and ask
/// 1 + x_meet n times a month: the same factor as on chance meetings (``TieFormation``).
///
/// Reads: rungs, ties, skill, leadership, need, fatigue, levers. Writes: organisations, membership. Draws: one word a
/// candidate; one sequence an organisation. Source: Song and Lu (2020) on residents' teams and their leaders; Qin
/// (2019).
enum ResidentOrganisations {
    struct Parameters: Sendable, Equatable {
        var found = 0.04
        var weightDelivers = 0.3
        var weightDecides = 1.0
        var weightOrganises = 1.5
        var able = 0.12
        var ablest = 1.5
        var friends = 2.0
        var focus = 3.0
        var spontaneous = 0.03
        var perOrganisation = 120.0
        var exit = 0.01
        var exitByFatigue = 0.05
        var join = 0.2
        var leave = 0.01
        var leaveIdle = 2.0
        var least = 3.0
        var most = 60.0

        func weight(_ rung: UInt8) -> Double {
            rung == 2 ? weightDelivers : rung == 3 ? weightDecides : weightOrganises
        }
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.organisations
        let residents = community.residents
        let again = month.run.parameters.tieFormation.careMeeting * community.institutions.neighbourTies
        for o in community.organisations.indices {
            turn(&community.organisations[o], residents, again: again, month, p)
        }
        for organisation in community.organisations where organisation.members.count < Int(p.least) {
            for row in organisation.members { community.residents.membership[Int(row)] = 0 }
            community.events.organisationsEnded += 1
        }
        community.organisations.removeAll { $0.members.count < Int(p.least) }
        found(&community, month, scratch, p)
    }

    /// One organisation's month: leader, leavers, recruits. Without a leader its members go.
    private static func turn(
        _ organisation: inout ResidentOrganisation, _ residents: ResidentBlock, again: Double, _ month: Month,
        _ p: Parameters
    ) {
        var draws = draws(of: organisation, month)
        let departures = Departures(from: organisation, residents, &draws, p)
        var kept = departures.kept
        for row in departures.left { residents.membership[Int(row)] = 0 }
        if departures.leaderExit.happens {
            guard let next = successor(kept, residents) else {
                for row in kept { residents.membership[Int(row)] = 0 }
                organisation.members = []
                return
            }
            organisation.leader = next
        }
        recruit(&kept, organisation.slot, residents, &draws, p)
        if again > 0 {
            for _ in 0..<TieFormation.whole(again, &draws) {
                recruit(&kept, organisation.slot, residents, &draws, p)
            }
        }
        organisation.members = kept
    }

    /// An organisation's draws of a month.
    static func draws(of organisation: ResidentOrganisation, _ month: Month) -> Draws {
        month.stream("organisations").draws(agent: organisation.identity, month: month.number)
    }

    /// Whether an organisation's leader gives up in a month, and which members leave and stay.
    struct Departures {
        let leaderExit: Chance
        private(set) var left: [UInt16] = []
        private(set) var kept: [UInt16] = []

        init(
            from organisation: ResidentOrganisation, _ residents: ResidentBlock, _ draws: inout Draws, _ p: Parameters
        ) {
            leaderExit = Chance(p.exit + p.exitByFatigue * Double(residents.fatigue[organisation.leader]), &draws)
            for row in organisation.members {
                let i = Int(row)
                let leaves = draws.bernoulli(p.leave * (residents.rung[i] > 0 ? 1 : p.leaveIdle))
                if i == organisation.leader ? leaderExit.happens : leaves { left.append(row) } else { kept.append(row) }
            }
        }
    }

    /// A resident who moves away leaves its organisation; led by it, the organisation needs a successor or ends.
    static func leave(_ row: Int, _ community: inout Community) {
        let residents = community.residents
        let slot = residents.membership[row]
        guard slot != 0, let o = community.organisations.firstIndex(where: { $0.slot == slot }) else { return }
        residents.membership[row] = 0
        community.organisations[o].members.removeAll { Int($0) == row }
        if residents.rung[row] >= 2 {
            community.organisations[o].activeMembers = max(0, community.organisations[o].activeMembers - 1)
        }
        guard community.organisations[o].leader == row else { return }
        guard let next = successor(community.organisations[o].members, residents) else {
            for member in community.organisations[o].members { residents.membership[Int(member)] = 0 }
            community.organisations.remove(at: o)
            community.events.organisationsEnded += 1
            return
        }
        community.organisations[o].leader = next
    }

    /// Who would follow a leader: of those who take part, the one with the most skill times leadership.
    static func successor(_ members: [UInt16], _ residents: ResidentBlock) -> Int? {
        members.lazy.map { Int($0) }.filter { residents.rung[$0] > 0 }
            .max { ability($0, residents) < ability($1, residents) }
    }

    private static func ability(_ i: Int, _ residents: ResidentBlock) -> Float {
        residents.skill[i] * residents.leadership[i]
    }

    private static func recruit(
        _ members: inout [UInt16], _ slot: UInt16, _ residents: ResidentBlock, _ draws: inout Draws, _ p: Parameters
    ) {
        for row in members where members.count < Int(p.most) {
            let i = Int(row)
            guard residents.rung[i] > 0, residents.tieCount[i] > 0 else { continue }
            let asked = residents.tie[
                i * ResidentBlock.tieSlots + draws.integer(below: Int(residents.tieCount[i]))]
            let joins = draws.bernoulli(p.join)
            guard joins, residents.rung[Int(asked)] > 0, residents.membership[Int(asked)] == 0 else { continue }
            residents.membership[Int(asked)] = slot
            members.append(asked)
        }
    }

    /// Added to each domain's weight, so that one without any need can found too.
    private static let leastWeight = 1e-9

    private static func found(
        _ community: inout Community, _ month: Month, _ scratch: Scratch, _ p: Parameters
    ) {
        let residents = community.residents
        let stream = month.stream("organisations.founding")
        let capacity = Double(residents.count) / p.perOrganisation
        let support = p.spontaneous + community.cultivation
        // What no hazard exceeds: rounding rises with its arguments. Few words are below it, and only those are looked at.
        let weight = max(p.weight(2), p.weight(3), p.weight(4))
        let most = p.found * weight * p.ablest * support
        let words = scratch.words
        stream.fill(
            words: words, count: residents.count, community: community.address, month: month.number, draw: 0)
        for i in 0..<residents.count where Uniform.bernoulli(words[i], probability: most) {
            guard residents.rung[i] >= 2, residents.membership[i] == 0 else { continue }
            let niche = max(0, 1 - Double(community.organisations.count) / capacity)
            let hazard =
                p.found * p.weight(residents.rung[i]) * min(p.ablest, Double(ability(i, residents)) / p.able) * support
                * niche
            guard Uniform.bernoulli(words[i], probability: hazard) else { continue }
            let slots = residents.tie + i * ResidentBlock.tieSlots
            let friends = (0..<Int(residents.tieCount[i])).map { slots[$0] }
                .filter { residents.rung[Int($0)] > 0 && residents.membership[Int($0)] == 0 }
            guard friends.count >= Int(p.friends) else { continue }
            var draws = month.stream("organisations.domain").draws(
                agent: Identity.compose(community.identity, UInt64(i)), month: month.number)
            let weights = (0..<Domain.count).map {
                Proposals.power(Double(residents.need[i][$0]), p.focus) + leastWeight
            }
            community.add(
                founder: i, members: friends, domain: Domain.allCases[draws.categorical(weights)], month: month.number)
            community.events.organisationsFounded += 1
        }
    }
}

extension Community {
    /// Adds an organisation of residents who belong to none.
    mutating func add(founder: Int, members friends: [UInt16], domain: Domain, month: UInt32) {
        let members = [UInt16(truncatingIfNeeded: founder)] + friends
        for row in members { residents.membership[Int(row)] = nextSlot }
        organisations.append(
            ResidentOrganisation(
                slot: nextSlot, identity: Identity.compose(identity, UInt64(founder), UInt64(month)), domain: domain,
                founded: month, leader: founder, members: members))
        nextSlot = nextSlot == .max ? 1 : nextSlot + 1
    }
}

extension ResidentOrganisations {
    static let fields: [ParameterField] = [
        ParameterField(
            "organisations.found", "lambda_f", "1/month", 0.024...0.056, .estimated("prototype; +-40 %"),
            \.organisations.found, "founding hazard of an able resident at rung 3", "第三级有能力居民的创立率"),
        ParameterField(
            "organisations.weightDelivers", "w_2", "1", 0.18...0.42, .assumed("+-40 %"),
            \.organisations.weightDelivers, "its factor at rung 2", "第二级的系数"),
        ParameterField(
            "organisations.weightDecides", "w_3", "1", 0.6...1.4, .assumed("unit"), \.organisations.weightDecides,
            "its factor at rung 3", "第三级的系数"),
        ParameterField(
            "organisations.weightOrganises", "w_4", "1", 0.9...2.1, .assumed("+-40 %"),
            \.organisations.weightOrganises, "its factor at rung 4", "第四级的系数"),
        ParameterField(
            "organisations.able", "a_f", "1", 0.072...0.168, .estimated("prototype; +-40 %"), \.organisations.able,
            "skill times leadership that gives factor 1", "能力×领导力的基准值"),
        ParameterField(
            "organisations.ablest", "c_able", "1", 1...2.1, .assumed("+-40 %"), \.organisations.ablest,
            "factor that ability can reach at most", "能力系数上限"),
        ParameterField(
            "organisations.friends", "n_friends", "residents", 1...3, .assumed("three make an organisation"),
            \.organisations.friends, "participating ties that a founder needs", "创立所需的参与中联系人数"),
        ParameterField(
            "organisations.focus", "c_own", "1", 1.8...4.2, .assumed("as in proposals; +-40 %"), \.organisations.focus,
            "sharpness of a founder's choice of domain by own need", "创立者按自身需求选择领域的集中度"),
        ParameterField(
            "organisations.spontaneous", "u_0", "share", 0.018...0.042, .estimated("prototype; +-40 %"),
            \.organisations.spontaneous, "founding without help, against full cultivation", "无培育时的创立倾向"),
        ParameterField(
            "organisations.perOrganisation", "M_org", "residents", 72...168, .assumed("design: about 120; +-40 %"),
            \.organisations.perOrganisation, "residents that feed one organisation", "支撑一个组织所需居民数"),
        ParameterField(
            "organisations.exit", "x_lead", "1/month", 0.006...0.014, .estimated("prototype; +-40 %"),
            \.organisations.exit, "hazard of a rested leader's exit", "领导者的基础退出率"),
        ParameterField(
            "organisations.exitByFatigue", "x_tired", "1/month", 0.03...0.07, .estimated("prototype; +-40 %"),
            \.organisations.exitByFatigue, "hazard added by full fatigue", "疲劳增加的退出率"),
        ParameterField(
            "organisations.join", "j_tie", "share", 0.12...0.28, .assumed("+-40 %"), \.organisations.join,
            "chance that a participating tie who is asked joins", "被邀请的参与者加入概率"),
        ParameterField(
            "organisations.leave", "l_leave", "1/month", 0.006...0.014, .assumed("+-40 %"), \.organisations.leave,
            "hazard that a participating member leaves", "参与成员的退出率"),
        ParameterField(
            "organisations.leaveIdle", "c_idle", "1", 1.2...2.8, .assumed("twice; +-40 %"), \.organisations.leaveIdle,
            "its factor for members who did not take part", "未参与成员的退出系数"),
        ParameterField(
            "organisations.least", "n_min", "residents", 2...5, .assumed("three make an organisation"),
            \.organisations.least, "members without whom an organisation ends", "组织存续的最少成员数"),
        ParameterField(
            "organisations.most", "n_max", "residents", 36...84, .assumed("+-40 %"), \.organisations.most,
            "members that an organisation can have", "组织成员上限"),
    ]
}
