/// Public spirit leans on what those around one do, and on whether taking part means something.
///
///     S_i <- S_i + a_S (x_i - S_i)
///     x_i = S_0 + S_n (share of ties active last month) + S_p (r_i / 4) (S_m + (1 - S_m) heeded)
///           - S_t [r_i >= 3] (1 - heeded) - S_stipend [r_i >= 2] w,  cut to 0...1
///
/// r_i is this month's rung, S_m the meaning that taking part has by itself, w the share of projects' money that is
/// stipends withheld from those who help. Deciding without being heeded is tokenism
/// and lowers spirit.
///
/// Reads: rungs, active ties, experience. Writes: spirit. Draws: none. Update: each resident by itself. Source:
/// Arnstein (1969) on tokenism; Qin (2019) and Zhang (2020) on public spirit as a fruit of practice.
enum PublicSpirit {
    struct Parameters: Sendable, Equatable {
        var pace = 0.03
        var base = 0.3
        var byTies = 0.5
        var byPractice = 0.4
        var meaning = 0.4
        var token = 0.2
        var withheld = 0.2
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "spirit.pace", "a_S", "1/month", 0.018...0.042, .assumed("three years; +-40 %"), \.spirit.pace,
            "pace at which public spirit moves", "公共精神的变化速度"),
        ParameterField(
            "spirit.base", "S_0", "share", 0.18...0.42, .assumed("+-40 %"), \.spirit.base,
            "public spirit without example or practice", "无榜样与实践时的公共精神"),
        ParameterField(
            "spirit.byTies", "S_n", "share", 0.3...0.7, .assumed("+-40 %"), \.spirit.byTies,
            "what active ties add", "活跃社会关系的提升作用"),
        ParameterField(
            "spirit.byPractice", "S_p", "share", 0.24...0.56, .assumed("+-40 %"), \.spirit.byPractice,
            "what taking part at the highest rung adds", "最高层级参与的提升作用"),
        ParameterField(
            "spirit.meaning", "S_m", "share", 0.24...0.56, .assumed("+-40 %"), \.spirit.meaning,
            "part of it that needs no heeding", "无需被采纳即有的意义"),
        ParameterField(
            "spirit.token", "S_t", "share", 0.12...0.28, .assumed("+-40 %"), \.spirit.token,
            "what deciding without being heeded takes away", "形式化参与的损害"),
        ParameterField(
            "spirit.withheld", "S_stipend", "share", 0.12...0.28, .assumed("as token participation; +-40 %"),
            \.spirit.withheld,
            "what helping takes away if all of projects' money is stipends withheld", "扣发志愿者补贴的损害"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.spirit
        let engagement = community.engagement
        advance(
            community.residents, scratch, heeded: community.experience.heeded,
            withheld: engagement.paid > 0 ? engagement.withheld / engagement.paid : 0, p)
    }

    static func advance(
        _ residents: ResidentBlock, _ scratch: Scratch, heeded: Double, withheld: Double = 0, _ p: Parameters
    ) {
        let (pace, base, byTies) = (Float(p.pace), Float(p.base), Float(p.byTies))
        let practice = Float(p.byPractice * (p.meaning + (1 - p.meaning) * heeded) / 4)
        let token = Float(p.token * (1 - heeded))
        let unpaid = Float(p.withheld * withheld)
        let (rung, spirit, activeTies) = (residents.rung, residents.spirit, scratch.activeTies)
        for i in 0..<residents.count {
            let r = rung[i]
            let x = base + byTies * activeTies[i] + practice * Float(r) - (r >= 3 ? token : 0) - (r >= 2 ? unpaid : 0)
            spirit[i] += pace * (max(0, min(1, x)) - spirit[i])
        }
    }
}
