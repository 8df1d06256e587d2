public import Governance

extension WhyReport<CommitteeTurn> {
    public func screen(in language: Language, style: ScreenStyle) -> String {
        func said(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }
        let turns = answers.compactMap(\.explanation)
        guard let first = turns.first else { return "" }
        let names = turns.count > 1 ? answers.map(\.scenario) : [said("hours", "工时")]
        func rows(_ label: String, _ value: (CommitteeTurn) -> String) -> (String, [String]) {
            (label, turns.map(value))
        }
        let uses = first.uses.indices.map { place in
            rows(first.uses[place].name[language]) { WhyPage.hours($0.uses[place].hours) }
        }
        func change(_ name: String, _ of: @escaping (CommitteeTurn) -> CommitteeTurn.Change, _ words: [String])
            -> [(String, [String])]
        {
            let visits = rows(said("  by visits to other communities", "  因外出参访")) {
                NumberText.fixed(of($0).visits, decimals: 4, plus: true) ?? "-"
            }
            return [rows(name + said(", before", "，月初")) { WhyPage.share(of($0).before) }]
                + (turns.contains { of($0).visits != 0 } ? [visits] : []) + [
                    rows(words[0]) { NumberText.fixed(of($0).raised, decimals: 4, plus: true) ?? "-" },
                    rows(words[1]) { NumberText.fixed(-of($0).lowered, decimals: 4, plus: true) ?? "-" },
                    rows(name + said(", after", "，月末")) { WhyPage.share(of($0).after) },
                ]
        }
        var moves = [
            rows(said("task load by institution", "制度规定的任务负荷")) { WhyPage.share($0.leverLoad) },
            rows(said("task load after reforms", "改革后的任务负荷")) { WhyPage.share($0.effectiveLoad) },
            rows(said("share of hours not free", "非空闲工时占比")) { WhyPage.share($0.load) },
            rows(said("share of hours for residents", "用于居民的工时占比")) { WhyPage.share($0.contact) },
            rows(said("willingness to spend free hours on residents", "将空闲工时用于居民的意愿")) {
                WhyPage.share($0.willingness)
            },
        ]
        moves += change(
            said("orientation (1: with residents)", "取向（1 为面向居民）"), { $0.orientation },
            [said("  by contact with residents", "  因接触居民"), said("  by load", "  因任务负荷")])
        moves += change(
            said("facilitation", "协调能力"), { $0.facilitation },
            [said("  by training and practice", "  因培训与实践"), said("  forgotten", "  遗忘")])
        let held = turns.enumerated().flatMap { place, turn in
            turn.activities.map {
                (
                    (turns.count > 1 ? answers[place].scenario + said(": ", "：") : "") + $0.kind.label[language],
                    ["\($0.count)", "\($0.invited)", "\($0.attended)"]
                )
            }
        }
        var parts: [WhyPage.Part] = [
            .heading(
                said(
                    "Residents' committee of \(first.communityName.en) in month \(first.month) (\(first.date))",
                    "\(first.communityName.zh)居委会，第 \(first.month) 个月（\(first.date)）")),
            .gap,
            WhyPage.table(
                said("Where its hours went", "工时去向"), names,
                uses + [rows(said("all", "合计")) { WhyPage.hours($0.hours) }]),
            .gap,
            WhyPage.table(
                said("What moved it", "影响因素"), turns.count > 1 ? answers.map(\.scenario) : [said("value", "数值")], moves),
        ]
        if !held.isEmpty {
            parts += [
                .gap,
                WhyPage.table(
                    said("Activities it held", "举办的活动"),
                    [said("held", "场次"), said("invited", "受邀"), said("came", "到场")], held),
            ]
        }
        return WhyPage(parts: parts).screen(style)
    }
}

extension WhyReport<AccountMonth> {
    public func screen(in language: Language, style: ScreenStyle) -> String {
        func said(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }
        return page(language) { _, account in
            let rows = account.movements.map {
                (
                    $0.purpose.label[language] + said(", ", "，")
                        + ($0.fen < 0 ? said("to ", "付给 ") : said("from ", "来自 "))
                        + $0.counterpart, [WhyPage.yuan($0.fen, plus: true)]
                )
            }
            return [
                .heading(
                    said(
                        "Account \(account.account) in month \(account.month) (\(account.date))",
                        "账户 \(account.account)，第 \(account.month) 个月（\(account.date)）")),
                WhyPage.table(
                    said("Money", "资金"), [said("yuan", "元")],
                    [(said("held before", "期初余额"), [WhyPage.yuan(account.opening)])] + rows
                        + [(said("held after", "期末余额"), [WhyPage.yuan(account.closing)])]),
                .sentence(
                    account.isBalanced
                        ? said("The sums agree to the fen.", "收支与余额相符（精确到分）。")
                        : said("The sums do not agree.", "收支与余额不符。")),
                .gap,
            ]
        }
        .screen(style)
    }
}
