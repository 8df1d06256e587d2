/// Where money came from and what became of it over a whole run: a network from sources to uses in which no yuan is lost.
///
/// Accounts outside that pay are sources, those that are paid are uses; one that does both stands on both sides. What goes in a
/// circle between accounts inside (a grant and its refund) is taken off every transfer of the circle, so that money flows
/// one way and each account still passes on what it got. With transfers w and for each account v inside
///
///     held_v = sum_u w_uv - sum_u w_vu
///
/// is shown as held at the end where it is above 0, and as there at the start where it is below.
public struct MoneyGraph: Sendable, Equatable {
    public enum Node: Sendable, Hashable {
        /// An outside account that pays, and one that is paid.
        case source(String), use(String)
        /// A kind of account inside, such as `fund`.
        case inner(String)
        /// What was there before the first month, and after the last.
        case start, held
        /// Small sources, and small uses, taken together.
        case otherSources, otherUses
    }

    public struct Link: Sendable, Equatable {
        public let from: Node
        public let to: Node
        public let yuan: Double
        /// What it was paid for, the largest first.
        public let purposes: [String]
    }

    /// The largest first.
    public let links: [Link]
    /// What went in circles, and was taken off.
    public let returned: Double

    /// - Parameter rows: means of a scenario's flows.
    public init(_ rows: [MoneyTable.Row]) {
        var network = Network()
        for row in rows where row.yuan.mean > 0 { network.add(row.flow, row.yuan.mean) }
        returned = network.removeCircles()
        links = network.links
    }

    private init(links: [Link], returned: Double) {
        self.links = links
        self.returned = returned
    }

    /// All money that comes in: what leaves sources and was there at the start.
    public var total: Double { links.reduce(0) { $0 + (Self.isFirst($1.from) ? $1.yuan : 0) } }

    /// What enters and what leaves a node.
    public func through(_ node: Node) -> (in: Double, out: Double) {
        links.reduce(into: (in: 0, out: 0)) { sum, link in
            if link.to == node { sum.in += link.yuan }
            if link.from == node { sum.out += link.yuan }
        }
    }

    /// All nodes, each once.
    public var nodes: [Node] {
        var seen: [Node] = []
        for node in links.flatMap({ [$0.from, $0.to] }) where !seen.contains(node) { seen.append(node) }
        return seen
    }

    /// The same with sources that give less than a share of all money taken together, and uses that take less of it.
    ///
    /// - Returns: the graph, and what was joined; a single small source or use stays by itself.
    public func joined(below share: Double) -> (graph: MoneyGraph, sources: [Node], uses: [Node]) {
        let least = share * total
        func small(_ isSide: (Node) -> Bool, _ amount: (Node) -> Double) -> [Node] {
            let found = nodes.filter { isSide($0) && amount($0) < least }
            return found.count > 1 ? found : []
        }
        let sources = small({ if case .source = $0 { true } else { false } }, { through($0).out })
        let uses = small({ if case .use = $0 { true } else { false } }, { through($0).in })
        var sums: [Ends: (yuan: Double, purposes: [String])] = [:]
        for link in links {
            let ends = Ends(
                from: sources.contains(link.from) ? .otherSources : link.from,
                to: uses.contains(link.to) ? .otherUses : link.to)
            let known = sums[ends] ?? (0, [])
            sums[ends] = (
                known.yuan + link.yuan, known.purposes + link.purposes.filter { !known.purposes.contains($0) }
            )
        }
        let links = sums.map { Link(from: $0.from, to: $0.to, yuan: $1.yuan, purposes: $1.purposes) }
        return (MoneyGraph(links: Self.sorted(links), returned: returned), sources, uses)
    }

    private struct Ends: Hashable {
        let from: Node
        let to: Node
    }

    private static func isFirst(_ node: Node) -> Bool {
        switch node {
        case .source, .start, .otherSources: true
        default: false
        }
    }

    fileprivate static func sorted(_ links: [Link]) -> [Link] {
        links.sorted { $0.yuan != $1.yuan ? $0.yuan > $1.yuan : "\($0.from)\($0.to)" < "\($1.from)\($1.to)" }
    }
}

/// Transfers between kinds of accounts, while circles are taken off.
private struct Network {
    private var yuan: [MoneyGraph.Node: [MoneyGraph.Node: Double]] = [:]
    private var purposes: [MoneyGraph.Node: [MoneyGraph.Node: [String: Double]]] = [:]

    /// Sums of means are as exact as doubles are; less than a fen is no money.
    private static let least = 0.005

    mutating func add(_ flow: MoneyTable.Flow, _ amount: Double) {
        let from: MoneyGraph.Node = flow.from.hasPrefix("outside:") ? .source(flow.from) : .inner(flow.from)
        let to: MoneyGraph.Node = flow.to.hasPrefix("outside:") ? .use(flow.to) : .inner(flow.to)
        yuan[from, default: [:]][to, default: 0] += amount
        purposes[from, default: [:]][to, default: [:]][flow.purpose, default: 0] += amount
    }

    /// Takes the least transfer of each circle off all of its transfers.
    ///
    /// - Returns: what was taken off, each circle counted once.
    mutating func removeCircles() -> Double {
        var sum = 0.0
        while let circle = circle {
            let steps = zip(circle, circle.dropFirst() + circle.prefix(1))
            let least = steps.map { yuan[$0]?[$1] ?? 0 }.min() ?? 0
            for (from, to) in steps {
                let rest = (yuan[from]?[to] ?? 0) - least
                yuan[from]?[to] = rest > Self.least ? rest : nil
            }
            sum += least
        }
        return sum
    }

    /// Accounts inside that pay one another in turn, the last the first; nil where none do.
    private var circle: [MoneyGraph.Node]? {
        var done: Set<MoneyGraph.Node> = []
        var path: [MoneyGraph.Node] = []
        func visit(_ node: MoneyGraph.Node) -> [MoneyGraph.Node]? {
            if let first = path.firstIndex(of: node) { return Array(path[first...]) }
            guard done.insert(node).inserted else { return nil }
            path.append(node)
            defer { path.removeLast() }
            for next in sorted(Array((yuan[node] ?? [:]).keys)) {
                if let found = visit(next) { return found }
            }
            return nil
        }
        for node in sorted(Array(yuan.keys)) {
            if let found = visit(node) { return found }
        }
        return nil
    }

    /// In an order that does not depend on how sets hash.
    private func sorted(_ nodes: [MoneyGraph.Node]) -> [MoneyGraph.Node] {
        nodes.sorted { "\($0)" < "\($1)" }
    }

    var links: [MoneyGraph.Link] {
        var links: [MoneyGraph.Link] = []
        var balances: [MoneyGraph.Node: Double] = [:]
        for from in sorted(Array(yuan.keys)) {
            for to in sorted(Array((yuan[from] ?? [:]).keys)) {
                let amount = yuan[from]?[to] ?? 0
                let names = (purposes[from]?[to] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
                links.append(MoneyGraph.Link(from: from, to: to, yuan: amount, purposes: names))
                balances[from, default: 0] -= amount
                balances[to, default: 0] += amount
            }
        }
        for (node, balance) in balances {
            guard case .inner = node, abs(balance) > Self.least else { continue }
            links.append(
                balance > 0
                    ? MoneyGraph.Link(from: node, to: .held, yuan: balance, purposes: [])
                    : MoneyGraph.Link(from: .start, to: node, yuan: -balance, purposes: []))
        }
        return MoneyGraph.sorted(links)
    }
}
