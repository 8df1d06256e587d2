extension PRIM {
    /// The box with what it gains by: at each end of its restrictions the share `paste` of the cases beyond, again and again as long as
    /// its density rises; of words one label at a time.
    ///
    /// - Parameter rows: the cases from which it was peeled.
    /// - Returns: the box itself where nothing is gained.
    public func pasted(_ start: Step, among rows: [Int]) -> Step {
        var last = start
        while true {
            let wider = last.box.restricted.flatMap { pastes(of: $0, last, rows) }
            let ranked = wider.filter { $0.cases > last.cases && $0.density > last.density }
            let best = ranked.max { a, b in rank(a, last) < rank(b, last) }
            guard let best else { return last }
            last = best
        }
    }

    private func rank(_ step: Step, _ last: Step) -> (Double, Int) {
        ((step.density - last.density) / Double(step.cases - last.cases), -step.box.restricted.count)
    }

    private func pastes(of input: Int, _ last: Step, _ rows: [Int]) -> [Step] {
        var boxes: [Box] = []
        func add(_ limits: Box.Limits) {
            var box = last.box
            box.limits[input] = limits
            boxes.append(box)
        }
        switch (table.inputs[input].values, last.box.limits[input]) {
        case (.numbers(let numbers), .range(let low, let high)):
            if let low {
                let beyond = values(beyond: .range(low: nil, high: low), input, last, rows, numbers)
                add(.range(low: beyond.isEmpty ? nil : Self.limit(beyond, at: 1 - settings.paste), high: high))
            }
            if let high {
                let beyond = values(beyond: .range(low: high, high: nil), input, last, rows, numbers)
                add(.range(low: low, high: beyond.isEmpty ? nil : Self.limit(beyond, at: settings.paste)))
            }
        case (_, .labels(let kept)):
            for label in kept.indices where !kept[label] {
                var more = kept
                more[label] = true
                add(.labels(more))
            }
        default: break
        }
        return boxes.map { step($0, among: rows) }
    }

    /// The values, rising, of the cases that the box would hold if it had those limits of the input.
    private func values(
        beyond limits: Box.Limits, _ input: Int, _ last: Step, _ rows: [Int], _ numbers: [Double]
    ) -> [Double] {
        var box = last.box
        box.limits[input] = limits
        return box.cases(of: table, among: rows).map { numbers[$0] }.sorted()
    }
}
