import Analysis
import Governance
import Scenarios

/// The page of plans in one language: the front, a card for each plan, and how they were found.
struct PlanChapter: PageChapter {
    let report: PlanReport
    let language: Language

    private var plan: Plan { report.plan }

    var title: String { say("Plans: ", "规划：") + plan.title[language] }

    var sections: [Markup] {
        [heading, frontSection] + report.members.map(card)
            + [fallenSection, methodSection, reproduceSection].compactMap(\.self)
    }

    private var heading: Markup {
        tag(
            "header", [:], tag("h1", [:], Markup(title)), paragraph(plan.summary[language]),
            tag("p", ["class": "lead"], Markup(report.headline[language])),
            tag(
                "p", ["class": "lead"],
                Markup(
                    say(
                        "Computed by \(report.program). Every number comes from a model, not from the field.",
                        "由 \(report.program) 计算。所有数字来自模型，而非实地调查。"))))
    }

    private var frontSection: Markup {
        let charts = plan.goals.indices.filter { plan.goals[$0].kind != .cost }.map { goal in
            tag(
                "figure", ["class": "plot"], tag("figcaption", [:], Markup(plan.goals[goal].name[language])),
                PlanCharts(report: report, language: language).front(goal))
        }
        return section(
            "front", say("The front", "前沿"),
            [
                paragraph(
                    say(
                        "Every plan that was tried stands as a small dot by what it costs and brings in the runs of the search; those that are left "
                            + "as numbers, by their fresh runs with 95 % intervals. The line is what comes without a plan.",
                        "所试的每个规划为一小点，按搜索运行中的成本与成效标出；留下的规划以编号标出，取新的随机数运行的结果并附 95% 区间。横线为无规划时的水平。")),
                tag("div", ["class": "charts"], charts),
            ], isWide: true)
    }

    // MARK: Cards

    private func card(_ member: PlanReport.Member) -> Markup {
        let name = say("Plan \(member.number)", "规划 \(member.number)")
        var content = [subheading("What to do", "做什么"), levers(member)]
        content += [subheading("What it brings and costs", "成效与成本"), goals(member), years(member)]
        content += [subheading("What could break it", "什么会使其落空")] + breaking(member)
        return section("plan-\(member.number)", name, content)
    }

    private func subheading(_ en: String, _ zh: String) -> Markup { tag("h3", [:], Markup(say(en, zh))) }

    private func levers(_ member: PlanReport.Member) -> Markup {
        let rows = zip(plan.levers, member.values).map { lever, value in
            tag(
                "tr", [:],
                tag("th", ["scope": "row"], Markup(lever.name[language]), tag("code", [:], Markup(key(lever)))),
                tag("td", [:], Markup(report.text(value, of: lever, in: language))))
        }
        return table(
            say("From month \(plan.from) on", "自第 \(plan.from) 个月起"),
            head: [words("Lever", "杠杆"), words("Choice", "选择")], rows: rows)
    }

    private func key(_ lever: Plan.Lever) -> String {
        if case .factor(let factor) = lever.kind { factor.key } else { lever.id }
    }

    private func goals(_ member: PlanReport.Member) -> Markup {
        let rows = plan.goals.enumerated().map { goal, own in
            let (level, gain) = (member.effect.levels[goal], member.effect.gains[goal])
            let before = report.levelsWithout[goal]
            let quantity = report.quantity(goal, in: language, showing: [level, before])
            let promised = Estimate(of: [member.effect.promised[goal]])
            let steps = report.quantity(goal, in: language, showing: [gain])
            let left = member.effect.left[goal].map { say("left: ", "留存：") + DiscoveryReport.percent($0.ratio) }
            return tag(
                "tr", [:],
                tag(
                    "th", ["scope": "row"], Markup(own.name[language]),
                    tag("code", [:], Markup(own.observable ?? say("ledger", "账簿")))),
                cell(quantity, before), cell(quantity, level),
                tag(
                    "td", ["class": "number"],
                    Markup(
                        [steps.text(gain.mean, plus: true, minus: Self.minus) ?? "–", steps.differenceUnit].filter {
                            !$0.isEmpty
                        }.joined(separator: " ")),
                    tag(
                        "small", [:],
                        Markup(gain.interval.flatMap { steps.text($0, plus: true, minus: Self.minus) } ?? "–"))),
                cell(steps, promised),
                tag("td", [:], Markup(left ?? "")))
        }
        return table(
            say("Against going on without a plan; gains are better if above 0", "与无规划相比；增益大于 0 为优"),
            head: [
                words("Goal", "目标"), numbers("Without", "无规划"), numbers("With", "有规划"),
                numbers("Gain, 95 % interval", "增益与 95% 区间"),
                numbers("Gain in the search", "搜索中的增益"), words("After attention", "关注转移之后"),
            ], rows: rows)
    }

    /// What is spent in each year, by purpose.
    private func years(_ member: PlanReport.Member) -> Markup {
        let purposes = Set(member.effect.years.flatMap(\.keys)).sorted { AccountText.order($0) < AccountText.order($1) }
        let rows = purposes.map { purpose in
            tag(
                "tr", [:],
                [tag("th", ["scope": "row"], Markup(AccountText.purpose(purpose)[language]))]
                    + member.effect.years.map { year in
                        tag("td", ["class": "number"], Markup(yuan(year[purpose] ?? 0)))
                    })
        }
        let sums = member.effect.years.map { year in year.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
        let total = tag(
            "tr", ["class": "group"],
            [tag("th", ["scope": "row"], Markup(say("All", "合计")))]
                + sums.map { tag("td", ["class": "number"], Markup(yuan($0))) })
        return table(
            say("Yuan by year of the plan, as the ledger books it", "规划各年支出（元，取自账簿）"),
            head: [words("Purpose", "用途")]
                + member.effect.years.indices.map { numbers("year \($0 + 1)", "第 \($0 + 1) 年") }, rows: rows + [total])
    }

    private func yuan(_ value: Double) -> String { NumberText.fixed(value, decimals: 0, minus: Self.minus) ?? "–" }

    private func breaking(_ member: PlanReport.Member) -> [Markup] {
        guard let robustness = member.robustness else {
            return [paragraph(say("Not tried under other behaviour.", "未在其他行为参数下检验。"))]
        }
        func share(_ estimate: ShareEstimate) -> String {
            let ends = [estimate.interval.lowerBound, estimate.interval.upperBound].map { Int((100 * $0).rounded()) }
            return "\(DiscoveryReport.percent(estimate.share)) [\(ends[0]), \(ends[1])]"
        }
        let goals = zip(plan.goals, robustness.goals).compactMap { goal, own in
            own.map { "\(goal.name[language]) \(DiscoveryReport.percent($0.share))" }
        }
        var content = [
            paragraph(
                say(
                    "Under \(robustness.sets) sets of all behavioural parameters over their declared ranges it keeps all its goals in "
                        + "\(share(robustness.kept)), stays within the budget in \(share(robustness.inBudget)), and is dominated by no "
                        + "other plan, nor by having none, in \(share(robustness.undominated)).",
                    "在全部行为参数声明范围内的 \(robustness.sets) 组取值下，达到全部目标的比例为 \(share(robustness.kept))，不超预算的比例为 "
                        + "\(share(robustness.inBudget))，未被其他规划或无规划占优的比例为 \(share(robustness.undominated))。")),
            paragraph(
                say("Goal by goal: ", "分目标：") + goals.joined(separator: say(", ", "，")) + say(".", "。")),
        ]
        let names = robustness.deciding.prefix(6).map { PlanWords.direction($0, in: language) }
        content.append(
            names.isEmpty
                ? paragraph(say("No single parameter decides.", "没有任何单个参数起决定作用。"))
                : tag("ul", ["class": "findings"], names.map { tag("li", [:], Markup($0 + say(".", "。"))) }))
        return content
    }

    // MARK: Method

    private var fallenSection: Markup? {
        guard !report.findings.fallen.isEmpty else { return nil }
        func count(_ reason: PlanFindings.Reason) -> Int { report.findings.fallen.count { $0.reason == reason } }
        return section(
            "fallen", say("What fell out", "淘汰的规划"),
            [
                paragraph(
                    say(
                        "Of the plans that looked best in the search, \(count(.dominated)) were dominated in fresh runs, \(count(.overBudget)) went beyond "
                            + "the budget, and \(count(.broken)) broke.",
                        "搜索中看似最优的规划里，以新的随机数运行后 \(count(.dominated)) 个被占优，\(count(.overBudget)) 个超出预算，\(count(.broken)) 个中止。"
                    ))
            ])
    }

    private var methodSection: Markup {
        section(
            "method", say("How plans were found", "规划如何得出"),
            [
                paragraph(
                    say(
                        "\(report.search.generation) generations of \(report.search.size) plans by NSGA-II (Deb et al. 2002): plans that break the "
                            + "budget are dominated by plans that break it less. Each plan was lived \(plan.search.replicates) times with the same "
                            + "draws as every other, so that plans differ by what they do.",
                        "以 NSGA-II（Deb 等 2002）搜索 \(report.search.generation) 代，每代 \(report.search.size) 个规划；超出预算者被超出较少者占优。每个规划运行 "
                            + "\(plan.search.replicates) 次，与其他规划共用随机数，因此差别只来自规划本身。")),
                paragraph(
                    say(
                        "What looks best in the runs by which it was chosen owes some of it to chance. So only fresh runs are told here; beside them stands "
                            + "what the search had promised.",
                        "在用于挑选的运行中看似最优者，部分得益于偶然。因此此处只报告新的运行，并列出搜索时的数值以供对照。")),
            ])
    }

    private var reproduceSection: Markup {
        section(
            "reproduce", say("How to reproduce", "如何复现"),
            [
                paragraph(
                    say(
                        "\(report.program), seed \(plan.search.seed). The same files give the same plans, whatever the number of threads.",
                        "\(report.program)，随机种子 \(plan.search.seed)。相同的文件得到相同的规划，与线程数无关。")),
                tag("pre", [:], Markup(report.command.map(Chapter.quoted).joined(separator: " "))),
            ])
    }
}

/// The pictures of a search for plans.
struct PlanCharts {
    let report: PlanReport
    let language: Language

    /// A goal against the cost: everything that was tried, and the final front with intervals.
    func front(_ goal: Int) -> Markup {
        let plan = report.plan
        let cost = plan.goals.firstIndex { $0.kind == .cost }
        let tried = report.search.tried.filter { $0.violation == 0 && $0.objectives.count == plan.goals.count }
        let members = report.members
        let without = report.levelsWithout[goal].mean
        let levels = members.map { $0.effect.levels[goal] }
        func own(_ candidate: NSGA2.Candidate) -> Double {
            plan.goals[goal].isLess ? candidate.objectives[goal] : -candidate.objectives[goal]
        }
        func money(_ member: PlanReport.Member) -> Double {
            cost.map { member.effect.levels[$0].mean } ?? member.effect.dearest
        }
        let quantity = report.quantity(goal, in: language, showing: levels)
        let price = Quantity(unit: "yuan", in: language, showing: [plan.budget.yearly])
        let ends = levels.flatMap { $0.interval.map { [$0.lowerBound, $0.upperBound] } ?? [$0.mean] }
        let frame = PlotFrame(
            across: .init(
                price.unit + Text(en: " a year", zh: "/年")[language],
                holding: (tried.map { cost == nil ? 0 : $0.objectives[cost ?? 0] } + members.map(money)).map {
                    $0 * price.factor
                }, zero: true),
            upright: .init(quantity.unit, holding: (tried.map(own) + ends + [without]).map { $0 * quantity.factor }))
        let cases = tried.compactMap { candidate -> Markup? in
            guard let cost else { return nil }
            return tag(
                "circle",
                [
                    "class": "case", "cx": NumberText.coordinate(frame.x(candidate.objectives[cost] * price.factor)),
                    "cy": NumberText.coordinate(frame.y(own(candidate) * quantity.factor)), "r": "22",
                ])
        }
        let y = NumberText.coordinate(frame.y(without * quantity.factor))
        let line = tag(
            "line",
            [
                "class": "line context", "x1": NumberText.coordinate(frame.shape.left),
                "x2": NumberText.coordinate(frame.shape.right), "y1": y, "y2": y,
            ])
        let marks = zip(members, levels).flatMap { member, level -> [Markup] in
            let (x, y) = (frame.x(money(member) * price.factor), frame.y(level.mean * quantity.factor))
            let bar = level.interval.map { interval in
                tag(
                    "line",
                    [
                        "class": "line s0", "x1": NumberText.coordinate(x), "x2": NumberText.coordinate(x),
                        "y1": NumberText.coordinate(frame.y(interval.lowerBound * quantity.factor)),
                        "y2": NumberText.coordinate(frame.y(interval.upperBound * quantity.factor)),
                    ])
            }
            return [bar].compactMap(\.self) + [
                tag(
                    "circle",
                    [
                        ("class", "dot s0"), ("cx", NumberText.coordinate(x)), ("cy", NumberText.coordinate(y)),
                        ("r", "40"),
                    ]
                        + MarkWords(
                            tip: "\(member.number): \(quantity.phrase(level.mean)) "
                                + (level.interval.flatMap { quantity.text($0, minus: "\u{2212}") } ?? "") + "\n"
                                + price.phrase(money(member)),
                            fields: [String(member.number)]
                                + [level.mean, level.interval?.lowerBound, level.interval?.upperBound, money(member)]
                                .map(ChartFile.number)
                        ).attributes, []),
                tag(
                    "text",
                    ["class": "x strong", "x": NumberText.coordinate(x + 90), "y": NumberText.coordinate(y - 40)],
                    Markup("\(member.number)")),
            ]
        }
        return frame.drawing(
            plan.goals[goal].name[language], cases + [line] + marks,
            file: ChartFile(
                name: "front-\(goal + 1)", columns: ["plan", plan.goals[goal].name.en, "lower", "upper", "yuan"]))
    }
}
