import Analysis
import Archive
import Foundation
import Testing

@testable import Governance
@testable import Reporting

@Suite("Flows from left to right")
struct SankeyChartTests {
    private func chart() -> SankeyChart {
        func node(_ name: String) -> SankeyChart.Node {
            SankeyChart.Node(name: name, amount: "1", words: MarkWords(tip: name, fields: []))
        }
        func link(_ from: Int, _ to: Int, _ value: Double) -> SankeyChart.Link {
            SankeyChart.Link(
                from: from, to: to, value: value, style: .scenario(0),
                words: MarkWords(tip: "\(from) to \(to)", fields: ["\(from)", "\(to)", "\(value)"]))
        }
        return SankeyChart(
            title: "t", description: "d", nodes: ["a", "b", "c", "x", "y"].map(node),
            links: [link(0, 2, 60), link(1, 2, 40), link(2, 3, 75), link(2, 4, 25)],
            file: ChartFile(name: "f", columns: ["from", "to", "yuan"]), id: "s")
    }

    @Test("Bands are as wide as they are large, and those of a node end within it")
    func widths() throws {
        let source = chart().markup.source
        // M x1 y1 C.. x2 y2 L x2 y2+width ...
        let bands = source.components(separatedBy: "class=\"flow s0\" d=\"M").dropFirst().map { piece in
            piece.prefix { $0 != "\"" }.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
        }
        try #require(bands.count == 4)
        let widths = bands.map { $0[9] - $0[7] }
        for (width, value) in zip(widths, [60.0, 40, 75, 25]) { #expect(abs(width / widths[0] - value / 60) < 0.01) }
        let heights = source.components(separatedBy: "class=\"node\"").dropFirst().map { piece in
            Double(piece.components(separatedBy: "height=\"")[1].prefix { $0 != "\"" }) ?? 0
        }
        #expect(abs(heights[2] - widths[2] - widths[3]) < 1 && abs(heights[2] - widths[0] - widths[1]) < 1)
        // The two that flow out lie one below the other on the node's right side.
        #expect(abs((bands[2][1] - bands[3][1]).magnitude - min(widths[2], widths[3])) < 1 || bands[2][1] < bands[3][1])
    }

    @Test("What is pointed at is told, and stands in the file")
    func words() {
        let source = chart().markup.source
        #expect(source.contains("data-tip=\"0 to 2\" data-row=\"0,2,60.0\""))
        #expect(source.contains("data-name=\"f\" data-head=\"from,to,yuan\""))
    }
}

@Suite("Maps without geography")
struct TileChartTests {
    @Test("Areas go with people, and shades with numbers")
    func areas() throws {
        func tile(_ size: Double, _ shade: Double?) -> TileChart.Tile {
            TileChart.Tile(size: size, shade: shade, words: MarkWords(tip: "x", fields: []))
        }
        let source = TileChart(
            title: "t", description: "d", groups: [("one", [tile(400, 0), tile(100, 1)]), ("two", [tile(100, nil)])],
            file: ChartFile(name: "f", columns: []), id: "m"
        ).markup.source
        let sides = source.components(separatedBy: "width=\"").dropFirst().compactMap {
            Double($0.prefix { $0 != "\"" })
        }
        #expect(sides.count == 3 && abs(sides[0] / sides[1] - 2) < 0.01 && sides[1] == sides[2])
        #expect(source.contains("fill-opacity=\"0.1\"") && source.contains("fill-opacity=\"1\""))
        #expect(source.contains("class=\"tile none\""))
    }

    @Test("Steps are round, hold all numbers, and begin no step too early")
    func shades() {
        let shades = Shades(holding: [0, 0.02, 0.21])
        #expect(shades.bounds.map { ($0 * 100).rounded() } == [0, 5, 10, 15, 20, 25])
        #expect(shades.shade(of: 0) == 0 && shades.shade(of: 0.21) == 1 && shades.shade(of: .nan) == nil)
        #expect(Shades(holding: [0.4, 0.4]).bounds.count >= 2)
        #expect(Shades(holding: []).shade(of: 0.5) != nil)
    }
}

@Suite("Numbers behind charts")
struct SeriesDownloadTests {
    @Test("Months, dates, means and intervals to five digits; nothing where there is none")
    func table() {
        let line = LineChart.Line(
            name: "a", style: .scenario(0), start: YearMonth(year: 2007, month: 12),
            estimates: [Estimate(of: [0.1234567]), Estimate(of: [1, 3]), Estimate(of: [])])
        let rows = SeriesDownload(key: "k", name: "n", lines: [line], isNumbered: false).source.split(separator: "\n")
        #expect(rows[0] == "month,date,a,a lower,a upper")
        #expect(rows[1] == "1,2007-12,0.12346,,")
        #expect(rows[2].hasPrefix("2,2008-01,2.0,-10.706,14.706"))
        #expect(rows[3] == "3,2008-02,,,")
    }

    @Test("As JSON it is neither mark-up nor broken by quotes and lines")
    func json() throws {
        let text = SeriesDownload.jsonText("a<b>&\"c\"\\\nd")
        #expect(!text.contains("<") && !text.contains("&"))
        let back = try JSONDecoder().decode([String].self, from: Data("[\(text)]".utf8))
        #expect(back == ["a<b>&\"c\"\\\nd"])
    }

    @Test("Every chart over time of the page finds its numbers, which are those that it draws")
    func page() throws {
        let source = Page(report: Fixture.report(), language: .en).source
        let json = try #require(source.components(separatedBy: "id=\"series\">").last?.prefix { $0 != "<" })
        let tables = try JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))
        let keys = Set(
            source.components(separatedBy: "data-series=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) })
        #expect(keys.count > 4 && keys == Set(tables.keys))
        let level = try #require(tables["level-0"])
        #expect(level[0] == "participation.rung1plus")
        let last = try #require(level[1].split(separator: "\n").last).split(separator: ",")
        #expect(last[0] == "24" && last[1] == "2009-07" && last[2] == "0.07" && last[5] == "0.094")
    }

    @Test("The script has no sign that XML would take for mark-up")
    func script() {
        #expect(!PageScript.source.contains("<") && !PageScript.source.contains("&"))
    }
}

@Suite("Who takes part, where, and what is claimed")
struct PeopleSectionsTests {
    /// Two scenarios of which the second has twice the shares, on two communities.
    private func report(claims: [ClaimStanding] = []) -> Report {
        let keys = AgeGroup.allCases.flatMap { age in (1...4).map { "participation.rung\($0)plus.\(age.rawValue)" } }
        let start = YearMonth(year: 2007, month: 1)
        var series = SeriesTable(
            scenarios: ["a", "b"].map {
                .init(id: $0, title: Text(en: "Way \($0)", zh: "方式 \($0)"), start: start, months: 14)
            },
            observables: keys.compactMap(Observable.named), replicates: 2)
        for scenario in 0..<2 {
            for replicate in 0..<2 {
                for month in 1...14 {
                    let size = Double(scenario + 1) * (1 + 0.1 * Double(replicate))
                    let shares = AgeGroup.allCases.flatMap { _ in [0.16, 0.08, 0.04, 0.01].map { $0 * size } }
                    try! series.record(shares, scenario: scenario, replicate: replicate, month: month)
                }
            }
        }
        let communities = [("x", 300), ("y", 100)].map {
            StandingTable.Community(
                id: $0.0, name: Text(en: "Lane \($0.0)", zh: "胡同"), type: Text(en: "lanes", zh: "胡同"), residents: $0.1)
        }
        let standing = StandingTable(communities: [communities, communities], replicates: 2)
        var local = CommunityTable(scenarios: 2, replicates: 2)
        for scenario in 0..<2 {
            for replicate in 0..<2 {
                local.record(
                    [[0.5, 0.1, 0.3], [0.6, 0.1, 0.3]], scenario: scenario, replicate: replicate, moment: .beginning)
                local.record(
                    [[0.4, 0.1, 0.3], [0.2, 0.1, 0.3]], scenario: scenario, replicate: replicate, moment: .end)
            }
        }
        let results = Results(
            series: series, money: MoneyTable(scenarios: 2), standing: standing, communities: local)
        return Report(results, manifest: Fixture.manifest(results), baseline: nil, claims: claims)
    }

    @Test("Rungs by age: what is at a rung and no higher, mean of the last year")
    func rungs() throws {
        let source = try #require(Chapter(report: report(), language: .en).rungsSection).source
        #expect(source.components(separatedBy: "data-row=").count - 1 == 3 * 2 * 4)
        // 0.16 - 0.08, with replicates 10 % apart.
        for (row, share) in [("young,a,1", 0.084), ("old,b,4", 0.021)] {
            let number = source.components(separatedBy: "data-row=\"\(row),").last?.prefix { $0 != "," } ?? ""
            #expect(abs((Double(number) ?? .nan) - share) < 1e-9, "\(row): \(number)")
        }
        #expect(Chapter(report: Fixture.report(), language: .en).rungsSection == nil)
    }

    @Test("Maps at the beginning and the end, with names, people and numbers; no map for a community alone")
    func maps() throws {
        let chapter = Chapter(report: report(), language: .zh)
        let source = try #require(chapter.mapSection).source
        #expect(source.components(separatedBy: "<svg viewBox=\"0 0 3400").count - 1 == 3 * 2 * 2)
        #expect(source.contains("data-row=\"b,y,lanes,100,end,0.2,"))
        #expect(source.contains("这不是地理图") && source.contains("最初 12 个月"))
    }

    @Test("Claims about the scenarios that were run are told, others are not")
    func claims() throws {
        func claim(_ id: String, on scenario: String) -> ClaimStanding {
            ClaimStanding(
                id: id, title: Text(en: "It holds <\(id)>", zh: "成立"), kind: .emergent, source: "Lu 2020",
                scenarios: [scenario], verdict: .contradicted, robust: 0.5, replicates: 30)
        }
        let chapter = Chapter(report: report(claims: [claim("C1", on: "a"), claim("C2", on: "z")]), language: .en)
        let source = try #require(chapter.claimsSection).source
        #expect(source.contains("It holds &lt;C1&gt;") && source.contains("contradicted") && !source.contains("C2"))
        #expect(Chapter(report: report(), language: .en).claimsSection == nil)
    }

    @Test("A changed parameter is told with its range and where its default comes from")
    func parameters() throws {
        let source = Chapter(report: Fixture.report(), language: .en).parametersSection.source
        let field = try #require(Parameters.named("participation.spirit"))
        #expect(source.contains("participation.spirit") && source.contains(field.provenance.kind))
        #expect(source.contains(Markup(NumberText.short(field.range.upperBound, digits: 4)).source))
        #expect(source.contains("months=24"))
    }
}
