/// The sense that what one says changes something moves toward how far residents were heeded.
///
///     asked and granted fade by d_heed a month
///     heeded <- heeded + d_heed (h - heeded);  h = 0 without rights, else granted / asked (1 - failure) F
///     E_i <- E_i + a (x - E_i);  x = E_0 + (1 - E_0) (y + E_2 R (1 - y));  y = E_1 heeded
///     a = a_E3 at rung 3 and 4, a_E2 at rung 2, else a_E0;  those turned away: E_i <- (1 - a_refused) E_i
///
/// asked is money that residents asked for by proposing and by voting (``Review``), and money gone astray that those
/// who assess wanted back (``Audit``); granted what of it came about: one measure for every institution and over all
/// decisions, the latest weighing most. Of what was granted, failure takes a part, and F, the memory of money's fit
/// (``Review``), tells what went where need is. Those
/// who decide see it at once, those who help later, others hardly; a voter on-line in the month of its vote (``BallotTraces``). R is the response to street-level issues: the share of
/// those at hand that a month resolves, as remembered. The two join as chances do, so that x stays within 0...1; where no
/// issue arises x is heeding's alone.
///
/// Reads: rungs, offers, experience, issues, levers. Writes: efficacy, experience. Draws: none. Update: each resident by
/// itself. Source: Song on votes that moved money; Qin (2019) on meetings that led nowhere; Lu (2020) on decision,
/// design and assessment as ways to be heard.
enum Efficacy {
    struct Parameters: Sendable, Equatable {
        var floor = 0.1
        var reach = 0.9
        var deciding = 0.12
        var delivering = 0.048
        var others = 0.01
        var refusal = 0.03
        var memory = 0.15
        var byIssues = 0.2
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "efficacy.floor", "E_0", "share", 0.06...0.14, .estimated("prototype; +-40 %"), \.efficacy.floor,
            "efficacy where nothing is ever heeded", "诉求从未被采纳时的效能感"),
        ParameterField(
            "efficacy.reach", "E_1", "share", 0.54...1, .estimated("prototype; +-40 %"), \.efficacy.reach,
            "how far full heeding brings efficacy toward 1", "完全采纳对效能感的提升"),
        ParameterField(
            "efficacy.deciding", "a_E3", "1/month", 0.072...0.168, .estimated("prototype; +-40 %"), \.efficacy.deciding,
            "pace for those at rung 3 or above", "第三级及以上的调整速度"),
        ParameterField(
            "efficacy.delivering", "a_E2", "1/month", 0.029...0.067, .estimated("prototype; +-40 %"),
            \.efficacy.delivering, "pace for those at rung 2", "第二级的调整速度"),
        ParameterField(
            "efficacy.others", "a_E0", "1/month", 0.006...0.014, .estimated("prototype; +-40 %"), \.efficacy.others,
            "pace for others", "其他居民的调整速度"),
        ParameterField(
            "efficacy.refusal", "a_refused", "share", 0.018...0.042, .assumed("+-40 %"), \.efficacy.refusal,
            "efficacy lost by finding no seat", "未获名额导致的效能感损失"),
        ParameterField(
            "efficacy.memory", "d_heed", "1/month", 0.09...0.21, .assumed("half a year; +-40 %"), \.efficacy.memory,
            "pace at which being heeded is noticed, and older decisions fade", "感知被采纳及淡忘旧决定的速度"),
        ParameterField(
            "efficacy.byIssues", "E_2", "share", 0.12...0.28, .estimated("prototype; +-40 %"), \.efficacy.byIssues,
            "how far a full response to issues brings efficacy toward 1", "问题完全处置对效能感的提升"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.efficacy
        community.experience.heeded += p.memory * (heeding(community) - community.experience.heeded)
        community.experience.voice.fade(p.memory)
        let target = target(heeded: community.experience.heeded, response: community.issues.response, p)
        advance(community.residents, scratch, target: target, p)
        BallotTraces.see(community, target: target, p)
        community.endBallots()
    }

    private static func heeding(_ community: Community) -> Double {
        let experience = community.experience
        guard community.institutions.rights.opensDecision, let came = experience.voice.share else { return 0 }
        return came * (1 - experience.failure) * experience.moneyFit
    }

    static func target(heeded: Double, response: Double, _ p: Parameters) -> Double {
        let byHeeding = p.reach * heeded
        return p.floor + (1 - p.floor) * (byHeeding + p.byIssues * response * (1 - byHeeding))
    }

    static func advance(_ residents: ResidentBlock, _ scratch: Scratch, target: Double, _ p: Parameters) {
        let (target, deciding, delivering) = (Float(target), Float(p.deciding), Float(p.delivering))
        let (others, kept) = (Float(p.others), Float(1 - p.refusal))
        let (rung, efficacy, offer) = (residents.rung, residents.efficacy, scratch.offer)
        for i in 0..<residents.count {
            let pace = rung[i] >= 3 ? deciding : rung[i] == 2 ? delivering : others
            let moved = efficacy[i] + pace * (target - efficacy[i])
            efficacy[i] = moved * (offer[i] == Scratch.turnedAway ? kept : 1)
        }
    }
}
