extension RegressionTree {
    /// A tree that is being grown, and pruned.
    struct Growth {
        let table: CaseTable
        let values: [Double]
        /// Cases that a leaf has at the least.
        let least: Int
        private(set) var nodes: [Node] = []

        init(table: CaseTable, values: [Double], least: Int) {
            self.table = table
            self.values = values
            self.least = max(1, least)
        }

        /// Adds a node of those cases and all below it; its place.
        @discardableResult
        mutating func grow(_ rows: [Int]) -> Int {
            let place = nodes.count
            let mean = rows.reduce(0) { $0 + values[$1] } / Double(max(1, rows.count))
            let squares = rows.reduce(0) { $0 + (values[$1] - mean) * (values[$1] - mean) }
            nodes.append(Node(cases: rows, mean: mean, squares: squares, pruned: .infinity))
            guard rows.count >= 2 * least, squares > 0, let question = question(for: rows, mean) else { return place }
            nodes[place].question = question
            nodes[place].yes = grow(rows.filter { question.holds($0, of: table) })
            nodes[place].no = grow(rows.filter { !question.holds($0, of: table) })
            return place
        }

        /// The question that takes most from the sum of squares; nil where none takes anything.
        private func question(for rows: [Int], _ mean: Double) -> Question? {
            var best: (gain: Double, question: Question)?
            for input in table.inputs.indices {
                let found = split(input, rows, mean)
                if let found, found.gain > best?.gain ?? 1e-14 * nodes[0].squares { best = found }
            }
            return best?.question
        }

        private func split(_ input: Int, _ rows: [Int], _ mean: Double) -> (gain: Double, question: Question)? {
            switch table.inputs[input].values {
            case .numbers(let numbers):
                let order = rows.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
                let cut = cut(order.map { (key: numbers[$0], value: values[$0] - mean) })
                return cut.map {
                    ($0.gain, .atMost(input: input, (numbers[order[$0.place - 1]] + numbers[order[$0.place]]) / 2))
                }
            case .words(let places, let labels):
                var sums = [(count: Int, sum: Double)](repeating: (0, 0), count: labels.count)
                for row in rows {
                    sums[places[row]].count += 1
                    sums[places[row]].sum += values[row] - mean
                }
                let ranked = labels.indices.filter { sums[$0].count > 0 }.sorted {
                    (sums[$0].sum / Double(sums[$0].count), $0) < (sums[$1].sum / Double(sums[$1].count), $1)
                }
                var ranks = [Int](repeating: 0, count: labels.count)
                for (rank, label) in ranked.enumerated() { ranks[label] = rank }
                let order = rows.sorted { (ranks[places[$0]], $0) < (ranks[places[$1]], $1) }
                let cut = cut(order.map { (key: Double(ranks[places[$0]]), value: values[$0] - mean) })
                return cut.map { cut in
                    let last = ranks[places[order[cut.place - 1]]]
                    let kept = labels.indices.map { sums[$0].count > 0 && ranks[$0] <= last }
                    return (cut.gain, .among(input: input, kept))
                }
            }
        }

        /// Before which place it is best to cut: what the sum of squares loses is s^2 / n of both parts, values being about their
        /// mean.
        private func cut(_ sorted: [(key: Double, value: Double)]) -> (gain: Double, place: Int)? {
            let all = sorted.reduce(0) { $0 + $1.value }
            var (left, best): (Double, (gain: Double, place: Int)?) = (0, nil)
            for place in 1..<sorted.count {
                left += sorted[place - 1].value
                guard place >= least, sorted.count - place >= least, sorted[place - 1].key < sorted[place].key else {
                    continue
                }
                let right = all - left
                let gain =
                    left * left / Double(place) + right * right / Double(sorted.count - place)
                    - all * all / Double(sorted.count)
                if gain > best?.gain ?? 0 { best = (gain, place) }
            }
            return best
        }

        /// Cuts the weakest link again and again: the node that gains least for each leaf below it, g = (R(node) - R(below)) /
        /// (leaves - 1). Notes at each node from what weight on it is a leaf.
        mutating func prune() -> [Pruned] {
            let count = Double(max(1, nodes[0].cases.count))
            var (leaves, errors) = sums()
            var isOpen = nodes.map { $0.question != nil }
            var alpha = 0.0
            var steps = [Pruned(alpha: 0, leaves: leaves[0], error: errors[0] / count)]
            while isOpen[0] {
                var weakest = (place: 0, gain: Double.infinity)
                var stack = [0]
                while let node = stack.popLast() {
                    let gain = (nodes[node].squares - errors[node]) / Double(leaves[node] - 1)
                    if gain < weakest.gain { weakest = (node, gain) }
                    stack += [nodes[node].no, nodes[node].yes].filter { isOpen[$0] }
                }
                alpha = max(alpha, weakest.gain / count)
                close(weakest.place, alpha, &isOpen)
                (leaves, errors) = sums()
                let step = Pruned(alpha: alpha, leaves: leaves[0], error: errors[0] / count)
                // Links that are equally weak are cut together.
                if steps.last?.alpha == alpha { steps.removeLast() }
                steps.append(step)
            }
            return steps
        }

        private mutating func close(_ node: Int, _ alpha: Double, _ isOpen: inout [Bool]) {
            guard isOpen[node] else { return }
            isOpen[node] = false
            nodes[node].pruned = alpha
            close(nodes[node].yes, alpha, &isOpen)
            close(nodes[node].no, alpha, &isOpen)
        }

        /// Leaves below each node, and their sum of squares.
        private func sums() -> (leaves: [Int], errors: [Double]) {
            var leaves = [Int](repeating: 1, count: nodes.count)
            var errors = nodes.map(\.squares)
            // A node stands before those below it.
            for place in nodes.indices.reversed() where nodes[place].question != nil && nodes[place].pruned == .infinity
            {
                leaves[place] = leaves[nodes[place].yes] + leaves[nodes[place].no]
                errors[place] = errors[nodes[place].yes] + errors[nodes[place].no]
            }
            return (leaves, errors)
        }
    }
}
