public import Governance

extension WhyReport<OrganisationStory> {
    public func screen(in language: Language, style: ScreenStyle) -> String {
        page(language) { _, story in
            let text = OrganisationText(language: language)
            switch story {
            case .social(let story): return text.parts(story)
            case .residents(let story): return text.parts(story)
            }
        }
        .screen(style)
    }
}

/// An organisation's life in one language.
private struct OrganisationText {
    let language: Language

    private func said(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    /// The last of each twelve months and the last six before the end: enough to see where it was going.
    private func shown(_ months: ClosedRange<Int>) -> Set<Int> {
        Set(months.filter { $0 == months.lowerBound || $0.isMultiple(of: 12) || $0 > months.upperBound - 6 })
    }

    func parts(_ story: SocialOrganisationStory) -> [WhyPage.Part] {
        let lived = story.months.filter { $0.month <= story.end?.month ?? .max }
        guard let first = lived.first, let last = lived.last else { return [] }
        let chosen = shown(first.month...last.month)
        let rows = lived.filter { chosen.contains($0.month) }.map { month in
            (
                "\(month.month)",
                [
                    WhyPage.yuan(month.income), WhyPage.yuan(month.costs), WhyPage.yuan(month.closing),
                    "\(month.monthsShort)", WhyPage.share(month.professionalism), WhyPage.share(month.dependence),
                    WhyPage.share(month.capture),
                ]
            )
        }
        let table = WhyPage.table(
            said("Month", "月"),
            [
                said("income", "收入"), said("costs", "支出"), said("reserve", "结余"), said("months\nshort", "欠薪\n月数"),
                said("professio-\nnalism", "专业水平"), said("depen-\ndence", "依赖度"), said("capture", "行政化"),
            ], rows)
        return [
            .heading(said("Social organisation \(story.id): \(story.name.en)", "社会组织 \(story.id)：\(story.name.zh)")),
            table,
            .gap,
        ] + money(last) + [.sentence(end(story)), .gap]
    }

    private func money(_ month: SocialOrganisationStory.MonthOfWork) -> [WhyPage.Part] {
        let rows = month.movements.map {
            (
                $0.purpose.label[language] + said(", ", "，") + ($0.fen < 0 ? said("to ", "付给 ") : said("from ", "来自 "))
                    + $0.counterpart, [WhyPage.yuan($0.fen, plus: true)]
            )
        }
        return [
            WhyPage.table(
                said("Money of month \(month.month)", "第 \(month.month) 个月的资金"), [said("yuan", "元")],
                [(said("held before", "期初余额"), [WhyPage.yuan(month.opening)])] + rows
                    + [
                        (said("held after", "期末余额"), [WhyPage.yuan(month.closing)]),
                        (said("wages due", "应付工资"), [WhyPage.yuan(month.wagesDue)]),
                    ]), .gap,
        ]
    }

    private func end(_ story: SocialOrganisationStory) -> String {
        guard let end = story.end else { return said("It was at work to the scenario's end.", "至情景结束仍在工作。") }
        let rule =
            end.cause == .unpaid
            ? said(
                " It gives up after \(story.patience) months without full pay; no draw decides.",
                "连续 \(story.patience) 个月未能足额支付工资即退出；不取决于随机数。") : ""
        return said("Month \(end.month): \(end.name.en).", "第 \(end.month) 个月：\(end.name.zh)。") + rule
    }

    func parts(_ story: ResidentOrganisationStory) -> [WhyPage.Part] {
        guard let first = story.months.first, let last = story.months.last else { return [] }
        let chosen = shown(first.month...last.month)
        let rows = story.months.filter { chosen.contains($0.month) }.map { month in
            (
                "\(month.month)",
                [
                    "\(month.members)", "\(month.active)", WhyPage.hours(month.hours), WhyPage.share(month.capture),
                    "\(month.leader)", WhyPage.share(month.fatigue),
                    (NumberText.fixed(month.leaderExit.draw, decimals: 4) ?? "-") + " / "
                        + (NumberText.fixed(month.leaderExit.probability, decimals: 4) ?? "-"),
                ]
            )
        }
        let leaders = story.months.reduce(into: [Int]()) { if $0.last != $1.leader { $0.append($1.leader) } }
        let since =
            story.founded > 0
            ? said("founded in month \(story.founded)", "成立于第 \(story.founded) 个月")
            : said("there before month 1", "第 1 个月之前已有")
        return [
            .heading(
                said(
                    "Residents' organisation \(story.id), for \(story.domain.label.en), \(since)",
                    "居民组织 \(story.id)，领域：\(story.domain.label.zh)，\(since)")),
            .sentence(
                said("Led by residents ", "历任负责人（居民编号）：")
                    + leaders.map { String($0) }.joined(separator: said(", ", "、")) + said(".", "。")), .gap,
            WhyPage.table(
                said("Month", "月"),
                [
                    said("members", "成员"), said("active", "活跃"), said("hours", "工时"), said("capture", "行政化"),
                    said("leader", "负责人"), said("its\nfatigue", "其疲劳"),
                    said("draw / chance\nthat it goes", "抽样 / 退出\n概率"),
                ], rows), .gap, .sentence(end(story)), .gap,
        ]
    }

    private func end(_ story: ResidentOrganisationStory) -> String {
        guard let end = story.end else { return said("It was there at the scenario's end.", "至情景结束仍存在。") }
        let draw = end.leaderExit.map {
            said(" The leader: ", "负责人：") + WhyPage.chance($0, in: language) + said(".", "。")
        }
        return said("Month \(end.month): \(end.name.en).", "第 \(end.month) 个月：\(end.name.zh)。") + (draw ?? "")
    }
}
