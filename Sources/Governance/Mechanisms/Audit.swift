import Numerics

/// Those who run a project may divert money; audit, assessors and penalties make it rarer and find some of it.
///
///     detection = 1 - (1 - audit a_audit)(1 - assessors a_assess), times a_same if judge and doer are the same
///     delta = (1 - integrity)(1 - detection (x_words + (1 - x_words) penalty))
///
/// delta is fixed when the grant is made, from the rules then in force. When a project ends, diverted money is found
/// with chance `detection` of the rules in force by then. How serious it is goes with the part of the money that went astray:
///
///     s = min(1, diverted / (spent + diverted) / h_case);  memory of scandal + x_scandal s (1 - memory)
///
/// Where the judge also runs projects, the rest of what audit and assessors come upon is not pursued. What audit saw stays
/// in the books; but residents who assess have seen it for themselves:
///
///     hushed up, of what was diverted: assessors a_assess (1 - a_same) if judge and doer are the same, else 0
///
/// Such a case is told like one that was found, and nothing comes back. If there is a penalty at all, that share of the
/// money found is taken back into the fund, and the proposer is barred for T_bar months with chance s: books in which a
/// few yuan are wrong are put right, no more. Residents who have the right to assess ask for what was seen, and see what
/// came back (``Efficacy``).
///
/// Reads: ended projects, levers. Writes: journal, bars, experience. Draws: two numbers an ended project. Source: Qin
/// (2019) on false fees, withheld stipends and shoddy work, and on supervision; Song on the "referee" kept apart, and on the
/// awkward place of a government that judges its own service.
enum Audit {
    struct Parameters: Sendable, Equatable {
        var byAudit = 0.8
        var byAssessors = 0.5
        var unseparated = 0.5
        var words = 0.5
        var integrityCommittee = 0.9
        var integrityResidents = 0.95
        var integrityHolder = 1.0
        var stipends = 0.3
        var shoddy = 0.3
        var serious = 0.1
        var barred = 24.0
        var shock = 0.4
        var shockFade = 0.05
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "audit.byAudit", "a_audit", "share", 0.48...1, .assumed("+-40 %"), \.audit.byAudit,
            "chance that an audit finds what is missing", "审计发现问题的概率"),
        ParameterField(
            "audit.byAssessors", "a_assess", "share", 0.3...0.7, .assumed("+-40 %"), \.audit.byAssessors,
            "chance that residents who assess find it", "居民评估发现问题的概率"),
        ParameterField(
            "audit.unseparated", "a_same", "share", 0.3...0.7, .assumed("+-40 %"), \.audit.unseparated,
            "part of detection left where the judge also runs projects", "裁判与运动员不分时的发现率折扣"),
        ParameterField(
            "audit.words", "x_words", "share", 0.3...0.7, .assumed("+-40 %"), \.audit.words,
            "deterrence by detection alone, without penalty", "无处罚时仅靠发现的威慑"),
        ParameterField(
            "audit.integrityCommittee", "i_com", "share", 0.8...1, .assumed("none of the sources measured it"),
            \.audit.integrityCommittee, "integrity of committees", "居委会的廉洁度"),
        ParameterField(
            "audit.integrityResidents", "i_res", "share", 0.8...1, .assumed("none of the sources measured it"),
            \.audit.integrityResidents, "integrity of residents' teams", "居民团队的廉洁度"),
        ParameterField(
            "audit.integrityHolder", "i_hold", "share", 0.8...1,
            .assumed("no source tells of holders; then none is added"),
            \.audit.integrityHolder, "integrity of a street, committee or foundation that holds money for others",
            "代管资金方的廉洁度"),
        ParameterField(
            "audit.stipends", "k_stipend", "share", 0.18...0.42,
            .assumed("of three kinds that Qin names, a third each"),
            \.audit.stipends, "share of diverted money that is volunteers' stipends withheld", "挪用中扣发志愿者补贴的份额"),
        ParameterField(
            "audit.shoddy", "k_shoddy", "share", 0.18...0.42, .assumed("of three kinds that Qin names, a third each"),
            \.audit.shoddy, "share of diverted money that shoddy work saves", "挪用中偷工减料的份额"),
        ParameterField(
            "audit.serious", "h_case", "share", 0.06...0.14, .assumed("a tenth of the money; +-40 %"), \.audit.serious,
            "part of a project's money astray that makes a case as serious as can be", "被视为最严重案件的挪用比例"),
        ParameterField(
            "audit.barred", "T_bar", "months", 12...36, .assumed("two review cycles"), \.audit.barred,
            "months for which a culprit is barred", "违规者取消资格月数"),
        ParameterField(
            "audit.shock", "x_scandal", "share", 0.24...0.56, .assumed("+-40 %"), \.audit.shock,
            "what a case adds to the memory of scandal", "一起案件对丑闻记忆的增量"),
        ParameterField(
            "audit.shockFade", "d_scandal", "1/month", 0.03...0.07, .assumed("+-40 %"), \.audit.shockFade,
            "fading of that memory", "丑闻记忆的月衰减率"),
    ]

    /// Integrity of those through whose hands a grant goes: who runs the project and, if it is another, who held the money.
    static func integrity(
        of proposer: ProposerKey, fund holder: FundLine.Holder, in community: Community, _ p: Parameters
    ) -> Double {
        let own = integrity(of: proposer, in: community, p)
        switch (holder, proposer.provider) {
        case (.committee, .committee), (.socialOrganisation, .socialOrganisation): return own
        case (.socialOrganisation, _):
            return community.presence.hours > 0 ? own * community.presence.integrity : own
        case (.street, _), (.committee, _), (.foundation, _): return own * p.integrityHolder
        }
    }

    static func integrity(of proposer: ProposerKey, in community: Community, _ p: Parameters) -> Double {
        switch proposer.provider {
        case .committee: p.integrityCommittee
        case .socialOrganisation: community.presence.integrity(proposer.slot)
        case .residents: p.integrityResidents
        }
    }

    static func detection(_ levers: Institutions.Monitoring, _ p: Parameters) -> Double {
        (1 - (1 - levers.audit * p.byAudit) * (1 - levers.assessors * p.byAssessors))
            * (levers.separation ? 1 : p.unseparated)
    }

    /// Chance that residents who assess have seen what was diverted, and the judge lets it rest.
    static func hush(_ levers: Institutions.Monitoring, _ p: Parameters) -> Double {
        levers.separation ? 0 : levers.assessors * p.byAssessors * (1 - p.unseparated)
    }

    /// delta: the share of a grant that is diverted.
    static func diversion(integrity: Double, _ levers: Institutions.Monitoring, _ p: Parameters) -> Double {
        (1 - integrity) * (1 - detection(levers, p) * (p.words + (1 - p.words) * levers.penalty))
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.audit
        community.experience.scandal *= 1 - p.shockFade
        community.experience.organisationScandal *= 1 - p.shockFade
        let levers = community.institutions.monitoring
        let (found, hushed) = (detection(levers, p), hush(levers, p))
        for project in community.projects where project.state != .running && project.diverted > 0 {
            var finding = Finding(project, found: found, hushed: hushed, month)
            guard finding.told.happens else { continue }
            let severity = severity(diverted: project.diverted, of: project.spent + project.diverted, p)
            let shock = p.shock * severity
            community.experience.scandal += shock * (1 - community.experience.scandal)
            if project.provider == .socialOrganisation {
                community.experience.organisationScandal += shock * (1 - community.experience.organisationScandal)
            }
            let isPursued = finding.pursued.happens
            let back = isPursued ? Int64((Double(project.diverted) * levers.penalty).rounded()) : 0
            if community.institutions.rights.assess {
                community.experience.voice.ask(Double(project.diverted), granted: Double(back))
            }
            guard isPursued, levers.penalty > 0 else { continue }
            community.pay(Account.diverted, project.fund, .clawback, back)
            guard finding.draws.bernoulli(severity) else { continue }
            community.barredUntil[project.proposer] = month.number + UInt32(p.barred)
        }
    }

    /// What comes to light of an ended project's diverted money.
    struct Finding {
        /// Whether anybody tells of it, and whether it is pursued: by one number.
        let told, pursued: Chance
        /// Those that follow.
        var draws: Draws

        init(_ project: Project, found: Double, hushed: Double, _ month: Month) {
            draws = month.stream("audit").draws(agent: project.identity, month: month.number)
            let word = draws.word()
            told = Chance(found + hushed, word: word)
            pursued = Chance(found, word: word)
        }
    }

    /// s: how serious a case is, 0 to 1.
    static func severity(diverted: Int64, of fen: Int64, _ p: Parameters) -> Double {
        min(1, Double(diverted) / Double(max(1, fen)) / p.serious)
    }
}
