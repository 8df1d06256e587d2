import Numerics

/// Looks at some residents' month: what they are invited to, and how they decide.
final class ResidentWitness: Witness, @unchecked Sendable {
    /// By community.
    private let homes: [String: [World.Home]]
    private var before: [Int: (rung: UInt8, activeTies: Int)] = [:]
    private(set) var explanations: [Int: ResidentExplanation] = [:]

    init(_ homes: [World.Home]) { self.homes = Dictionary(grouping: homes, by: \.community) }

    func before(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        guard let homes = homes[community.id] else { return }
        if step == "Mobilisation" { scratch.notes = MonthNotes() }
        guard step == "Participation" else { return }
        for home in homes {
            before[home.number] = (community.residents.rung[home.row], activeTies(home.row, community))
        }
    }

    func after(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        guard step == "Participation", let homes = homes[community.id], let notes = scratch.notes else { return }
        let arrivals = Turnover.arrivals(in: community, by: month)
        for home in homes {
            guard let before = before[home.number] else { continue }
            let choice = ResidentChoice(home, community, month, scratch, notes)
            explanations[home.number] = choice.explanation(
                before: before.rung, activeTies: before.activeTies,
                since: arrivals[home.row].map { Int($0) - month.run.specification.burnIn })
        }
        scratch.notes = nil
    }

    /// Ties who took part last month.
    private func activeTies(_ row: Int, _ community: Community) -> Int {
        let residents = community.residents
        let slots = residents.tie + row * ResidentBlock.tieSlots
        return (0..<Int(residents.tieCount[row])).count { residents.rung[Int(slots[$0])] > 0 }
            + community.farTies.count { Int($0.from) == row && $0.active > 0 }
    }
}

/// The choice of one resident, right after ``Participation``: put together by the functions that decided it.
struct ResidentChoice {
    let home: World.Home
    let community: Community
    let month: Month
    let scratch: Scratch
    let notes: MonthNotes
    private let p: Participation.Parameters
    private let weights: Participation.Weights

    init(_ home: World.Home, _ community: Community, _ month: Month, _ scratch: Scratch, _ notes: MonthNotes) {
        (self.home, self.community, self.month, self.scratch, self.notes) = (home, community, month, scratch, notes)
        p = month.run.parameters.participation
        weights = Participation.Weights(p)
    }

    private var row: Int { home.row }
    private var residents: ResidentBlock { community.residents }
    private var traits: Traits { Traits(rawValue: residents.traits[row]) }

    /// What moves it without an offer.
    private var motives: Participation.Motives {
        weights.motives(
            noise: Participation.noise(of: row, in: community, month), standing: residents.standing[row],
            spirit: residents.spirit[row], efficacy: residents.efficacy[row], activeTies: scratch.activeTies[row],
            habit: residents.habit[row], fatigue: residents.fatigue[row])
    }

    private var called: Float {
        let mobilisation = community.institutions.coordination.mobilisation
        return traits.isPartyMember && mobilisation > 0
            ? Coordination.pull(mobilisation, month.run.parameters.coordination) : 0
    }

    /// Utility without an offer.
    var utility: Float { motives.sum + called }

    /// What an activity is, or would be, worth to it.
    func appeal(of activity: Activity) -> Participation.Appeal {
        weights.appeal(
            trust: residents.trust[row][activity.provider.trustLane],
            relevance: Participation.relevance(residents.need[row], activity.agenda))
    }

    /// The activity that it was invited to.
    var invitedTo: Activity? { notes.invitations[row].map { community.engagement.activities[$0.activity] } }

    /// What it made of its invitation; nil without one.
    var answer: Answer? {
        guard notes.invitations[row] != nil else { return nil }
        switch scratch.offer[row] {
        case 0: return .declined
        case Scratch.turnedAway: return .turnedAway
        default: return .came
        }
    }

    /// The organisation that it belongs to.
    var organisation: ResidentOrganisation? {
        let slot = residents.membership[row]
        return slot == 0 ? nil : community.organisations.first { $0.slot == slot }
    }

    /// What its organisation's work is worth to it.
    var appealOfWork: Participation.Appeal? {
        organisation.map {
            let work = Federation.work(
                of: $0, template: month.run.specification.publicService.template, month.run.parameters.federation)
            return weights.appeal(of: work, to: row, residents)
        }
    }

    /// What lending its building's unit a hand is worth to it, where it was asked to.
    var appealOfUnit: Participation.Appeal? {
        notes.unitsAsked.contains(row) ? weights.appealOfUnit(to: row, residents) : nil
    }

    /// By what its rung was decided.
    struct Deciding {
        enum Asker { case activity, organisation, unit }

        let asker: Asker
        let utility: Float
        var known: Float = 0
        var leads = false
    }

    /// By what its rung was decided; nil where nobody asked it to anything: the activity that it attended, else its
    /// organisation's work, else, where that moved it to nothing, the unit of its building.
    var deciding: Deciding? {
        if let activity = invitedTo, answer == .came {
            return Deciding(
                asker: .activity, utility: appeal(of: activity).added(to: utility), known: notes.company[row] ?? 0,
                leads: leads)
        }
        if let appealOfWork {
            let own = Deciding(asker: .organisation, utility: appealOfWork.added(to: utility), leads: leads)
            let open = Participation.Openings(community, p)
            let rung = open.rung(own.utility, Participation.Thresholds(residents, row, p), leads: leads)
            if rung > 0 || appealOfUnit == nil { return own }
        }
        return appealOfUnit.map { Deciding(asker: .unit, utility: $0.added(to: utility)) }
    }

    private var leads: Bool { community.organisations.contains { $0.leader == row } }
}

extension ResidentChoice {
    /// - Parameters:
    ///   - before: last month's rung.
    ///   - activeTies: its ties who took part last month.
    ///   - since: the scenario's month in which it moved in.
    func explanation(before: UInt8, activeTies: Int, since: Int?) -> ResidentExplanation {
        let invited = invitedTo
        return ResidentExplanation(
            person: person(activeTies: activeTies, since: since), month: month.of(month.run.specification),
            date: month.date.description, terms: terms, utility: Double(utility), draw: draw,
            activities: activities(invited), membership: membership, unit: unit, rungs: rungs(invited),
            before: Int(before),
            rung: Int(residents.rung[row]))
    }

    private func person(activeTies: Int, since: Int?) -> ResidentExplanation.Person {
        let building = community.buildings.lastIndex { Int($0) <= row } ?? 0
        let cost = Population.cost(traits, month.run.parameters.population)
        let far = community.farTies.count { Int($0.from) == row }
        return ResidentExplanation.Person(
            number: home.number, community: community.id, communityName: community.specification.name,
            building: building + 1, age: traits.age, tenure: traits.tenure, isVulnerable: traits.isVulnerable,
            isPartyMember: traits.isPartyMember, hasChildren: traits.hasChildren,
            since: since, ties: Int(residents.tieCount[row]) + far, activeTies: activeTies,
            skill: Double(residents.skill[row]),
            leadership: Double(residents.leadership[row]), taste: Double(residents.standing[row]) + cost, cost: cost)
    }

    private var draw: ResidentExplanation.Draw {
        let noise = Participation.noise(of: row, in: community, month)
        return ResidentExplanation.Draw(
            stream: "participation", month: Int(month.number), rank: 1 / (1 + Portable.exp(-Double(noise))))
    }

    private var terms: [Term] {
        let motives = motives
        let habit = residents.habit[row]
        let others = scratch.activeTies[row] * (1 - weights.seasoned * habit)
        return [
            Term("noise", motives.noise, "chance of the month", "当月随机因素"),
            Term("base", motives.base, "taking part as such", "参与的基础效用"),
            Term("standing", motives.standing, "lasting taste less lasting cost (age, tenure)", "长期偏好减长期成本（年龄、住房）"),
            Term(
                "spirit", motives.spirit, of: residents.spirit[row], weight: weights.spirit, "public spirit", "公共精神"),
            Term(
                "efficacy", motives.efficacy, of: residents.efficacy[row], weight: weights.efficacy,
                "sense of being heeded (efficacy)", "效能感"),
            Term(
                "neighbours", motives.neighbours, of: others, weight: weights.neighbours,
                "ties who took part last month, less what habit takes of their pull", "上月参与的联系人（扣除习惯的削弱）"),
            Term("habit", motives.habit, of: habit, weight: weights.habit, "habit", "习惯"),
            Term(
                "fatigue", -motives.fatigue, of: residents.fatigue[row], weight: -weights.fatigue, "fatigue", "疲劳"),
            Term("called", called, "called on as a party member", "作为党员被动员"),
        ]
    }

    private func activities(_ invited: Activity?) -> [ResidentExplanation.ActivityWeighed] {
        let held = community.engagement.activities
        var weighed: [ResidentExplanation.ActivityWeighed] = []
        if let invited { weighed.append(self.weighed(invited, invitation(invited))) }
        for provider in Provider.allCases {
            for kind in ActivityKind.allCases where invited.map({ $0.kind != kind || $0.provider != provider }) ?? true
            {
                guard let activity = held.first(where: { $0.kind == kind && $0.provider == provider }) else { continue }
                weighed.append(self.weighed(activity, nil))
            }
        }
        return weighed
    }

    private func weighed(
        _ activity: Activity, _ invitation: ResidentExplanation.Invitation?
    ) -> ResidentExplanation.ActivityWeighed {
        let appeal = appeal(of: activity)
        let subject = activity.provider.label
        return ResidentExplanation.ActivityWeighed(
            kind: activity.kind, provider: activity.provider,
            count: community.engagement.activities.count {
                $0.kind == activity.kind && $0.provider == activity.provider
            }, invitation: invitation,
            terms: [
                Term("invited", appeal.invited, "being asked", "受到邀请"),
                Term(
                    "trust", appeal.trust, of: residents.trust[row][activity.provider.trustLane],
                    weight: weights.trust, "trust in who organises (\(subject.en))", "对组织者的信任（\(subject.zh)）"),
                Term(
                    "relevance", appeal.relevance,
                    of: Participation.relevance(residents.need[row], activity.agenda), weight: weights.relevance,
                    "relevance to own needs", "与自身需求的相关度"),
            ], utility: Double(appeal.added(to: utility)), barrier: Double(activity.barrier))
    }

    private func invitation(_ activity: Activity) -> ResidentExplanation.Invitation? {
        guard let invitation = notes.invitations[row], let answer else { return nil }
        var through: Int?
        if case .through(let other) = invitation.route { through = home.number - row + other }
        let route: ResidentExplanation.Invitation.Route =
            switch invitation.route {
            case .atRandom: .atRandom
            case .byNeed: .byNeed
            case .through: .throughNeighbour
            }
        return ResidentExplanation.Invitation(
            route: route, through: through, place: invitation.place + 1,
            invited: activity.endOfInvitations - activity.firstInvitation, seats: activity.seats,
            seatsLeft: seatsLeft(at: invitation.place, activity), company: Int(notes.company[row] ?? 0),
            isBacked: activity.isBacked, answer: answer)
    }

    /// Seats left when it was the turn of who was invited at that place: those before it who came have theirs.
    private func seatsLeft(at place: Int, _ activity: Activity) -> Int {
        let attended = activity.firstAttendee..<(activity.firstAttendee + activity.attended)
        return activity.seats
            - attended.count { notes.invitations[Int(scratch.attendees[$0])].map { $0.place < place } ?? false }
    }

    private var membership: ResidentExplanation.MembershipWeighed? {
        guard let organisation, let appeal = appealOfWork else { return nil }
        return ResidentExplanation.MembershipWeighed(
            organisation: organisation.name(in: community), domain: organisation.domain,
            leads: organisation.leader == row,
            terms: [
                trustInNeighbours(appeal),
                Term("relevance", appeal.relevance, "relevance of its work to own needs", "其工作与自身需求的相关度"),
            ], utility: Double(appeal.added(to: utility)), decides: deciding?.asker == .organisation)
    }

    private var unit: ResidentExplanation.UnitWeighed? {
        guard let appeal = appealOfUnit else { return nil }
        return ResidentExplanation.UnitWeighed(
            terms: [
                Term("invited", appeal.invited, "being asked", "受到邀请"), trustInNeighbours(appeal),
                Term("relevance", appeal.relevance, "own need in what issues touch", "自身在街面问题所及领域的需求"),
            ], utility: Double(appeal.added(to: utility)), decides: deciding?.asker == .unit)
    }

    private func trustInNeighbours(_ appeal: Participation.Appeal) -> Term {
        Term(
            "trust", appeal.trust, of: residents.trust[row][TrustSubject.neighbours.lane], weight: weights.trust,
            "trust in neighbours", "对邻里的信任")
    }

    private func rungs(_ invited: Activity?) -> [ResidentExplanation.RungWeighed] {
        guard let deciding else { return [] }
        let open = Participation.Openings(community, p)
        let thresholds = Participation.Thresholds(residents, row, p)
        func rung(_ rung: Rung, _ threshold: Float, _ isOpen: Bool) -> ResidentExplanation.RungWeighed {
            ResidentExplanation.RungWeighed(
                rung: rung.rawValue, name: rung.label, threshold: Double(threshold), utility: Double(deciding.utility),
                isOpen: isOpen)
        }
        let first = invited.flatMap { answer == .came ? rung(.attends, $0.barrier, true) : nil }
        return [first].compactMap(\.self) + [
            rung(.delivers, thresholds.deliver, open.deliver),
            rung(.decides, thresholds.decide(known: deciding.known), open.decide),
            rung(.organises, thresholds.organise, open.organise || deciding.leads),
        ]
    }
}

extension Month {
    /// The month of the scenario, from 1; 0 or less in the burn-in.
    func of(_ specification: ScenarioSpecification) -> Int { Int(number) - specification.burnIn }
}

extension ResidentOrganisation {
    /// What it is asked for by: unique in a run.
    func name(in community: Community) -> String { "\(community.id)/organisation-\(slot)" }
}
