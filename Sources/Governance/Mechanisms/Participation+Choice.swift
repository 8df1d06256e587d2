import Numerics

/// What a resident weighs, term by term: the equations of ``Participation`` for one resident, used by its loops and by
/// those who ask why (``ResidentExplanation``).
extension Participation {
    /// The weights as the loops use them.
    struct Weights {
        let base, spirit, efficacy, neighbours, seasoned, habit, fatigue: Float
        let invited, trust, relevance: Float

        init(_ p: Parameters) {
            (base, spirit, efficacy) = (Float(p.base), Float(p.spirit), Float(p.efficacy))
            (neighbours, seasoned) = (Float(p.neighbours), Float(p.seasoned))
            (habit, fatigue) = (Float(p.habit), Float(p.fatigue))
            (invited, trust, relevance) = (Float(p.invited), Float(p.trust), Float(p.relevance))
        }

        /// What moves a resident whether or not it is invited.
        @inline(__always)
        func motives(
            noise: Float, standing: Float, spirit: Float, efficacy: Float, activeTies: Float, habit: Float,
            fatigue: Float
        ) -> Motives {
            Motives(
                noise: noise, base: base, standing: standing, spirit: self.spirit * spirit,
                efficacy: self.efficacy * efficacy, neighbours: neighbours * activeTies * (1 - seasoned * habit),
                habit: self.habit * habit, fatigue: self.fatigue * fatigue)
        }

        /// What an invitation adds.
        @inline(__always)
        func appeal(trust: Float, relevance: Float) -> Appeal {
            Appeal(invited: invited, trust: self.trust * trust, relevance: self.relevance * relevance)
        }

        /// What its own organisation's work (``Federation/work(of:template:_:)``) adds for a member, who needs no invitation.
        func appeal(of work: SIMD8<Float>, to i: Int, _ residents: ResidentBlock) -> Appeal {
            Appeal(
                invited: 0, trust: trust * residents.trust[i][TrustSubject.neighbours.lane],
                relevance: relevance * Participation.relevance(residents.need[i], work))
        }

        /// What being asked by the unit of one's building adds.
        func appealOfUnit(to i: Int, _ residents: ResidentBlock) -> Appeal {
            let need = NeedGrowth.touchedByIssues.reduce(0) { $0 + residents.need[i][$1.index] }
            return Appeal(
                invited: invited, trust: trust * residents.trust[i][TrustSubject.neighbours.lane],
                relevance: relevance * need / Float(NeedGrowth.touchedByIssues.count))
        }
    }

    /// Terms of utility, in the order in which they are added up; fatigue is taken away.
    struct Motives {
        let noise, base, standing, spirit, efficacy, neighbours, habit, fatigue: Float

        @inline(__always) var sum: Float {
            noise + base + standing + spirit + efficacy + neighbours + habit - fatigue
        }
    }

    /// Terms that an offer adds.
    struct Appeal {
        let invited, trust, relevance: Float

        @inline(__always)
        func added(to utility: Float) -> Float { utility + invited + trust + relevance }
    }

    /// The logistic number of one resident: the one that ``step(_:_:_:)`` draws for all at once.
    static func noise(of row: Int, in community: Community, _ month: Month) -> Float {
        FastMath.logit(
            word: month.stream("participation").word(
                resident: row, community: community.address, month: month.number, draw: 0))
    }

    /// How far an activity of that agenda is about what a resident needs, 0 to 1.
    @inline(__always)
    static func relevance(_ need: SIMD8<Float>, _ agenda: SIMD8<Float>) -> Float { (need * agenda).treeSum }

    /// What utility must reach for the rungs from 2 up.
    struct Thresholds {
        let skill, leadership: Float
        let p: Parameters

        @inline(__always)
        init(_ residents: ResidentBlock, _ i: Int, _ p: Parameters) {
            (skill, leadership, self.p) = (residents.skill[i], residents.leadership[i], p)
        }

        @inline(__always) var deliver: Float { Float(p.deliver) }
        /// Among nobody one knows.
        @inline(__always) var alone: Float { Float(p.decide) - Float(p.decideBySkill) * skill }
        /// Among so many of one's ties.
        @inline(__always)
        func decide(known: Float) -> Float { alone - Float(p.acquaintance) * known / (1 + known) }
        @inline(__always) var organise: Float { Float(p.organise) - Float(p.organiseBySkill) * skill * leadership }
    }

    /// What the community's institutions open this month.
    struct Openings {
        let deliver: Bool
        let decide: Bool
        let organise: Bool

        init(_ community: borrowing Community, _ p: Parameters) {
            let rights = community.institutions.rights
            deliver =
                !community.organisations.isEmpty
                || community.institutions.microGovernance != Institutions.MicroGovernance()
                || rights.deliver && community.projects.contains { $0.state == .running }
            decide = rights.opensDecision
            organise = rights.deliver && decide
        }

        /// The highest rung from 2 up that is open and reached, or 0. How many one knows is counted only where it decides.
        @inline(__always)
        func rung(
            _ utility: Float, _ thresholds: Thresholds, leads: @autoclosure () -> Bool,
            known: @autoclosure () -> Float = 0
        ) -> UInt8 {
            if organise || leads(), utility >= thresholds.organise { return 4 }
            if decide {
                if utility >= thresholds.alone { return 3 }
                let isNear = utility >= thresholds.alone - Float(thresholds.p.acquaintance)
                if isNear, utility >= thresholds.decide(known: known()) { return 3 }
            }
            if deliver, utility >= thresholds.deliver { return 2 }
            return 0
        }
    }
}
