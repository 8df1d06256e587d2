import Analysis
import Governance

/// What was discovered, for a terminal.
struct DiscoveryScreen {
    let report: DiscoveryReport
    let language: Language

    private var discovery: Discovery { report.discovery }

    func lines(_ style: ScreenStyle) -> [String] {
        func wrapped(_ text: String) -> [String] { TextLayout.wrapped(text, to: style.width) }
        var lines = wrapped(report.headline[language])
        for (number, found) in discovery.boxes.enumerated() {
            let name = say("Box \(number + 1)", "盒 \(number + 1)")
            let steps = say(
                "\(name): step \(found.chosen) of \(found.trajectory.count - 1)",
                "\(name)：第 \(found.chosen) 步（共 \(found.trajectory.count - 1) 步）")
            lines += [""] + wrapped(steps).map(style.bold) + wrapped(report.sentence(found)[language])
            if !found.final.box.restricted.isEmpty { lines += restrictions(found).lines(style) + wrapped(left(found)) }
            if number == 0 { lines += [""] + trajectory(found).lines(style) }
        }
        if !discovery.boxes.isEmpty { lines += wrapped(Self.legend[language]) }
        if let tree = discovery.tree { lines += [""] + self.tree(tree, style) }
        return lines
    }

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    private func restrictions(_ found: Discovery.FoundBox) -> ScreenTable {
        let columns = [say("quasi-p", "准 p 值"), say("in samples", "重抽样中")].map { ScreenTable.Column(heading: $0) }
        let rows = found.final.box.restricted.map { input in
            ScreenTable.Row.cells(
                label: report.condition(input, found.final.box),
                [
                    [
                        probability(found.quasiP[input]?.most),
                        DiscoveryReport.percent(found.reproducibility.shares[input]),
                    ]
                ])
        }
        return ScreenTable(labelHeading: say("restriction", "限制"), columns: columns, rows: rows)
    }

    private func probability(_ value: Double?) -> String {
        guard let value else { return "–" }
        return value < 0.001 ? "<0.001" : NumberText.fixed(value, decimals: 3) ?? "–"
    }

    /// What other samples make of it.
    func left(_ found: Discovery.FoundBox) -> String {
        let again = found.reproducibility
        let (density, coverage) = (DiscoveryReport.percent(again.density), DiscoveryReport.percent(again.coverage))
        return say(
            "Found anew in \(again.samples) samples of the cases, boxes of this coverage have on the cases left out: density \(density), "
                + "coverage \(coverage).",
            "在 \(again.samples) 个重抽样本中重新寻找同等覆盖率的盒，其在未抽中样本上的密度为 \(density)，覆盖率为 \(coverage)。")
    }

    /// At most a dozen steps of the trajectory, the chosen one among them.
    private func trajectory(_ found: Discovery.FoundBox) -> ScreenTable {
        let columns = [
            say("cases", "样本"), say("coverage", "覆盖率"), say("density", "密度"), say("restricted", "受限输入"),
        ].map { ScreenTable.Column(heading: $0) }
        let last = found.trajectory.count - 1
        let stride = max(1, (last + 10) / 11)
        let shown = found.trajectory.indices.filter { $0 % stride == 0 || $0 == found.chosen || $0 == last }
        let rows = shown.map { place in
            let step = found.trajectory[place]
            return ScreenTable.Row.cells(
                label: place == found.chosen ? say("\(place) chosen", "\(place)（选定）") : "\(place)",
                [
                    [
                        NumberText.whole(step.cases), DiscoveryReport.percent(step.coverage),
                        DiscoveryReport.percent(step.density), "\(step.box.restricted.count)",
                    ]
                ])
        }
        return ScreenTable(labelHeading: say("step", "步"), columns: columns, rows: rows)
    }

    private func tree(_ tree: RegressionTree, _ style: ScreenStyle) -> [String] {
        let explained = tree.explained.map(DiscoveryReport.percent) ?? "–"
        let measure = report.subject.measure
        let head = say(
            "Regression tree of \(measure): \(tree.leaves.count) leaves; explains \(explained) of the variance in cases left out",
            "\(measure) 的回归树：\(tree.leaves.count) 个叶；在未用样本上解释 \(explained) 的方差")
        var lines = TextLayout.wrapped(head, to: style.width).map(style.bold)
        func add(_ place: Int, _ words: String, _ depth: Int) {
            let node = tree.nodes[place]
            let told = say(
                "mean \(NumberText.short(node.mean)), of interest \(DiscoveryReport.percent(report.interest(node))), \(node.cases.count) cases",
                "均值 \(NumberText.short(node.mean))，符合条件 \(DiscoveryReport.percent(report.interest(node)))，\(node.cases.count) 个样本"
            )
            let text = words.isEmpty ? told : "\(words): \(told)"
            let indent = TextLayout.spaces(min(2 * depth, 24))
            lines += TextLayout.wrapped(text, to: style.width - indent.count).map { indent + $0 }
            guard !tree.isLeaf(place), let question = node.question else { return }
            add(node.yes, report.question(question), depth + 1)
            add(node.no, say("else", "否则"), depth + 1)
        }
        add(0, "", 0)
        return lines
    }

    private static let legend = Text(
        en:
            "Coverage: the part of all cases of interest that is in the box. Density: the part of the box that is of interest. Quasi-p: how "
            + "likely chance alone would have made the box so dense by this restriction. In samples: share of samples of "
            + "the cases in which the input was restricted again.",
        zh: "覆盖率：盒内符合条件样本占全部符合条件样本的比例。密度：盒内样本中符合条件的比例。准 p 值：仅凭偶然，该限制使盒达到如此密度的可能性。"
            + "重抽样中：在多少比例的重抽样本中该输入再次受限。")
}
