extension Observable.Definition {
    /// The four functions that a community has to fulfil after Zhang (2020), as indices of other observables.
    ///
    /// Zhang gives no measure; each index is the plain mean of what stands for the words. Integration: scattered people
    /// and forces are brought together. Control: conduct is guided so that people take part in the community, and
    /// order is kept. Support: resources are given without pay, rightly allotted, to those in need. Welfare: material and
    /// cultural life gets better.
    static let functions: [Self] = [
        function(
            "integration", "mean of trust.neighbours, 1 - ties.isolated, participation.rung1plus", "social integration",
            "社会整合"
        ) {
            [
                ratio($0.trust[TrustSubject.neighbours.lane], Double($0.residents)),
                1 - ratio(Double($0.isolated), Double($0.residents)), reached(1, $0),
            ]
        },
        function(
            "control", "mean of compliance, 1 / (1 + issues.open), participation.rung2plus", "social control", "社会控制"
        ) {
            [
                ratio($0.order.compliance, Double($0.communities)),
                1 / (1 + ratio(Double($0.order.open), Double($0.order.buildings))), reached(2, $0),
            ]
        },
        function("support", "mean of 1 - need.vulnerable, match", "social support", "社会支持") { tally in
            let vulnerable = Double(tally.rungs.count(.vulnerable))
            return [
                1 - ratio(tally.needVulnerable.treeSum / Double(Domain.count), vulnerable),
                ratio(tally.service.matched, tally.service.demand),
            ]
        },
        function(
            "welfare", "1 - mean of need.environment, need.culture, need.convenience, need.facilities",
            "social welfare", "社会福利"
        ) { tally in
            [Domain.environment, .culture, .convenience, .facilities].map {
                1 - ratio(tally.need[$0.index], Double(tally.residents))
            }
        },
    ]

    private static func reached(_ rung: Int, _ tally: Tally) -> Double {
        ratio(Double(tally.rungs.count(.all, from: rung)), Double(tally.residents))
    }

    private static func function(
        _ name: String, _ formula: String, _ en: String, _ zh: String, _ parts: @escaping @Sendable (Tally) -> [Double]
    ) -> Self {
        Self("functions.\(name)", "index", formula, 0...1, en, zh) { tally in
            let parts = parts(tally)
            return parts.reduce(0, +) / Double(parts.count)
        }
    }
}
