public import Governance

extension WhyReport<ResidentExplanation> {
    public func screen(in language: Language, style: ScreenStyle) -> String {
        let sides = answers.compactMap { answer in answer.explanation.map { ResidentSide(answer.title, $0, language) } }
        guard let first = sides.first else { return "" }
        var parts: [WhyPage.Part] = [.heading(first.name), .sentence(first.person), .gap]
        for (answer, side) in zip(answers, sides) {
            parts.append(.sentence((sides.count > 1 ? answer.heading(in: language) + first.colon : "") + side.verdict))
        }
        parts += [.gap, ResidentSide.terms(sides, language), .gap]
        for (answer, side) in zip(answers, sides) {
            if sides.count > 1 { parts.append(.heading(answer.heading(in: language))) }
            parts += side.offers + [.gap]
        }
        return WhyPage(parts: parts).screen(style)
    }
}

/// One regime's answer about a resident, in one language.
private struct ResidentSide {
    let title: Text
    let why: ResidentExplanation
    let language: Language

    init(_ title: Text, _ why: ResidentExplanation, _ language: Language) {
        (self.title, self.why, self.language) = (title, why, language)
    }

    func said(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    var colon: String { said(": ", "：") }

    var name: String {
        let person = why.person
        return said(
            "Resident \(person.number) in month \(why.month) (\(why.date)): \(person.communityName.en), "
                + "building \(person.building)",
            "居民 \(person.number)，第 \(why.month) 个月（\(why.date)）：\(person.communityName.zh)，第 \(person.building) 栋")
    }

    var person: String {
        let person = why.person
        var words = [person.age.label[language], person.tenure.label[language]]
        if person.isPartyMember { words.append(said("party member", "党员")) }
        if person.isVulnerable { words.append(said("vulnerable", "弱势")) }
        if person.hasChildren { words.append(said("children at home", "有子女同住")) }
        words.append(
            person.since.map { since in
                since > 0
                    ? said("moved in in month \(since)", "第 \(since) 个月迁入")
                    : said("moved in \(1 - since) months before month 1", "第 1 个月之前 \(1 - since) 个月迁入")
            } ?? said("here from the start", "自始居住"))
        words.append(
            said(
                "\(person.activeTies) of \(person.ties) ties took part last month",
                "\(person.ties) 个联系人中 \(person.activeTies) 个上月参与"))
        return words.joined(separator: said(", ", "，")) + said(".", "。")
    }

    /// What it did, and what decided.
    var verdict: String {
        let now = Rung(rawValue: why.rung)?.label[language] ?? ""
        let before = Rung(rawValue: why.before)?.label[language] ?? ""
        let step = said(
            "rung \(why.rung), \(now) (last month: \(why.before), \(before))",
            "第 \(why.rung) 级，\(now)（上月：第 \(why.before) 级，\(before)）")
        return step + said(". ", "。") + reason
    }

    private var reason: String {
        if let asked = why.invited, let invitation = asked.invitation {
            let what =
                "\(asked.kind.label[language])" + said(" (\(asked.provider.label.en))", "（\(asked.provider.label.zh)）")
            let margin = NumberText.fixed(abs(asked.utility - asked.barrier), decimals: 2) ?? "-"
            switch invitation.answer {
            case .came:
                return said(
                    "Invited to \(what), came: \(margin) above what it takes.", "受邀参加\(what)，参加：高出门槛 \(margin)。")
            case .turnedAway:
                return said("Invited to \(what), would have come, but all seats were taken.", "受邀参加\(what)，愿意参加，但名额已满。")
            case .declined:
                return said(
                    "Invited to \(what), stayed away: \(margin) below what it takes.", "受邀参加\(what)，未参加：低于门槛 \(margin)。"
                )
            }
        }
        if why.unit?.decides == true {
            return said("The unit of its building asked it to lend a hand.", "所在楼栋的自治小组请其协助。")
        }
        if why.membership != nil {
            return said("Invited to nothing; as a member it could work in its organisation.", "未受邀请；作为成员可参与所在组织的工作。")
        }
        return said("Nobody invited it to anything, and it belongs to no organisation.", "未受任何邀请，也不属于任何组织。")
    }

    /// The terms that depend on no offer; of two regimes side by side.
    static func terms(_ sides: [ResidentSide], _ language: Language) -> WhyPage.Part {
        let first = sides[0]
        let (names, sum) = (first.why.terms.map { first.label($0) }, first.said("sum", "合计"))
        let heading = first.said("Whatever it is asked to", "与邀请无关的效用")
        guard sides.count > 1 else {
            let largest = first.why.terms.map { abs($0.amount) }.max() ?? 0
            let rows = zip(names, first.why.terms).map { name, term in
                (name, [WhyPage.utility(term.amount), first.of(term), WhyPage.bar(term.amount, of: largest)])
            }
            let table = WhyPage.table(
                heading, [first.said("utility", "效用"), first.said("value x weight", "数值 x 权重"), ""],
                rows + [(sum, [WhyPage.utility(first.why.utility), "", ""])])
            return table.leftLast
        }
        let (here, there) = (first.why, sides[1].why)
        let differences = zip(here.terms, there.terms).map { $0.amount - $1.amount }
        let largest = differences.map { abs($0) }.max() ?? 0
        func row(_ name: String, _ a: Double, _ b: Double) -> (String, [String]) {
            (name, [WhyPage.utility(a), WhyPage.utility(b), WhyPage.utility(a - b)])
        }
        let rows = names.indices.map { place -> (String, [String]) in
            let (name, numbers) = row(names[place], here.terms[place].amount, there.terms[place].amount)
            return (name, numbers + [WhyPage.bar(differences[place], of: largest)])
        }
        let sums = row(sum, here.utility, there.utility)
        return WhyPage.table(
            heading, [first.said("here", "本情景"), first.said("versus", "对照"), first.said("difference", "差别"), ""],
            rows + [(sums.0, sums.1 + [""])]
        ).leftLast
    }

    private func label(_ term: Term) -> String {
        guard term.key == "noise" else { return term.name[language] }
        let rank = NumberText.fixed(why.draw.rank * 100, decimals: 0) ?? "-"
        return said(
            "\(term.name.en) (above \(rank) % of draws; the same under every regime)",
            "\(term.name.zh)（高于 \(rank)% 的抽样；各情景相同）")
    }

    private func of(_ term: Term) -> String {
        guard let value = term.value, let weight = term.weight else { return "" }
        return (NumberText.fixed(value, decimals: 2) ?? "") + " x " + (NumberText.fixed(weight, decimals: 2) ?? "")
    }

    /// What it was asked to, what else went on, and the rungs.
    var offers: [WhyPage.Part] {
        var parts: [WhyPage.Part] = []
        if let asked = why.invited, let invitation = asked.invitation { parts += offer(asked, invitation) + [.gap] }
        if let membership = why.membership { parts += [member(membership), .gap] }
        if let unit = why.unit {
            let heading = said("Asked by the unit of its building", "所在楼栋自治小组的邀请")
            parts += [
                WhyPage.table(
                    heading, [said("utility", "效用"), said("value x weight", "数值 x 权重")],
                    rows(of: unit.terms, sum: unit.utility)), .gap,
            ]
        }
        let others = why.activities.filter { $0.invitation == nil }
        if !others.isEmpty { parts += [missed(others), .gap] }
        if !why.rungs.isEmpty { parts.append(ladder) }
        return parts
    }

    private func offer(
        _ asked: ResidentExplanation.ActivityWeighed, _ invitation: ResidentExplanation.Invitation
    ) -> [WhyPage.Part] {
        var way = invitation.route.label[language]
        if let through = invitation.through {
            way =
                through == why.person.number
                ? said("as it took part last month", "因上月参与") : said("through resident \(through)", "经居民 \(through)")
        }
        let backed = invitation.isBacked ? "" : said(", without the committee's word", "，无居委会号召")
        let sentence = said(
            "Invited \(way)\(backed); invitation \(invitation.place) of \(invitation.invited), "
                + "\(invitation.seatsLeft) of \(invitation.seats) seats left.",
            "受邀方式：\(way)\(backed)；\(invitation.invited) 份邀请中第 \(invitation.place) 份，"
                + "\(invitation.seats) 个名额尚余 \(invitation.seatsLeft) 个。")
        var rows = rows(of: asked.terms, sum: asked.utility)
        rows.append((said("would join if above", "参加所需"), [WhyPage.utility(asked.barrier), ""]))
        return [
            .sentence(sentence),
            WhyPage.table(
                "\(asked.kind.label[language])\(said(", ", "，"))\(asked.provider.label[language])",
                [said("utility", "效用"), said("value x weight", "数值 x 权重")], rows),
        ]
    }

    private func member(_ own: ResidentExplanation.MembershipWeighed) -> WhyPage.Part {
        let role = own.leads ? said("leads", "负责") : said("member of", "成员")
        let rows = rows(of: own.terms, sum: own.utility)
        return WhyPage.table(
            "\(role) \(own.organisation)" + (own.decides ? "" : said(" (attended elsewhere)", "（已参加活动）")),
            [said("utility", "效用"), said("value x weight", "数值 x 权重")], rows)
    }

    /// What an offer adds to the utility so far.
    private func rows(of terms: [Term], sum: Double) -> [(String, [String])] {
        var rows = [(said("utility so far", "此前效用"), [WhyPage.utility(why.utility), ""])]
        for term in terms { rows.append((term.name[language], [WhyPage.utility(term.amount), of(term)])) }
        rows.append((said("utility", "效用"), [WhyPage.utility(sum), ""]))
        return rows
    }

    private func missed(_ others: [ResidentExplanation.ActivityWeighed]) -> WhyPage.Part {
        let rows = others.map { activity in
            (
                "\(activity.kind.label[language])\(said(", ", "，"))\(activity.provider.label[language])",
                [
                    "\(activity.count)", WhyPage.utility(activity.utility), WhyPage.utility(activity.barrier),
                    activity.isReached ? said("would have come", "会参加") : said("would not", "不会参加"),
                ]
            )
        }
        return WhyPage.table(
            said("Not invited to", "未受邀的活动"),
            [said("held", "场次"), said("utility if asked", "若受邀的效用"), said("would join if above", "参加所需"), ""], rows)
    }

    private var ladder: WhyPage.Part {
        let rows = why.rungs.map { rung in
            (
                "\(rung.rung) \(rung.name[language])",
                [
                    WhyPage.utility(rung.threshold),
                    rung.isOpen ? said("open", "开放") : said("not open here", "未开放"),
                    rung.isReached ? said("reached", "达到") : said("not reached", "未达到"),
                ]
            )
        }
        return WhyPage.table(
            said("Rungs at utility ", "各级，效用 ") + WhyPage.utility(why.rungs[0].utility),
            [said("if above", "所需"), said("opportunity", "机会"), ""], rows)
    }
}

extension WhyPage.Part {
    /// The same table with its last column to the left, where bars begin.
    var leftLast: WhyPage.Part {
        guard case .table(let table) = self, let last = table.columns.last else { return self }
        var columns = table.columns
        columns[columns.count - 1] = ScreenTable.Column(heading: last.heading, alignment: .left)
        return .table(ScreenTable(labelHeading: table.labelHeading, columns: columns, rows: table.rows))
    }
}
