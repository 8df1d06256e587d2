import Analysis
import Archive
import Foundation

@testable import Governance
@testable import Reporting

/// Results small enough to work out by hand: replicate r of month m is a line in r and m.
enum Fixture {
    static let observables = [
        observable("participation.rung1plus", "share", "residents who take part", "参与居民占比"),
        observable("need.mean", "1", "mean unmet need", "平均未满足需求"),
        observable("cost.perNeedMet", "yuan/unit", "money spent per unit of need met", "满足单位需求的支出"),
        observable("money.spent", "yuan", "money spent & <booked>", "已支出资金"),
    ]

    private static func observable(_ key: String, _ unit: String, _ en: String, _ zh: String) -> Observable {
        Observable(key: key, unit: unit, meaning: Text(en: en, zh: zh), formula: "-", range: nil)
    }

    /// Participation rises by 0.1 points a month under `open`, and does not under `closed`; need does not differ but by
    /// noise that changes sign with the replicate; cost is undefined in the first year.
    static func results(replicates: Int = 4, months: Int = 24) -> Results {
        let start = YearMonth(year: 2007, month: 8)
        var series = SeriesTable(
            scenarios: [
                .init(id: "closed", title: Text(en: "Street & committee", zh: "街居制"), start: start, months: months),
                .init(
                    id: "open", title: Text(en: "Participatory <projects>", zh: "参与式项目"), start: start, months: months),
            ], observables: observables, replicates: replicates)
        for replicate in 0..<replicates {
            let noise = Double(replicate) - Double(replicates - 1) / 2
            for month in 1...months {
                let m = Double(month)
                let cost = month > 12 ? 20 + noise : .nan
                try! series.record(
                    [0.07 + 0.001 * noise, 0.4 + 0.01 * noise, cost, 1_200_000 * m],
                    scenario: 0, replicate: replicate, month: month)
                try! series.record(
                    [0.07 + 0.0011 * noise + 0.001 * m, 0.4 - 0.01 * noise, cost - 2, 1_200_000 * m],
                    scenario: 1, replicate: replicate, month: month)
            }
        }
        var money = MoneyTable(scenarios: 2)
        for scenario in 0..<2 {
            for replicate in 0..<replicates {
                money.add(transfers(replicate), scenario: scenario)
            }
        }
        return Results(series: series, money: money, standing: standing(replicates))
    }

    /// Unmet need of `x` falls and that of `y` rises under `open`, in every replicate; all else is the same noise.
    private static func standing(_ replicates: Int) -> StandingTable {
        let communities = [
            StandingTable.Community(id: "x", type: Text(en: "old <lanes>", zh: "老胡同")),
            StandingTable.Community(id: "y", type: Text(en: "estate", zh: "小区")),
        ]
        var table = StandingTable(communities: [communities, communities], replicates: replicates)
        for replicate in 0..<replicates {
            let noise = 0.01 * Double(replicate)
            for scenario in 0..<2 {
                let values = (0..<3).flatMap { place in
                    Standing.measures.map { measure in
                        let change = measure.key == "need" ? [-0.05, 0.03, 0.0][place] : 0
                        return 0.4 + noise * (scenario == 1 ? 1.1 : 1) + (scenario == 1 ? change : 0)
                    }
                }
                table.record(values, scenario: scenario, replicate: replicate)
            }
        }
        return table
    }

    private static func transfers(_ replicate: Int) -> [RunRecord.MoneyRow] {
        [
            .init(month: 1, from: "outside:city-budget", to: "fund:projects/1", purpose: "release", fen: 2_000_000_00),
            .init(
                month: 2, from: "fund:projects/1", to: "project:a", purpose: "grant",
                fen: Int64(1_000_000_00 + replicate * 10_000_00)),
            .init(month: 3, from: "project:a", to: "outside:suppliers", purpose: "spending", fen: 900_000_00),
        ]
    }

    static func manifest(_ results: Results) -> Manifest {
        let inputs = Inputs(
            program: "Cogov 0.1.0", model: "m", seed: 1, observables: results.series.observables.map(\.key),
            scenarios: results.series.scenarios.map {
                ScenarioInput(
                    id: $0.id, title: $0.title, file: "Scenarios/\($0.id).yaml",
                    sha256: String(repeating: "a", count: 64),
                    changes: $0.id == "open" ? ["months=24"] : [], start: $0.start.description, months: $0.months,
                    residents: 1000, communities: ["x", "y"],
                    parametersChanged: $0.id == "open"
                        ? [.init(key: "participation.spirit", standard: 1.2, value: 1.5)] : [])
            })
        let session = Manifest.Session(
            command: ["cogov", "compare", "Scenarios/closed.yaml", "Scenarios/open.yaml"], threads: 2, started: Date())
        return Manifest(inputs: inputs, replicates: results.series.replicates, sessions: [session])
    }

    static func report(replicates: Int = 4, months: Int = 24, baseline: String? = "closed") -> Report {
        let results = results(replicates: replicates, months: months)
        return Report(results, manifest: manifest(results), baseline: baseline)
    }
}
