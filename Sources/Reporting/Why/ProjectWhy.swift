public import Governance

extension WhyReport<ProjectStory> {
    public func screen(in language: Language, style: ScreenStyle) -> String {
        page(language) { _, story in ProjectText(story: story, language: language).parts }.screen(style)
    }
}

/// A project's life in one language.
private struct ProjectText {
    let story: ProjectStory
    let language: Language

    private func said(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    var parts: [WhyPage.Part] {
        [.heading(said("Project \(story.id)", "项目 \(story.id)")), .sentence(proposal), .gap] + contest + money + course
    }

    private var proposal: String {
        let who = story.provider.label[language] + (story.organisation.map { said(" \($0)", " \($0)") } ?? "")
        let sum = WhyPage.yuan(story.ask)
        let merit = [story.benefit, story.feasibility, story.sustainability].map {
            NumberText.fixed($0, decimals: 2) ?? "-"
        }
        return said(
            "Proposed by \(who) in month \(story.proposed) (\(story.date)) from \(story.lineName.en), for "
                + "\(story.domain.label.en); asked for \(sum) yuan. Benefit \(merit[0]), feasibility \(merit[1]), "
                + "sustainability \(merit[2]).",
            "由\(who)于第 \(story.proposed) 个月（\(story.date)）向\(story.lineName.zh)申报，领域：\(story.domain.label.zh)；"
                + "申请 \(sum) 元。公益性 \(merit[0])，可行性 \(merit[1])，可持续性 \(merit[2])。")
    }

    private var contest: [WhyPage.Part] {
        guard let contest = story.contest else { return [] }
        let place = (contest.candidates.firstIndex { $0.id == story.id } ?? 0)
        let shown = contest.candidates.enumerated().filter { $0.offset < 8 || abs($0.offset - place) <= 1 }
        let rows = shown.map { number, candidate in
            (
                "\(number + 1)" + (candidate.id == story.id ? " > " : "   ") + candidate.id,
                [
                    candidate.score.flatMap { NumberText.fixed($0, decimals: 3) } ?? "-",
                    candidate.votes.map { String($0) }.joined(separator: "/"), WhyPage.yuan(candidate.ask),
                    candidate.granted > 0 ? WhyPage.yuan(candidate.granted) : "-",
                ]
            )
        }
        let voters = contest.voters.map { said(", \($0) voters", "，\($0) 名投票者") } ?? ""
        return [
            .sentence(
                said(
                    "Decided by \(contest.ruleName.en)\(voters): \(WhyPage.yuan(contest.pot)) yuan for "
                        + "\(contest.candidates.count) proposals.",
                    "由\(contest.ruleName.zh)决定\(voters)：\(contest.candidates.count) 个申报，\(WhyPage.yuan(contest.pot)) 元。"
                )),
            WhyPage.table(
                said("Proposal", "申报"),
                [said("score", "得分"), said("votes", "票数"), said("asked", "申请"), said("granted", "获得")], rows),
            .gap,
        ]
    }

    private var money: [WhyPage.Part] {
        guard let grant = story.grant else {
            return [.sentence(said("It was not funded.", "未获资助。")), .gap]
        }
        let rows = grant.sources.map { ($0.name[language], [WhyPage.yuan($0.fen)]) }
        let units = NumberText.fixed(grant.plannedUnits, decimals: 1) ?? "-"
        let share = NumberText.fixed(grant.diversion * 100, decimals: 1) ?? "-"
        return [
            WhyPage.table(
                said("Its money", "资金来源"), [said("yuan", "元")],
                rows + [(said("all", "合计"), [WhyPage.yuan(grant.fen)])]),
            .sentence(
                said(
                    "Planned: \(units) service units a month for \(grant.plannedMonths) months; \(share) % of every "
                        + "payment goes astray.",
                    "计划：每月 \(units) 个服务单位，为期 \(grant.plannedMonths) 个月；每笔支付的 \(share)% 被挪用。")),
            .gap,
        ]
    }

    private var course: [WhyPage.Part] {
        guard !story.months.isEmpty else { return [] }
        let rows = story.months.map { month in
            (
                "\(month.month)",
                [
                    WhyPage.share(month.friction), "\(WhyPage.hours(month.hours))/\(WhyPage.hours(month.needed))",
                    WhyPage.yuan(month.spent), WhyPage.hours(month.units),
                    NumberText.fixed(month.progress * 100, decimals: 0) ?? "-",
                    (NumberText.fixed(month.failure.draw, decimals: 4) ?? "-") + " / "
                        + (NumberText.fixed(month.failure.probability, decimals: 4) ?? "-"),
                ]
            )
        }
        let table = WhyPage.table(
            said("Month", "月"),
            [
                said("friction", "摩擦"), said("hours\nhad/needed", "工时\n实有/所需"), said("spent", "支出"),
                said("units", "单位"), said("done %", "完成 %"), said("draw / chance\nof failure", "抽样 / 失败\n概率"),
            ], rows)
        return [table] + end
    }

    private var end: [WhyPage.Part] {
        guard let end = story.end else {
            return [.sentence(said("It was still running at the scenario's end.", "情景结束时仍在执行。"))]
        }
        let units = WhyPage.hours(end.delivered)
        let done = NumberText.fixed(end.progress * 100, decimals: 0) ?? "-"
        var lines = [
            said("Month \(end.month): \(end.name.en).", "第 \(end.month) 个月：\(end.name.zh)。"),
            said(
                "Delivered \(units) units, \(done) % of the plan; one met \(WhyPage.share(end.quality)) of a need. Spent "
                    + "\(WhyPage.yuan(end.spent)), diverted \(WhyPage.yuan(end.diverted)), returned "
                    + "\(WhyPage.yuan(end.returned)), lost \(WhyPage.yuan(end.lost)) yuan.",
                "提供 \(units) 个单位，为计划的 \(done)%；每单位满足需求的 \(WhyPage.share(end.quality))。支出 "
                    + "\(WhyPage.yuan(end.spent)) 元，挪用 \(WhyPage.yuan(end.diverted)) 元，退回 "
                    + "\(WhyPage.yuan(end.returned)) 元，损失 \(WhyPage.yuan(end.lost)) 元。"),
        ]
        if let audit = end.audit {
            lines.append(
                said("Audit: ", "审计：") + WhyPage.chance(audit, in: language)
                    + (!audit.happens
                        ? said("; nothing came to light.", "；未发现问题。")
                        : end.isPursued
                            ? said("; the diverted money was found.", "；挪用被发现。")
                            : said("; residents saw it, the judge let it rest.", "；居民发现，但未予追究。")))
        }
        return [.gap] + lines.map { .sentence($0) } + [.gap]
    }
}
