/// What is recorded of a month, wherever communities live.
extension World {
    /// What came out of a month; in all processes but the first, nothing.
    public struct Observed: Sendable, Equatable {
        /// Values of the whole world, in the order of ``Observable/all``.
        public var whole: [Double] = []
        /// The same of one community after another.
        public var communities: [Double] = []
        /// The month's transfers.
        public var flows: [MoneyFlow] = []
    }

    /// What the month just lived gave; asked in all processes at once.
    ///
    /// The whole world's sums go from process to process, each adding its communities in their order, so that they are
    /// the same to the last bit as in one process.
    /// - Throws: ``ModelError`` where another process has failed.
    public func observed(whole: Bool, communities byCommunity: Bool, flows: Bool) throws(ModelError) -> Observed {
        var observed = Observed()
        let rows = byCommunity ? communities.indices.flatMap { observe(community: $0) } : []
        guard let company else {
            if whole { observed.whole = observe() }
            observed.communities = rows
            if flows { observed.flows = self.flows }
            return observed
        }
        _ = try company.gather("observed")
        if whole {
            let end = company.relay { before in
                var sum = before.map { Self.unpacked(Tally.self, $0, specification) } ?? Tally()
                for community in communities { sum.add(community.tally) }
                return Self.packed(sum)
            }
            if let end { observed.whole = Observable.values(Self.unpacked(Tally.self, end, specification)) }
        }
        if byCommunity {
            observed.communities = company.collect(rows.withUnsafeBytes { Array($0) })
                .flatMap { [Double](bytes: $0) }
        }
        if flows {
            let parts = company.collect(Self.packed(self.flows))
            observed.flows = MoneyFlow.sum(parts.flatMap { Self.unpacked([MoneyFlow].self, $0, specification) })
        }
        return observed
    }

    /// How all communities stand, for the first process; as far as this one knows it, for the others.
    ///
    /// - Throws: ``ModelError`` where another process has failed.
    public func gathered(_ standing: Standing) throws(ModelError) -> Standing {
        guard let company else { return standing }
        _ = try company.gather("standing")
        let parts = company.collect(Self.packed(standing))
        guard company.isFirst else { return standing }
        return Standing(parts.map { Self.unpacked(Standing.self, $0, specification) })
    }
}

extension MoneyFlow {
    /// Flows between the same accounts for the same purpose as one, sorted by these.
    static func sum(_ flows: [MoneyFlow]) -> [MoneyFlow] {
        var sums: [MoneyFlow] = []
        for flow in flows.sorted(by: { ($0.from, $0.to, $0.purpose) < ($1.from, $1.to, $1.purpose) }) {
            if let last = sums.last, (last.from, last.to, last.purpose) == (flow.from, flow.to, flow.purpose) {
                sums[sums.count - 1] = MoneyFlow(
                    from: last.from, to: last.to, purpose: last.purpose, fen: last.fen + flow.fen)
            } else {
                sums.append(flow)
            }
        }
        return sums
    }
}
