/// Taking part leaves traces: habit, skill and fatigue.
///
///     habit   <- habit + a_h (took part - habit)
///     skill   <- skill - d_skill (skill - s_rest), then + s_p (1 - skill) at rung 3 and above
///     skill   <- skill + s_a (1 - skill) for those who attended an activity of kind a
///     fatigue <- (1 - r_f) fatigue + f_2, f_3 or f_4 by rung, at most 1
///
/// Reads: rungs, attendees. Writes: habit, skill, fatigue. Draws: none. Update: each resident by itself. Source: Lally
/// et al. (2010) on habit as an exponential approach; Song and Qin (2019) on what training and practice teach.
enum Learning {
    struct Parameters: Sendable, Equatable {
        var habit = 0.17
        var practice = 0.03
        var forgetting = 0.006
        var restingSkill = 0.12
        var rest = 0.15
        var tireDeliver = 0.04
        var tireDecide = 0.05
        var tireOrganise = 0.09
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "learning.habit", "a_h", "1/month", 0.09...0.21, .estimated("calibrated to levels; +-40 %"),
            \.learning.habit,
            "pace at which habit follows taking part", "习惯形成速度"),
        ParameterField(
            "learning.practice", "s_p", "share", 0.018...0.042, .assumed("as a meeting teaches; +-40 %"),
            \.learning.practice, "part of missing skill learnt by a month at rung 3 or above", "决策实践每月习得的能力比例"),
        ParameterField(
            "learning.forgetting", "d_skill", "1/month", 0.0036...0.0084, .estimated("prototype; +-40 %"),
            \.learning.forgetting, "decay of skill", "能力的月衰减率"),
        ParameterField(
            "learning.restingSkill", "s_rest", "share", 0.072...0.168, .estimated("prototype; +-40 %"),
            \.learning.restingSkill, "skill without practice", "无实践时的能力水平"),
        ParameterField(
            "learning.rest", "r_f", "1/month", 0.09...0.21, .estimated("prototype; +-40 %"), \.learning.rest,
            "decay of fatigue", "疲劳的月恢复率"),
        ParameterField(
            "learning.tireDeliver", "f_2", "share", 0.024...0.056, .estimated("prototype; +-40 %"),
            \.learning.tireDeliver, "fatigue from a month at rung 2", "第二级每月增加的疲劳"),
        ParameterField(
            "learning.tireDecide", "f_3", "share", 0.03...0.07, .estimated("prototype; +-40 %"),
            \.learning.tireDecide, "fatigue from a month at rung 3", "第三级每月增加的疲劳"),
        ParameterField(
            "learning.tireOrganise", "f_4", "share", 0.054...0.126, .estimated("prototype; +-40 %"),
            \.learning.tireOrganise, "fatigue from a month at rung 4", "第四级每月增加的疲劳"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters
        advance(community.residents, p.learning)
        BallotTraces.learn(community, pace: p.learning.habit, p.ballots)
        for activity in community.engagement.activities {
            let gain = Float(p.mobilisation[activity.kind].skill)
            guard gain > 0 else { continue }
            for n in activity.firstAttendee..<(activity.firstAttendee + activity.attended) {
                let i = Int(scratch.attendees[n])
                community.residents.skill[i] += gain * (1 - community.residents.skill[i])
            }
        }
    }

    static func advance(_ residents: ResidentBlock, _ p: Parameters) {
        let (pace, practice) = (Float(p.habit), Float(p.practice))
        let (forgetting, resting, rest) = (Float(p.forgetting), Float(p.restingSkill), Float(p.rest))
        let (deliver, decide, organise) = (Float(p.tireDeliver), Float(p.tireDecide), Float(p.tireOrganise))
        let (rung, habit, skill, fatigue) = (residents.rung, residents.habit, residents.skill, residents.fatigue)
        for i in 0..<residents.count {
            let r = rung[i]
            habit[i] += pace * ((r > 0 ? 1 : 0) - habit[i])
            let kept = skill[i] - forgetting * (skill[i] - resting)
            skill[i] = kept + (r >= 3 ? practice : 0) * (1 - kept)
            let tired: Float = r == 2 ? deliver : r == 3 ? decide : r == 4 ? organise : 0
            fatigue[i] = min(1, fatigue[i] * (1 - rest) + tired)
        }
    }
}
