public import Archive

/// Where money came from and went, summed over a whole run and averaged over replicates.
///
/// Accounts of one kind are taken together: all residents' committees, all projects, all fund lines. Money
/// that passes through several hands is counted at each transfer, so rows of different purposes must not be added up.
public struct MoneyTable: Sendable, Equatable {
    /// One list for each scenario.
    private var scenarios: [Sums]

    private struct Sums: Sendable, Equatable {
        var replicates = 0
        var yuan: [Flow: [Double]] = [:]
    }

    /// From whom to whom, and what for.
    public struct Flow: Sendable, Hashable {
        /// A kind of account (`committee`, `fund`), or an account of the outside world (`outside:city-budget`).
        public let from: String
        public let to: String
        public let purpose: String

        public init(from: String, to: String, purpose: String) {
            self.from = from
            self.to = to
            self.purpose = purpose
        }
    }

    /// A table of so many scenarios in which no run is entered yet.
    public init(scenarios: Int) { self.scenarios = Array(repeating: Sums(), count: scenarios) }

    /// Enters all transfers of one run.
    public mutating func add(_ transfers: [RunRecord.MoneyRow], scenario: Int) {
        var sums: [Flow: Int64] = [:]
        for transfer in transfers {
            let flow = Flow(
                from: Self.kind(of: transfer.from), to: Self.kind(of: transfer.to), purpose: transfer.purpose)
            sums[flow, default: 0] += transfer.fen
        }
        let before = scenarios[scenario].replicates
        scenarios[scenario].replicates += 1
        for (flow, fen) in sums {
            // A flow that no earlier run had was 0 in them.
            var sample = scenarios[scenario].yuan[flow] ?? []
            sample += Array(repeating: 0, count: before - sample.count)
            scenarios[scenario].yuan[flow] = sample + [Double(fen) / 100]
        }
    }

    /// A flow's yuan in a whole run.
    public struct Row: Sendable, Equatable {
        public let flow: Flow
        public let yuan: Estimate
    }

    /// The flows of a scenario, largest first.
    public func rows(scenario: Int) -> [Row] {
        let sums = scenarios[scenario]
        return sums.yuan.map { flow, sample in
            Row(flow: flow, yuan: Estimate(of: sample + Array(repeating: 0, count: sums.replicates - sample.count)))
        }
        .sorted {
            $0.yuan.mean != $1.yuan.mean
                ? $0.yuan.mean > $1.yuan.mean
                : ($0.flow.purpose, $0.flow.from, $0.flow.to) < ($1.flow.purpose, $1.flow.from, $1.flow.to)
        }
    }

    /// The kind of an account: what stands before the first colon; outside accounts are kinds of their own.
    static func kind(of account: String) -> String {
        account.hasPrefix("outside:") ? account : String(account.prefix { $0 != ":" })
    }
}
