import Numerics

/// Ties form where people meet and fade where they do not.
///
///     fading: each tie with hazard d_0, or d_1 if both its ends took part this month
///     meetings in buildings a month = m_0 N, each of a random resident with a random neighbour of the building
///     tries at an activity of kind a: each who attends, with chance y_a, with a random one of those who attend
///
/// In this order. A try makes a tie if the two have none and both have a free slot. For fading, 10 N d_0 / 2 slots of
/// the N x 10 are looked at, each drawn at random, so that a tie (which takes two) is hit at rate d_0 whatever else
/// happens and shared draws stay shared; a hit on a tie of two active residents counts with chance d_1 / d_0.
///
/// Where networks of neighbours are cared for (lever n, 0 to 1), m_0 is (1 + x_meet n) times as large and both hazards
/// are (1 - x_fade n) times as large, in the building and beyond.
///
/// Reads: attendees, buildings, rungs, levers. Writes: ties. Draws: one sequence an activity, two a community. Update: one by
/// one, in order. Source: Feld (1981) on foci of activity; neighbours meet without any (Gehl 1987);
/// Qin (2019) on residents' networks that government and organisations should help along.
enum TieFormation {
    struct Parameters: Sendable, Equatable {
        var meeting = 0.04
        var fading = 0.02
        var fadingActive = 0.008
        var careMeeting = 1.0
        var careFading = 0.5

        /// The same where networks of neighbours are cared for that much, 0 to 1.
        func cared(_ care: Double) -> Self {
            var p = self
            p.meeting *= 1 + careMeeting * care
            p.fading *= 1 - careFading * care
            p.fadingActive *= 1 - careFading * care
            return p
        }
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "tieFormation.meeting", "m_0", "1/month", 0.024...0.056, .estimated("four lasting ties in a building"),
            \.tieFormation.meeting, "meetings of neighbours, per resident", "人均楼内自然结识次数"),
        ParameterField(
            "tieFormation.fading", "d_0", "1/month", 0.012...0.028, .estimated("prototype; +-40 %"),
            \.tieFormation.fading, "hazard of a tie's end", "关系消失的月概率"),
        ParameterField(
            "tieFormation.fadingActive", "d_1", "1/month", 0.0048...0.0112, .estimated("prototype; +-40 %"),
            \.tieFormation.fadingActive, "the same where both take part", "双方均参与时的月概率"),
        ParameterField(
            "tieFormation.careMeeting", "x_meet", "1", 0.6...1.4, .assumed("meetings double at most; +-40 %"),
            \.tieFormation.careMeeting, "what full care for networks adds to neighbours' meetings, in their number",
            "充分培育邻里网络时结识次数的增幅"),
        ParameterField(
            "tieFormation.careFading", "x_fade", "share", 0.3...0.7, .assumed("half of the hazard; +-40 %"),
            \.tieFormation.careFading, "part of the hazard of a tie's end that it takes away", "培育可减少的关系消失概率比例"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters
        let residents = community.residents
        let own = p.tieFormation.cared(community.institutions.neighbourTies)
        fade(
            residents, own, month.stream("ties.fading").draws(agent: community.identity, month: month.number)
        )
        meet(
            community, own,
            month.stream("ties.meeting").draws(agent: community.identity, month: month.number))
        let stream = month.stream("ties.activities")
        for activity in community.engagement.activities where activity.attended > 1 {
            var draws = stream.draws(
                agent: Identity.compose(
                    community.identity, UInt64(activity.provider.index), UInt64(activity.kind.index),
                    UInt64(activity.number)), month: month.number)
            let chance = p.mobilisation[activity.kind].tie
            let rows = scratch.attendees + activity.firstAttendee
            for n in 0..<activity.attended where draws.bernoulli(chance) {
                residents.addTie(Int(rows[n]), Int(rows[draws.integer(below: activity.attended)]))
            }
        }
    }

    static func fade(_ residents: ResidentBlock, _ p: Parameters, _ sequence: Draws) {
        var draws = sequence
        let slots = residents.count * ResidentBlock.tieSlots
        let looks = whole(Double(slots) * p.fading / 2, &draws)
        let thin = p.fading > 0 ? p.fadingActive / p.fading : 1
        for _ in 0..<looks {
            let place = draws.integer(below: slots)
            let word = draws.word()
            let (i, slot) = place.quotientAndRemainder(dividingBy: ResidentBlock.tieSlots)
            guard slot < Int(residents.tieCount[i]) else { continue }
            let bothActive = residents.rung[i] > 0 && residents.rung[Int(residents.tie[place])] > 0
            if !bothActive || Uniform.bernoulli(word, probability: thin) { residents.removeTie(i, slot: slot) }
        }
    }

    private static func meet(_ community: Community, _ p: Parameters, _ sequence: Draws) {
        var draws = sequence
        let residents = community.residents
        let meetings = whole(Double(residents.count) * p.meeting, &draws)
        for _ in 0..<meetings {
            let i = draws.integer(below: residents.count)
            let building = community.building(of: i)
            let j = building.lowerBound + draws.integer(below: building.count)
            residents.addTie(i, j)
        }
    }

    /// A whole number whose mean is `rate`.
    static func whole(_ rate: Double, _ draws: inout Draws) -> Int {
        let below = rate.rounded(.down)
        return Int(below) + (draws.bernoulli(rate - below) ? 1 : 0)
    }
}
