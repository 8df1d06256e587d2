import Analysis
import Archive
import Foundation
import Testing

@testable import Governance
@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Many scenarios: place 0 is the baseline, places that are odd gain participation, which halves after month 24.
enum Crowd {
    /// - Parameter years: years by which each scenario begins later than the one before.
    static func report(
        scenarios: Int = 9, attentionUntil: Int? = 24, titles: String = "Way", years: Int = 0
    ) -> Report {
        let keys = [
            "participation.rung1plus", "participation.rung2plus", "match", "need.vulnerable", "trust.committee",
            "cost.perNeedMet",
        ]
        var series = SeriesTable(
            scenarios: (0..<scenarios).map {
                .init(
                    id: "way-\($0)", title: Text(en: "\(titles) \($0)", zh: "方式 \($0)"),
                    start: YearMonth(year: 2007 + years * $0, month: 1), months: 36)
            }, observables: keys.compactMap(Observable.named), replicates: 4)
        for scenario in 0..<scenarios {
            for replicate in 0..<4 {
                let noise = [0.01, -0.01, 0.02, -0.02][replicate]
                for month in 1...36 {
                    let gain = scenario.isMultiple(of: 2) ? 0 : month <= 24 ? 0.2 + 0.1 * noise : 0.1 + 0.1 * noise
                    try! series.record(
                        [0.4 + noise + gain, 0.1 + noise + gain, 0.5 + noise, 0.5 + noise - gain, 0.3, 100],
                        scenario: scenario, replicate: replicate, month: month)
                }
            }
        }
        let inputs = Inputs(
            program: "Cogov 0.1.0", model: "m", seed: 1, observables: keys,
            scenarios: series.scenarios.map {
                let events =
                    ($0.id == "way-1" ? [ScenarioInput.Event(month: 9, title: Text(en: "It <begins>", zh: "开始"))] : [])
                    + [attentionUntil].compactMap(\.self).map {
                        .init(month: $0 + 1, title: Text(en: "Attention moves on", zh: "转移"))
                    }
                return ScenarioInput(
                    id: $0.id, title: $0.title, file: "\($0.id).yaml", sha256: "a", changes: [],
                    start: $0.start.description, months: $0.months, residents: 100, communities: ["x"],
                    parametersChanged: [], attentionUntil: attentionUntil, events: events)
            })
        return Report(
            Results(
                series: series, money: MoneyTable(scenarios: scenarios),
                standing: StandingTable(communities: Array(repeating: [], count: scenarios), replicates: 4)),
            manifest: Manifest(inputs: inputs, replicates: 4, sessions: []), baseline: "way-0")
    }
}

@Suite("Many scenarios side by side")
struct OverviewReportTests {
    @Test("Four beside the baseline are shown in one table, three each in its own")
    func screen() {
        let many = Crowd.report(scenarios: 5).screen(in: .en, style: ScreenStyle())
        #expect(many.contains("4 scenarios against the baseline way-0") && !many.contains("way-1 against the baseline"))
        let few = Crowd.report(scenarios: 4).screen(in: .en, style: ScreenStyle())
        #expect(few.contains("way-1 against the baseline way-0") && !few.contains("Holm"))
    }

    @Test("The table, to the letter, in both languages", arguments: Language.allCases)
    func golden(language: Language) throws {
        try expectGolden(
            Crowd.report(scenarios: 5).screen(in: language, style: ScreenStyle(width: 80)),
            "overview-\(language.rawValue)")
    }

    @Test("A row is a line, and no line is wider than the screen", arguments: [60, 80, 120, 200], Language.allCases)
    func width(width: Int, language: Language) {
        let lines = Crowd.report(scenarios: 9).screen(in: language, style: ScreenStyle(width: width)).split(
            separator: "\n", omittingEmptySubsequences: false)
        for line in lines { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
        // Every table names every scenario once, between two rules.
        let tables = lines.count { $0.hasPrefix("---") } / 2
        #expect(tables >= 1 && lines.count { $0.hasPrefix("  way-") } == 9 * tables)
        #expect(width < 200 || tables == 1)
    }

    @Test("overview.csv: a line for each scenario and measure, and for what persists")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "overview-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let report = Crowd.report(scenarios: 3)
        try report.write(to: folder, language: .en)
        let lines = try String(contentsOfFile: folder + "/overview.csv", encoding: .utf8).split(separator: "\n")
        #expect(
            lines[0]
                == "scenario,metric,month,mean,lower,upper,difference,difference_lower,difference_upper,p_holm,pairs")
        #expect(lines.count == 1 + 3 * 6 + 2)
        #expect(Set(lines.map { $0.count { $0 == "," } }) == [10])
        let gain = try #require(lines.first { $0.hasPrefix("way-1,participation.rung2plus,24,") }).split(separator: ",")
        #expect(abs(try #require(Double(gain[6])) - 0.2) < 1e-12 && gain[10] == "4")
        let left = try #require(lines.first { $0.hasPrefix("way-1,persistence,36,") }).split(separator: ",")
        #expect(abs(try #require(Double(left[3])) - 0.5) < 1e-12)
        #expect(lines.contains("way-2,persistence,36,,,,,,,,4"))
    }
}

@Suite("A page of many scenarios")
struct CrowdedPageTests {
    private let source = Page(report: Crowd.report(titles: "A & B"), language: .en).source

    @Test("It is well formed and no id stands twice")
    func wellFormed() {
        let parser = XMLParser(data: Data(source.utf8))
        #expect(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
        let ids = source.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
    }

    @Test("A chart for each scenario beside the baseline, whose line is in each, and the first three observables open")
    func multiples() {
        let charts = source.components(separatedBy: "<svg viewBox=\"0 0 2000 1300\"").count - 1
        // Of six observables in two languages.
        #expect(charts == 8 * 6 * 2)
        #expect(source.components(separatedBy: "class=\"line context\" data-name=\"way-0\"").count - 1 == charts)
        #expect(source.components(separatedBy: "<details open=").count - 1 == 3 * 2)
    }

    @Test("Dates are marked: those of a scenario in its chart, those of all in every chart")
    func marks() {
        #expect(source.components(separatedBy: "2007-09  It &lt;begins&gt;").count - 1 == 6)
        #expect(source.components(separatedBy: "2009-01  Attention moves on").count - 1 == 8 * 6)
    }

    @Test("What the overview links to is there")
    func links() {
        let targets = source.components(separatedBy: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(targets.count == 16)
        for target in targets { #expect(source.contains("id=\"\(target)\"")) }
    }

    @Test("Six scenarios share a chart, seven do not")
    func limit() {
        #expect(!Page(report: Crowd.report(scenarios: 6), language: .en).source.contains("class=\"multiples\""))
        #expect(Page(report: Crowd.report(scenarios: 7), language: .en).source.contains("class=\"multiples\""))
    }

    @Test("Where scenarios begin in different years, all charts go by the month of the run, and no date is told")
    func numbered() {
        for count in [3, 9] {
            let source = Page(report: Crowd.report(scenarios: count, years: 2), language: .en).source
            #expect(source.contains("months are counted from the beginning of each run"))
            #expect(source.contains("month 25  Attention moves on") && source.contains("month 9  It &lt;begins&gt;"))
            #expect(source.contains("from month 1 on.") && !source.contains("(Jan 2007)"))
            let starts = source.components(separatedBy: "data-start=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(!starts.isEmpty && Set(starts) == [""])
        }
        #expect(!source.contains("months are counted"))
    }
}
