import Numerics

/// Organisers turn hours into activities and invite residents to them.
///
///     committee hours = free (w_min + (1 - w_min) min(1, orientation + verbal + w_money y / (y + y_money)))
///     free = max(0, (staff - w) h (1 - load) + w h - hours for last month's petitions)
///     activities of a kind = whole part of (hours x share of the mix + hours left over) / h_a
///     seats = min(z_a, m_max N); invitations = m_seat x seats
///
/// w are the workers kept free, h a worker's hours, load the task load after reforms (``TaskLoad``), y the yuan a head
/// that the committee holds this year to dispose of, a the kind of activity. A social organisation brings its hours, a
/// resident organisation h_member for each member at rung 2 or above last month, up to its core team of n_core (less its
/// capture): those who come to a large organisation do not all organise for others, or members would make seats and seats
/// members without end. To the committee's
/// activities a coordinating body adds h_body times its mobilisation, and employers theirs (``WorkUnits``). The share
/// m_ties of invitations goes to last month's participants or one of their ties, so that the convinced have the first
/// seats; by lever, to those most in need of what the activity is about (of m_need residents drawn the neediest), or to
/// nobody in particular. The rest goes to residents at random; who has an invitation already is not invited twice, so
/// that a resident has one offer a month at most. Of an activity that the committee does not back, fewer hear (``Backing``). Providers invite in their order, and kinds within a provider in theirs.
///
/// Reads: committee, presence, organisations, levers, last month's rungs, ties. Writes: activities, offers, hours.
/// Draws: one sequence an activity. Source: Qin (2019) and Song on what organisers do; seats and hours by the design.
enum Mobilisation {
    /// What an activity of a kind takes and gives.
    struct Terms: Sendable, Equatable {
        var hours: Double
        var seats: Double
        var barrier: Double
        /// Chance that someone who attends finds a new tie there.
        var tie: Double
        /// Part of the missing skill that someone who attends learns.
        var skill: Double
    }

    struct Parameters: Sendable, Equatable {
        /// In the order of ``ActivityKind``.
        var activities = [
            Terms(hours: 12, seats: 60, barrier: -0.8, tie: 0.25, skill: 0),
            Terms(hours: 24, seats: 80, barrier: -0.4, tie: 0.20, skill: 0.04),
            Terms(hours: 16, seats: 30, barrier: 0.6, tie: 0.10, skill: 0.06),
            Terms(hours: 10, seats: 40, barrier: 1.3, tie: 0.10, skill: 0.03),
            Terms(hours: 10, seats: 40, barrier: 0, tie: 0.20, skill: 0.01),
        ]
        var perSeat = 3.0
        var alongTies = 0.5
        var seatShare = 0.25
        var willing = 0.4
        var memberHours = 1.0
        var core = 8.0
        var bodyHours = 80.0
        var choosiness = 4.0
        var byMoney = 0.3
        var moneyHalf = 20.0
        var theatreCulture = 0.5

        subscript(kind: ActivityKind) -> Terms {
            get { activities[kind.index] }
            set { activities[kind.index] = newValue }
        }
    }

    /// The most activities that a community can have in a month: offers are bytes, and two values are taken.
    static let mostActivities = 250

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        // From here on residents are looked at out of order, along their ties.
        community.residents.fetchAll()
        let p = month.run.parameters.mobilisation
        let hours = hours(&community, month.run.specification.committees, month.run.parameters)
        community.engagement.activities = plan(&community, hours, p)
        Backing.decide(&community, month)
        if let notes = scratch.notes {
            invite(&community, month, scratch, p, notes)
        } else {
            invite(&community, month, scratch, p, Unnoted())
        }
    }

    /// This month's hours for residents by provider; notes the committee's on the way.
    private static func hours(
        _ community: inout Community, _ terms: CommitteeTerms, _ parameters: Governance.Parameters
    )
        -> [Double]
    {
        let p = parameters.mobilisation
        let levers = community.institutions
        let division = Division(community, terms, parameters)
        community.unrest.hours = division.petitions
        community.committee.freeHours = division.free
        community.committee.residentHours = division.residents
        let active = community.organisations.reduce(0) {
            $0 + min(p.core, Double($1.activeMembers)) * (1 - $1.capture)
        }
        return [
            community.committee.residentHours + p.bodyHours * levers.coordination.mobilisation
                + WorkUnits.hours(community),
            community.presence.hours - community.presence.taken, p.memberHours * active,
        ]
    }

    /// How a committee's hours of a month are divided.
    struct Division {
        /// Share of hours that tasks from above take once reforms have taken effect, and all hours not so taken.
        let load, untasked: Double
        /// Hours that last month's petitions take, that are left, and those of them for residents.
        let petitions, free, residents: Double
        /// Yuan a resident that the committee has to dispose of.
        let held: Double

        init(_ community: borrowing Community, _ terms: CommitteeTerms, _ parameters: Governance.Parameters) {
            let levers = community.institutions
            let kept = min(terms.staff, levers.projectWorkers)
            load = TaskLoad.effective(levers, parameters.taskLoad)
            untasked = ((terms.staff - kept) * (1 - load) + kept) * terms.hours
            petitions = min(untasked, community.unrest.hoursDue)
            free = untasked - petitions
            held = Double(community.held.values.reduce(0, +)) / 100 / Double(community.residents.count)
            residents =
                free
                * willingness(
                    orientation: community.committee.orientation, verbal: levers.support.verbal, held: held,
                    parameters.mobilisation)
        }
    }

    /// Share of its free hours that the committee spends on residents.
    /// - Parameter held: yuan a resident and year that the committee has to dispose of.
    static func willingness(orientation: Double, verbal: Double, held: Double = 0, _ p: Parameters) -> Double {
        p.willing + (1 - p.willing) * min(1, orientation + verbal + p.byMoney * held / (held + p.moneyHalf))
    }

    private static func plan(_ community: inout Community, _ hours: [Double], _ p: Parameters) -> [Activity] {
        var activities: [Activity] = []
        let most = Int(Double(community.residents.count) * p.seatShare)
        for provider in Provider.allCases {
            let mix = community.institutions.engagement[provider]
            for kind in ActivityKind.allCases where mix[kind] > 0 {
                let terms = p[kind]
                let place = provider.index * ActivityKind.count + kind.index
                community.hoursBank[place] += hours[provider.index] * mix[kind]
                let room = mostActivities - activities.count
                let held = min(room, Int(community.hoursBank[place] / terms.hours))
                community.hoursBank[place] -= Double(held) * terms.hours
                let seats = min(Int(terms.seats), most)
                guard seats > 0 else { continue }
                let agenda = agenda(kind, provider, community, p)
                for number in 0..<held {
                    activities.append(
                        Activity(
                            kind: kind, provider: provider, number: number, seats: seats, barrier: Float(terms.barrier),
                            agenda: agenda))
                }
            }
        }
        return activities
    }

    /// What an activity is about: culture; theatre culture in part, for the rest what is thought to be needed; other
    /// kinds the latter alone.
    /// Residents' own organisations know what is needed, and outside ones may have goals of their own.
    private static func agenda(
        _ kind: ActivityKind, _ provider: Provider, _ community: Community, _ p: Parameters
    ) -> SIMD8<Float> {
        let shares =
            switch provider {
            case .residents: community.needs.shares
            case .committee: community.knowledge.shares
            case .socialOrganisation: community.goals(of: community.presence)
            }
        let culture: Float = kind == .culture ? 1 : kind == .theatre ? Float(p.theatreCulture) : 0
        var agenda = SIMD8<Float>()
        for k in 0..<Domain.count { agenda[k] = Float(shares[k]) * (1 - culture) }
        agenda[Domain.culture.index] += culture
        return agenda
    }

    private static func invite(
        _ community: inout Community, _ month: Month, _ scratch: Scratch, _ p: Parameters, _ notes: some ChoiceNotes
    ) {
        let residents = community.residents
        scratch.offer.update(repeating: 0, count: residents.count + 1)
        let participants = scratch.gatherParticipants(residents)
        let (words, offer, invitations) = (scratch.words, scratch.offer, scratch.invitations)
        let stream = month.stream("mobilisation")
        let order = community.institutions.engagement.invitations
        var invited = 0
        for a in community.engagement.activities.indices {
            let activity = community.engagement.activities[a]
            var draws = stream.draws(
                agent: Identity.compose(
                    community.identity, UInt64(activity.provider.index), UInt64(activity.kind.index),
                    UInt64(activity.number)), month: month.number)
            let reached = activity.isBacked ? 1 : month.run.parameters.backing.alone
            let wanted = Int(p.perSeat * Double(activity.seats) * reached)
            let along = order == .alongTies && participants > 0 || order == .byNeed
            let chosen = along ? Int(Double(wanted) * p.alongTies) : 0
            community.engagement.activities[a].firstInvitation = invited
            for first in stride(from: 0, to: wanted, by: Scratch.pairs) {
                let count = min(Scratch.pairs, wanted - first)
                draws.fill(words: words, count: 2 * count)
                for n in 0..<count {
                    // Ties of those ahead are fetched while this one is looked up.
                    let ahead = words[2 &* min(n &+ 8, count &- 1)]
                    if along { prefetch(residents, scratch, participants, ahead) }
                    let (word, other) = (words[2 &* n], words[2 &* n &+ 1])
                    let row =
                        first + n >= chosen
                        ? Uniform.integer(word, below: residents.count)
                        : order == .byNeed
                            ? neediest(residents, activity.agenda, of: Int(p.choosiness), word, other)
                            : known(residents, scratch, participants, word, other)
                    notes.invited(
                        row, to: a,
                        first + n >= chosen
                            ? .atRandom : order == .byNeed ? .byNeed : .through(asker(scratch, participants, word)))
                    // A number, not a branch: who has an invitation already is as good as chance to the processor.
                    let one: UInt8 = offer[row] == 0 ? 1 : 0
                    offer[row] &+= one &* UInt8(truncatingIfNeeded: a &+ 1)
                    invitations[invited] = UInt16(truncatingIfNeeded: row)
                    invited &+= Int(one)
                }
            }
            community.engagement.activities[a].endOfInvitations = invited
        }
        community.engagement.invited = invited
    }

    /// Of so many residents drawn at random (from two words), the one most in need of what is on the agenda.
    private static func neediest(
        _ residents: ResidentBlock, _ agenda: SIMD8<Float>, of tries: Int, _ word: UInt32, _ other: UInt32
    ) -> Int {
        var (best, most) = (0, -Float.infinity)
        var bits = UInt64(word) << 32 | UInt64(other)
        for _ in 0..<tries {
            bits = Identity.mix(bits &+ 1)
            let row = Uniform.integer(UInt32(truncatingIfNeeded: bits >> 32), below: residents.count)
            let need = (residents.need[row] * agenda).treeSum
            if need > most { (best, most) = (row, need) }
        }
        return best
    }

    private static func prefetch(_ residents: ResidentBlock, _ scratch: Scratch, _ participants: Int, _ word: UInt32) {
        guard participants > 0 else { return }
        residents.fetchTies(asker(scratch, participants, word))
    }

    /// The row of one of last month's participants.
    @inline(__always)
    private static func asker(_ scratch: Scratch, _ participants: Int, _ word: UInt32) -> Int {
        Int(scratch.participants[Uniform.integer(word, below: participants)])
    }

    /// One of last month's participants or, as likely as each of them, one of its ties.
    private static func known(
        _ residents: ResidentBlock, _ scratch: Scratch, _ participants: Int, _ word: UInt32, _ other: UInt32
    ) -> Int {
        let row = asker(scratch, participants, word)
        let place = Uniform.integer(other, below: Int(residents.tieCount[row]) + 1)
        let tie = Int(residents.tie[row &* ResidentBlock.tieSlots &+ max(0, place &- 1)])
        return place == 0 ? row : tie
    }
}

extension Mobilisation {
    static let fields: [ParameterField] =
        ActivityKind.allCases.flatMap(terms) + [
            ParameterField(
                "mobilisation.perSeat", "m_seat", "1", 1.8...4.2, .assumed("design: about three; +-40 %"),
                \.mobilisation.perSeat, "invitations for a seat", "每个名额的邀请人数"),
            ParameterField(
                "mobilisation.alongTies", "m_ties", "share", 0.3...0.7, .assumed("+-40 %"), \.mobilisation.alongTies,
                "share of invitations that go along participants' ties", "沿参与者社会关系发出的邀请占比"),
            ParameterField(
                "mobilisation.seatShare", "m_max", "share", 0.15...0.35, .assumed("design: a quarter of the community"),
                \.mobilisation.seatShare, "most seats of an activity as a share of residents", "单次活动名额上限（占居民）"),
            ParameterField(
                "mobilisation.willing", "w_min", "share", 0.24...0.56, .assumed("+-40 %"), \.mobilisation.willing,
                "share of free hours that a committee without orientation spends on residents",
                "无居民取向的居委会用于居民的空闲工时占比"),
            ParameterField(
                "mobilisation.byMoney", "w_money", "share", 0.18...0.42, .assumed("+-40 %"), \.mobilisation.byMoney,
                "willingness that very much money of its own to dispose of gives a committee", "自管资金对居委会意愿的最大提升"),
            ParameterField(
                "mobilisation.moneyHalf", "y_money", "yuan/resident", 12...28, .assumed("+-40 %"),
                \.mobilisation.moneyHalf, "money a resident and year that gives half of it", "达到一半提升的人均年资金"),
            ParameterField(
                "mobilisation.memberHours", "h_member", "hours/month", 0.6...1.4, .assumed("+-40 %"),
                \.mobilisation.memberHours, "hours that an active member gives to its organisation's activities",
                "活跃成员每月投入组织活动的工时"),
            ParameterField(
                "mobilisation.core", "n_core", "residents", 5...11, .assumed("Song tells of core teams; +-40 %"),
                \.mobilisation.core, "members of a resident organisation who organise for others at most",
                "居民组织中组织活动的核心成员上限"),
            ParameterField(
                "mobilisation.bodyHours", "h_body", "hours/month", 48...112, .assumed("half a post; +-40 %"),
                \.mobilisation.bodyHours, "hours that members of a coordinating body can be brought to give",
                "协调机构成员可动员的工时"),
            ParameterField(
                "mobilisation.choosiness", "m_need", "residents", 2...6, .assumed("+-40 %"), \.mobilisation.choosiness,
                "residents looked at for an invitation by need", "按需求邀请时比较的居民数"),
            ParameterField(
                "mobilisation.theatreCulture", "g_theatre", "share", 0.3...0.7, .assumed("half; +-40 %"),
                \.mobilisation.theatreCulture, "share of culture in what theatre is about", "参与式戏剧议题中文化所占比例"),
        ]

    /// 40 % to each side, in thousandths; where that is nothing, a small range, and how far it goes in words.
    private static func range(about value: Double, unit: String) -> (ClosedRange<Double>, String) {
        guard value != 0 else { return unit == "utility" ? (-0.4...0.4, "+-0.4") : (0...0.02, "up to 0.02") }
        let (a, b) = ((600 * value).rounded() / 1000, (1400 * value).rounded() / 1000)
        return (min(a, b)...max(a, b), "+-40 %")
    }

    private static func terms(_ kind: ActivityKind) -> [ParameterField] {
        let terms = Parameters()[kind]
        let (key, en, zh) = ("mobilisation.\(kind.rawValue)", kind.label.en, kind.label.zh)
        func field(
            _ name: String, _ letter: String, _ unit: String, _ value: Double,
            _ path: WritableKeyPath<Governance.Parameters, Double> & Sendable, _ meaning: String, _ meaningZh: String
        ) -> ParameterField {
            let (range, width) = range(about: value, unit: unit)
            return ParameterField(
                "\(key).\(name)", "\(letter)_\(kind.rawValue)", unit, range,
                .assumed("design, after Qin (2019); \(width)"), path, "\(en): \(meaning)", "\(zh)：\(meaningZh)")
        }
        return [
            field(
                "hours", "h", "hours", terms.hours, \.mobilisation[kind].hours, "organisers' hours for one",
                "每次所需组织工时"),
            field("seats", "z", "residents", terms.seats, \.mobilisation[kind].seats, "seats", "名额"),
            field(
                "barrier", "theta", "utility", terms.barrier, \.mobilisation[kind].barrier, "utility needed to come",
                "参加门槛"),
            field(
                "tie", "y", "share", terms.tie, \.mobilisation[kind].tie, "chance of a new tie for one who comes",
                "建立新关系的概率"),
            field(
                "skill", "s", "share", terms.skill, \.mobilisation[kind].skill, "part of missing skill learnt",
                "习得的议事能力比例"),
        ]
    }
}
