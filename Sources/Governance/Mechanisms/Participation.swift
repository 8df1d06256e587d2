import Numerics

/// Residents decide how far they take part this month.
///
///     U_i = b_0 + b_s spirit + b_e efficacy + b_n (share of ties active last month) (1 - c_n habit)
///           + b_h habit - b_f fatigue
///           + standing + [party member, called] b_called mobilisation
///           + [invited] (b_r relevance + b_T trust in who organises + b_m) + logistic noise
///     relevance = sum_k n_ik agenda_k;  standing = taste - lasting cost, fixed for life
///     rung = the highest that is open and whose threshold U_i reaches
///     thresholds: 1 theta_a of the activity;  2 theta_2;  3 theta_3 - c_3 skill - c_known k / (1 + k);
///                 4 theta_4 - c_4 skill leadership
///
/// k are the ties of one who attends that were invited to the same activity and have not declined: people deliberate
/// among those they know. Rung 1 is open to the invited; seats go in the order of invitations, and who finds none is
/// turned away. Rungs 2 to 4 are open to those who attend, to members of resident organisations (who need no invitation:
/// relevance is then their need in what the organisation works at (``Federation``), trust that in neighbours), and to
/// those whom the unit of their building asks (``BuildingUnits``: relevance is their mean need in what issues touch, trust
/// that in neighbours): rung 2 where an organisation, a project that residents may deliver, a unit or a watch is at work,
/// rung 3 where the institution opens a decision, rung 4 to leaders, and where residents may both decide and deliver. What
/// others do draws newcomers more than those who have long taken part themselves (c_n): conditional cooperation wears off
/// with repetition. In the well-mixed limit with b_0 and b_n alone this is Brock and Durlauf's binary choice.
///
/// Reads: all attitudes, ties, last month's rungs, offers. Writes: rungs, who attended, volunteers' hours. Draws: one
/// logistic number a resident. Update: all at once, from last month's rungs. Source: Brock and Durlauf (2001) for the
/// choice; Arnstein (1969) and Lu (2020) for the rungs; terms as Qin, Song and Lu tell why people come.
enum Participation {
    struct Parameters: Sendable, Equatable {
        var base = -1.54
        var spirit = 1.29
        var efficacy = 0.8
        var neighbours = 1.15
        var seasoned = 0.55
        var relevance = 0.84
        var trust = 0.91
        var habit = 1.69
        var invited = 0.74
        var fatigue = 1.85
        var deliver = 1.31
        var decide = 2.25
        var decideBySkill = 2.0
        var organise = 4.0
        var organiseBySkill = 3.0
        var acquaintance = 0.4
        var hoursDeliver = 4.0
        var hoursDecide = 6.0
        var hoursOrganise = 10.0
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.participation
        let residents = community.residents
        month.stream("participation").fill(
            logistic: scratch.utility, count: residents.count, community: community.address, month: month.number,
            draw: 0)
        gather(residents, community.farTies, scratch)
        advance(residents, scratch, p)
        Coordination.call(
            residents, mobilisation: community.institutions.coordination.mobilisation, scratch,
            month.run.parameters.coordination)
        let asked = BuildingUnits.asked(community, month)
        residents.rung.update(repeating: 0, count: residents.count)
        let open = Openings(community, p)
        if let notes = scratch.notes {
            notes.unitsAsked = Set(asked)
            attend(&community, open, scratch, p, notes)
        } else {
            attend(&community, open, scratch, p, Unnoted())
        }
        serve(&community, open, month, scratch, p)
        answer(asked, residents, open, scratch, p)
        count(&community, p)
    }

    /// First pass: the share of each resident's ties that took part last month.
    static func gather(_ residents: ResidentBlock, _ farTies: [FarTie], _ scratch: Scratch) {
        let (count, active, share, farCount) = (residents.count, scratch.active, scratch.activeTies, scratch.farCount)
        for i in 0..<count { active[i] = residents.rung[i] > 0 ? 1 : 0 }
        active[count] = 0
        share.update(repeating: 0, count: count)
        farCount.update(repeating: 0, count: count)
        for tie in farTies {
            share[Int(tie.from)] += tie.active
            farCount[Int(tie.from)] += 1
        }
        let (tie, tieCount) = (residents.tie, residents.tieCount)
        for i in 0..<count {
            let slots = tie + i &* ResidentBlock.tieSlots
            var sum = share[i]
            for slot in 0..<ResidentBlock.tieSlots { sum += active[Int(slots[slot])] }
            share[i] = sum / max(1, Float(tieCount[i]) + farCount[i])
        }
    }

    /// Second pass: adds to the noise in `scratch.utility` what does not depend on an offer.
    static func advance(_ residents: ResidentBlock, _ scratch: Scratch, _ p: Parameters) {
        let weights = Weights(p)
        let (utility, activeTies, standing) = (scratch.utility, scratch.activeTies, residents.standing)
        let (spirit, efficacy) = (residents.spirit, residents.efficacy)
        let (habit, fatigue) = (residents.habit, residents.fatigue)
        for i in 0..<residents.count {
            utility[i] =
                weights.motives(
                    noise: utility[i], standing: standing[i], spirit: spirit[i], efficacy: efficacy[i],
                    activeTies: activeTies[i], habit: habit[i], fatigue: fatigue[i]
                ).sum
        }
    }

    /// The invited, activity by activity in the order of invitations.
    private static func attend(
        _ community: inout Community, _ open: Openings, _ scratch: Scratch, _ p: Parameters, _ notes: some ChoiceNotes
    ) {
        let residents = community.residents
        let leaders = community.organisations.map(\.leader)
        let weights = Weights(p)
        scratch.declined.update(repeating: 0, count: residents.count + 1)
        var attendees = 0
        var turnedAway = 0
        for a in community.engagement.activities.indices {
            let activity = community.engagement.activities[a]
            community.engagement.activities[a].firstAttendee = attendees
            let hopeful = sift(activity, scratch, p)
            let willing = ask(activity, hopeful, residents, weights, scratch)
            let seated = min(willing, activity.seats)
            for k in 0..<seated {
                let n = Int(scratch.hopeful[k])
                let i = Int(scratch.invitations[n])
                scratch.attendees[attendees] = UInt16(truncatingIfNeeded: i)
                attendees += 1
                notes.came(i, known: known(to: i, at: a, n, until: activity.endOfInvitations, residents, scratch))
                let rung = open.rung(
                    scratch.invitedUtility[k], Thresholds(residents, i, p),
                    leads: residents.membership[i] != 0 && leaders.contains(i),
                    known: known(to: i, at: a, n, until: activity.endOfInvitations, residents, scratch))
                residents.rung[i] = max(1, rung)
            }
            for k in seated..<willing {
                scratch.offer[Int(scratch.invitations[Int(scratch.hopeful[k])])] = Scratch.turnedAway
            }
            turnedAway += willing - seated
            community.engagement.activities[a].attended = seated
        }
        community.engagement.turnedAway = turnedAway
    }

    /// Lists the places in the order of invitations of those whom full trust and relevance would bring; the others decline.
    /// Returns how many it lists.
    ///
    /// A pass without branches: who would come is as good as chance to the processor.
    private static func sift(_ activity: Activity, _ scratch: Scratch, _ p: Parameters) -> Int {
        let most = Float(p.invited) + Float(p.trust) + Float(p.relevance) + 0.001
        let (invitations, utility, offer) = (scratch.invitations, scratch.utility, scratch.offer)
        let (declined, hopeful) = (scratch.declined, scratch.hopeful)
        var found = 0
        for n in activity.firstInvitation..<activity.endOfInvitations {
            let i = Int(invitations[n])
            let one: UInt16 = utility[i] + most >= activity.barrier ? 1 : 0
            hopeful[found] = UInt16(truncatingIfNeeded: n)
            found &+= Int(one)
            declined[i] = (1 &- one) &* UInt16(truncatingIfNeeded: n)
            offer[i] &*= UInt8(truncatingIfNeeded: one)
        }
        return found
    }

    /// Asks those whom ``sift(_:_:_:)`` left, in the order of invitations; the others decline. Leaves the places of the willing
    /// in `scratch.hopeful`, with their utility beside, and returns how many there are.
    private static func ask(
        _ activity: Activity, _ hopeful: Int, _ residents: ResidentBlock, _ weights: Weights, _ scratch: Scratch
    ) -> Int {
        let trust = UnsafeMutableRawPointer(residents.trust).assumingMemoryBound(to: Float.self)
        let (lane, ahead) = (activity.provider.trustLane, 8)
        var willing = 0
        for k in 0..<hopeful {
            // Invitations jump about in the community: a few ahead are fetched while this one is looked at.
            let next = Int(scratch.hopeful[min(k &+ ahead, hopeful &- 1)])
            residents.fetchInterest(Int(scratch.invitations[next]))
            let n = Int(scratch.hopeful[k])
            let i = Int(scratch.invitations[n])
            let appeal = weights.appeal(
                trust: trust[4 &* i &+ lane], relevance: relevance(residents.need[i], activity.agenda))
            let utility = appeal.added(to: scratch.utility[i])
            // A number, not a branch, as there; places already looked at are written over.
            let one: UInt16 = utility >= activity.barrier ? 1 : 0
            scratch.hopeful[willing] = UInt16(truncatingIfNeeded: n)
            scratch.invitedUtility[willing] = utility
            willing &+= Int(one)
            scratch.declined[i] = (1 &- one) &* UInt16(truncatingIfNeeded: n)
            scratch.offer[i] &*= UInt8(truncatingIfNeeded: one)
        }
        return willing
    }

    /// k: ties of `i` who were invited to activity `a` too and have not declined before place `n`. One who has declined
    /// did so at a place of its own, which may come after `n`.
    @inline(__always)
    private static func known(
        to i: Int, at a: Int, _ n: Int, until end: Int, _ residents: ResidentBlock, _ scratch: Scratch
    ) -> Float {
        let slots = residents.tie + i &* ResidentBlock.tieSlots
        var known: Int32 = 0
        for slot in 0..<ResidentBlock.tieSlots {
            let other = Int(slots[slot])
            let declined = Int(scratch.declined[other])
            known &+= scratch.offer[other] == UInt8(truncatingIfNeeded: a &+ 1) ? 1 : 0
            known &+= declined > n && declined < end ? 1 : 0
        }
        return Float(known)
    }

    /// Members of resident organisations who attended nothing.
    private static func serve(
        _ community: inout Community, _ open: Openings, _ month: Month, _ scratch: Scratch, _ p: Parameters
    ) {
        let residents = community.residents
        let weights = Weights(p)
        for organisation in community.organisations {
            let work = Federation.work(
                of: organisation, template: month.run.specification.publicService.template,
                month.run.parameters.federation)
            for row in organisation.members where residents.rung[Int(row)] == 0 {
                let i = Int(row)
                let utility = weights.appeal(of: work, to: i, residents).added(to: scratch.utility[i])
                residents.rung[i] = open.rung(utility, Thresholds(residents, i, p), leads: organisation.leader == i)
            }
        }
    }

    /// Those whom a unit asked, and who neither attended nor served an organisation.
    private static func answer(
        _ asked: [Int], _ residents: ResidentBlock, _ open: Openings, _ scratch: Scratch, _ p: Parameters
    ) {
        let weights = Weights(p)
        for i in asked where residents.rung[i] == 0 {
            let utility = weights.appealOfUnit(to: i, residents).added(to: scratch.utility[i])
            residents.rung[i] = open.rung(utility, Thresholds(residents, i, p), leads: false)
        }
    }

    /// Counts rungs and hours: members' hours go to their organisation, others' to projects.
    private static func count(_ community: inout Community, _ p: Parameters) {
        let residents = community.residents
        let rungs = rungs(residents)
        community.engagement.rungs = rungs
        var all = 0.0
        for rung in Rung.allCases { all += Double(rungs[rung.rawValue]) * hours(UInt8(rung.rawValue), p) }
        for o in community.organisations.indices {
            var (sum, active) = (0.0, 0)
            for row in community.organisations[o].members {
                let rung = residents.rung[Int(row)]
                sum += hours(rung, p)
                active += rung >= 2 ? 1 : 0
            }
            community.organisations[o].hours = sum
            community.organisations[o].activeMembers = active
            all -= sum
        }
        community.engagement.volunteerHours = all
    }

    /// Residents at each rung.
    private static func rungs(_ residents: ResidentBlock) -> SIMD8<Int32> {
        let rung = residents.rung
        // Four tables in turn, so that a count does not wait for the one before it.
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 32) { counts in
            counts.initialize(repeating: 0)
            for i in 0..<residents.count { counts[(i & 3) &* 8 &+ Int(rung[i])] &+= 1 }
            var sums = SIMD8<Int32>()
            for n in 0..<32 { sums[n & 7] &+= counts[n] }
            return sums
        }
    }

    /// Hours of work a month at a rung.
    static func hours(_ rung: UInt8, _ p: Parameters) -> Double {
        switch rung {
        case 2: p.hoursDeliver
        case 3: p.hoursDecide
        case 4...: p.hoursOrganise
        default: 0
        }
    }
}

extension Participation {
    private static func weight(
        _ name: String, _ symbol: String, _ range: ClosedRange<Double>,
        _ path: WritableKeyPath<Governance.Parameters, Double> & Sendable, _ en: String, _ zh: String,
        from origin: String = "calibrated to levels; range of the design"
    ) -> ParameterField {
        ParameterField(
            "participation.\(name)", symbol, "utility", range, .estimated(origin + ", +-40 %"), path, en, zh)
    }

    private static func hours(
        _ name: String, _ symbol: String, _ range: ClosedRange<Double>,
        _ path: WritableKeyPath<Governance.Parameters, Double> & Sendable, _ en: String, _ zh: String
    ) -> ParameterField {
        ParameterField("participation.\(name)", symbol, "hours/month", range, .assumed("+-40 %"), path, en, zh)
    }

    static let fields: [ParameterField] = [
        weight(
            "base", "b_0", -1.96...(-0.84), \.participation.base, "utility of taking part, all else at zero", "参与的基础效用"),
        weight("spirit", "b_s", 0.72...1.68, \.participation.spirit, "weight of public spirit", "公共精神的权重"),
        weight("efficacy", "b_e", 0.6...1.4, \.participation.efficacy, "weight of efficacy", "效能感的权重"),
        weight(
            "neighbours", "b_n", 0.9...2.1, \.participation.neighbours, "weight of the share of active ties",
            "活跃社会关系占比的权重"),
        ParameterField(
            "participation.seasoned", "c_n", "share", 0.33...0.77,
            .measured("what others' giving adds falls from 54 to 24 in ten periods (Andreozzi et al. 2020)"),
            \.participation.seasoned, "part of the pull of active ties that full habit takes away", "习惯对邻里带动作用的削弱"),
        weight(
            "relevance", "b_r", 0.6...1.4, \.participation.relevance, "weight of relevance to own needs", "与自身需求相关度的权重"),
        weight("trust", "b_T", 0.72...1.68, \.participation.trust, "weight of trust in who organises", "对组织者信任的权重"),
        weight("habit", "b_h", 0.96...2.24, \.participation.habit, "weight of habit", "习惯的权重"),
        weight("invited", "b_m", 0.48...1.12, \.participation.invited, "weight of being asked", "受邀的权重"),
        weight("fatigue", "b_f", 0.9...2.1, \.participation.fatigue, "weight of fatigue", "疲劳的权重"),
        weight("deliver", "theta_2", 0.72...1.68, \.participation.deliver, "threshold of co-delivering", "共同服务的门槛"),
        weight(
            "decide", "theta_3", 1.74...4.06, \.participation.decide, "threshold of co-deciding without skill",
            "无能力时共同决策的门槛"),
        weight(
            "decideBySkill", "c_3", 1.2...2.8, \.participation.decideBySkill, "how far skill lowers it", "能力降低该门槛的程度",
            from: "prototype’s baseline"),
        weight(
            "acquaintance", "c_known", 0.24...0.56, \.participation.acquaintance,
            "how far the company of many acquaintances lowers it", "熟人在场降低该门槛的程度", from: "prototype’s baseline"),
        weight(
            "organise", "theta_4", 2.4...5.6, \.participation.organise, "threshold of organising", "组织的门槛",
            from: "prototype’s baseline"),
        weight(
            "organiseBySkill", "c_4", 1.8...4.2, \.participation.organiseBySkill,
            "how far skill times leadership lowers it", "能力与领导力降低该门槛的程度", from: "prototype’s baseline"),
        hours("hoursDeliver", "h_2", 2.4...5.6, \.participation.hoursDeliver, "work at rung 2", "第二级的月工时"),
        hours("hoursDecide", "h_3", 3.6...8.4, \.participation.hoursDecide, "work at rung 3", "第三级的月工时"),
        hours("hoursOrganise", "h_4", 6...14, \.participation.hoursOrganise, "work at rung 4", "第四级的月工时"),
    ]
}
