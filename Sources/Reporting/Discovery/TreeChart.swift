import Analysis
import Governance

/// The chosen tree as a picture: questions above, answers yes to the left, leaves in a row below with their mean and the share
/// of interest.
struct TreeChart {
    let report: DiscoveryReport
    let tree: RegressionTree
    let language: Language

    private static let (cell, level, leaf) = (1120.0, 620.0, 520.0)

    private struct Spot {
        let node: Int
        let x: Double
        let depth: Int
    }

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    /// Leaves stand side by side; a question stands in the middle above its two nodes.
    private var spots: [Int: Spot] {
        var spots: [Int: Spot] = [:]
        var next = Self.cell / 2
        func lay(_ node: Int, _ depth: Int) -> Double {
            let x: Double
            if tree.isLeaf(node) {
                x = next
                next += Self.cell
            } else {
                x = (lay(tree.nodes[node].yes, depth + 1) + lay(tree.nodes[node].no, depth + 1)) / 2
            }
            spots[node] = Spot(node: node, x: x, depth: depth)
            return x
        }
        _ = lay(0, 0)
        return spots
    }

    var markup: Markup {
        let spots = spots
        let depth = spots.values.map(\.depth).max() ?? 0
        let (width, height) = (
            max(2600, Self.cell * Double(tree.leaves.count)), Double(depth) * Self.level + Self.leaf + 100
        )
        let order = spots.keys.sorted()
        let links = order.filter { !tree.isLeaf($0) }.flatMap { place -> [Markup] in
            [(tree.nodes[place].yes, say("yes", "是")), (tree.nodes[place].no, say("no", "否"))].compactMap {
                below, word in
                guard let from = spots[place], let to = spots[below] else { return nil }
                let (top, bottom) = (y(from.depth) + 270, y(to.depth))
                return Markup([
                    tag("path", ["class": "link", "d": PathText.through([(from.x, top), (to.x, bottom)])]),
                    text(
                        (from.x + to.x) / 2 + (to.x < from.x ? -90 : 90), (top + bottom) / 2, word, "x"),
                ])
            }
        }
        let boxes = order.compactMap { spots[$0] }.map(node)
        return tag(
            "svg",
            [
                ("viewBox", "0 0 \(Int(width)) \(Int(height))"), ("role", "img"), ("class", "plot"),
                // As large as its letters need, on pages that scroll sideways.
                ("style", "width: \(Int(width / 14))px; max-width: none"),
            ] + ChartFile(name: "tree", columns: ["leaf", "cases", "mean", "interest"]).attributes,
            [tag("title", [:], Markup(say("Regression tree", "回归树")))] + links + boxes)
    }

    /// What a leaf tells: the answers that lead to it, and what it holds.
    private func words(ofLeaf place: Int) -> MarkWords {
        let (node, path) = (tree.nodes[place], answers(to: place))
        let told =
            (path.isEmpty ? [] : [path])
            + [
                say("\(node.cases.count) cases", "\(node.cases.count) 个样本"),
                say("mean ", "均值 ") + NumberText.short(node.mean, minus: "\u{2212}"),
                say("of interest ", "符合条件 ") + DiscoveryReport.percent(report.interest(node)),
            ]
        return MarkWords(
            tip: told.joined(separator: "\n"),
            fields: [path, String(node.cases.count)] + [node.mean, report.interest(node)].map(ChartFile.number))
    }

    /// The questions on the way from the root to a node with their answers.
    private func answers(to place: Int) -> String {
        var (answers, below): ([String], Int) = ([], place)
        while let above = tree.nodes.indices.first(where: {
            !tree.isLeaf($0) && (tree.nodes[$0].yes == below || tree.nodes[$0].no == below)
        }) {
            let question = tree.nodes[above].question.map(report.question) ?? ""
            answers.append(question + (tree.nodes[above].yes == below ? say(": yes", "：是") : say(": no", "：否")))
            below = above
        }
        return answers.reversed().joined(separator: "; ")
    }

    private func y(_ depth: Int) -> Double { 60 + Double(depth) * Self.level }

    private func text(_ x: Double, _ y: Double, _ words: String, _ kind: String) -> Markup {
        tag("text", ["class": kind, "x": NumberText.coordinate(x), "y": NumberText.coordinate(y)], Markup(words))
    }

    private func node(_ spot: Spot) -> Markup {
        let (node, top) = (tree.nodes[spot.node], y(spot.depth))
        let interest = report.interest(node)
        guard tree.isLeaf(spot.node) else {
            let words = node.question.map(report.question) ?? ""
            let cases = say("\(node.cases.count) cases", "\(node.cases.count) 个样本")
            return Markup([
                text(spot.x, top + 130, words, "x strong"),
                text(spot.x, top + 240, cases, "x"),
            ])
        }
        let (left, width) = (spot.x - 510, 1020.0)
        return Markup([
            tag(
                "rect",
                [
                    ("class", "leaf"), ("x", NumberText.coordinate(left)), ("y", NumberText.coordinate(top)),
                    ("width", NumberText.coordinate(width)), ("height", "480"), ("rx", "30"),
                ] + words(ofLeaf: spot.node).attributes, []),
            tag(
                "rect",
                [
                    "class": "part", "x": NumberText.coordinate(left), "y": NumberText.coordinate(top + 420),
                    "width": NumberText.coordinate(width * interest), "height": "60",
                ]),
            text(spot.x, top + 130, NumberText.short(node.mean, minus: "\u{2212}"), "x strong"),
            text(spot.x, top + 250, say("\(node.cases.count) cases", "\(node.cases.count) 个样本"), "x"),
            text(
                spot.x, top + 370,
                say("of interest \(DiscoveryReport.percent(interest))", "符合条件 \(DiscoveryReport.percent(interest))"),
                "x"),
        ])
    }
}
