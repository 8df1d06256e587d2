import Analysis
import Governance

/// The pictures of a discovery.
struct DiscoveryCharts {
    let report: DiscoveryReport
    let language: Language

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    /// Coverage against density along the trajectory; dots by how many inputs are restricted.
    func trajectory(_ found: Discovery.FoundBox) -> Markup {
        let frame = PlotFrame(
            across: .init(say("coverage, %", "覆盖率，%"), holding: [0, 100], zero: true),
            upright: .init(say("density, %", "密度，%"), holding: [0, 100], zero: true))
        func place(_ step: PRIM.Step) -> (x: Double, y: Double) {
            (frame.x(100 * step.coverage), frame.y(100 * step.density))
        }
        let line = tag(
            "path", ["class": "link", "d": PathText.through(found.trajectory.map(place))])
        let dots = found.trajectory.enumerated().map { number, step in
            let (x, y) = place(step)
            let words = say(
                "step \(number): coverage \(DiscoveryReport.percent(step.coverage)), density \(DiscoveryReport.percent(step.density)), "
                    + "\(step.box.restricted.count) inputs restricted",
                "第 \(number) 步：覆盖率 \(DiscoveryReport.percent(step.coverage))，密度 \(DiscoveryReport.percent(step.density))，"
                    + "\(step.box.restricted.count) 个输入受限")
            return dot(
                x, y, LineStyle.scenario(step.box.restricted.count), 45,
                MarkWords(
                    tip: words,
                    fields: [String(number)] + [step.coverage, step.density].map(ChartFile.number)
                        + [String(step.box.restricted.count)]))
        }
        let final = place(found.final)
        let chosen = place(found.trajectory[found.chosen])
        let rings =
            [ring(chosen.x, chosen.y, 80)]
            + (found.final == found.trajectory[found.chosen] ? [] : [ring(final.x, final.y, 50)])
        return frame.drawing(
            say("Coverage and density of the boxes", "各盒的覆盖率与密度"), [line] + dots + rings,
            file: ChartFile(name: "trajectory", columns: ["step", "coverage", "density", "inputs"]))
    }

    /// The restrictions that a trajectory's colours stand for.
    func entries(_ found: Discovery.FoundBox) -> [(style: LineStyle, text: String, id: String?)] {
        Set(found.trajectory.map(\.box.restricted.count)).sorted().map { count in
            (
                LineStyle.scenario(count),
                say("\(count) \(count == 1 ? "input" : "inputs") restricted", "\(count) 个输入受限"), nil
            )
        }
    }

    private func dot(_ x: Double, _ y: Double, _ style: LineStyle, _ radius: Int, _ words: MarkWords) -> Markup {
        tag(
            "circle",
            [
                ("class", "dot \(style.name)"), ("cx", NumberText.coordinate(x)), ("cy", NumberText.coordinate(y)),
                ("r", "\(radius)"),
            ] + words.attributes, [])
    }

    private func ring(_ x: Double, _ y: Double, _ radius: Int) -> Markup {
        tag(
            "circle",
            ["class": "ring", "cx": NumberText.coordinate(x), "cy": NumberText.coordinate(y), "r": "\(radius)"])
    }

    // MARK: Boxes

    /// The two inputs that matter most: those that the first boxes restrict, the surest first; nil where there are not two.
    var inputs: (Int, Int)? {
        var order: [Int] = []
        for found in report.discovery.boxes {
            order += found.final.box.restricted.sorted { a, b in
                let shares = found.reproducibility.shares
                let (p, q) = (found.quasiP[a]?.most ?? 1, found.quasiP[b]?.most ?? 1)
                return (p, -shares[a], a) < (q, -shares[b], b)
            }.filter { !order.contains($0) }
        }
        // One restriction alone is shown over whatever other input comes first.
        order += report.table.inputs.indices.filter { !order.contains($0) }
        return order.count > 1 ? (order[0], order[1]) : nil
    }

    /// Cases and boxes over two inputs; a box is drawn where all of its other limits are left aside.
    func boxes(_ first: Int, _ second: Int) -> Markup {
        let frame = PlotFrame(across: axis(first), upright: axis(second))
        let rows = shown
        let cases = [false, true].map { wanted in
            rows.filter { report.discovery.isOfInterest[$0] == wanted }.map { row -> Markup in
                let (x, y) = (frame.x(place(row, first)), frame.y(place(row, second)))
                let values = [first, second].map { value(row, $0) }
                let words = MarkWords(tip: values.joined(separator: ", "), fields: values + [String(wanted)])
                return tag(
                    "circle",
                    [
                        ("class", wanted ? "case of" : "case"), ("cx", NumberText.coordinate(x)),
                        ("cy", NumberText.coordinate(y)), ("r", "24"),
                    ] + words.attributes, [])
            }
        }
        let boxes = report.discovery.boxes.enumerated().filter { !$1.final.box.restricted.isEmpty }.flatMap {
            number, found in
            rectangles(found.final.box, first, second, frame, LineStyle.scenario(number == 0 ? 0 : number + 1))
        }
        return frame.drawing(
            say("Cases and boxes", "样本与盒"), cases.flatMap(\.self) + boxes,
            file: ChartFile(
                name: "cases",
                columns: [report.table.inputs[first].id, report.table.inputs[second].id, "of_interest"]))
    }

    /// Every case, or an even part of very many.
    private var shown: [Int] {
        let step = max(1, report.table.count / 3000)
        return Array(stride(from: 0, to: report.table.count, by: step))
    }

    private func axis(_ input: Int) -> PlotFrame.Axis {
        let id = report.table.inputs[input].id
        switch report.table.inputs[input].values {
        case .numbers(let values): return PlotFrame.Axis(id, holding: values)
        case .words(_, let labels): return PlotFrame.Axis(id, labels: labels)
        }
    }

    /// An input of a case as it was.
    private func value(_ row: Int, _ input: Int) -> String {
        switch report.table.inputs[input].values {
        case .numbers(let values): ChartFile.number(values[row])
        case .words(let places, let labels): labels[places[row]]
        }
    }

    /// Words are spread a little around their place, always in the same way.
    private func place(_ row: Int, _ input: Int) -> Double {
        switch report.table.inputs[input].values {
        case .numbers(let values): values[row]
        case .words(let places, _):
            Double(places[row]) + 0.6 * (Double((row * 7919 + input * 104_729) % 997) / 996 - 0.5)
        }
    }

    private func rectangles(_ box: Box, _ first: Int, _ second: Int, _ frame: PlotFrame, _ style: LineStyle) -> [Markup]
    {
        spans(box.limits[first], frame.across).flatMap { across in
            spans(box.limits[second], frame.upright).map { upright in
                let (left, right) = (frame.x(across.lowerBound), frame.x(across.upperBound))
                let (top, bottom) = (frame.y(upright.upperBound), frame.y(upright.lowerBound))
                return tag(
                    "rect",
                    [
                        "class": "box \(style.name)", "x": NumberText.coordinate(left), "y": NumberText.coordinate(top),
                        "width": NumberText.coordinate(right - left), "height": NumberText.coordinate(bottom - top),
                    ])
            }
        }
    }

    private func spans(_ limits: Box.Limits, _ axis: PlotFrame.Axis) -> [ClosedRange<Double>] {
        switch limits {
        case .range(let low, let high):
            return [(low ?? axis.range.lowerBound)...max(low ?? axis.range.lowerBound, high ?? axis.range.upperBound)]
        case .labels(let kept):
            return kept.indices.filter { kept[$0] }.map { Double($0) - 0.5...Double($0) + 0.5 }
        }
    }
}
