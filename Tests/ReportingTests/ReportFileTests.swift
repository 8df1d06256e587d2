import Archive
import Foundation
import Testing

@testable import Reporting

@Suite("The files of a report")
struct ReportFileTests {
    private func written(_ report: Report) throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try report.write(to: folder, language: .en)
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = String(
                decoding: try #require(FileManager.default.contents(atPath: folder + "/" + name)), as: UTF8.self)
        }
        return files
    }

    @Test("A run leaves summary and page, a comparison its differences too, and nothing half written")
    func names() throws {
        #expect(try written(Fixture.report(baseline: nil)).keys.sorted() == ["report.html", "summary.csv"])
        let report = Fixture.report()
        let files = ["comparison.csv", "effects.csv", "overview.csv", "report.html", "summary.csv", "winners.csv"]
        #expect(try written(report).keys.sorted() == files)
        #expect(report.files.sorted() == files)
    }

    /// Replicates 0.3 and 0.5 have mean 0.4, deviation 0.1 sqrt 2 and half width 12.706 x 0.1.
    @Test("summary.csv: a line for each scenario, observable and month; undefined is empty")
    func summary() throws {
        let lines = try #require(written(Fixture.report(replicates: 2, months: 13))["summary.csv"]).split(
            separator: "\n")
        #expect(lines[0] == "scenario,observable,month,mean,sd,lower,upper,n")
        #expect(lines.count == 1 + 2 * 4 * 13)
        #expect(lines.contains("closed,cost.perNeedMet,12,,,,,0"))
        let cost = try #require(lines.first { $0.hasPrefix("closed,cost.perNeedMet,13,") }).split(separator: ",")
        let numbers = cost[3...6].compactMap { Double($0) }
        for (number, expected) in zip(numbers, [20, 0.5.squareRoot(), 20 - 6.3531, 20 + 6.3531]) {
            #expect(abs(number - expected) < 1e-4)
        }
        #expect(cost[7] == "2")
    }

    @Test("comparison.csv: differences by observable and month, with effect size and pairs")
    func comparison() throws {
        let lines = try #require(written(Fixture.report())["comparison.csv"]).split(separator: "\n")
        #expect(lines[0] == "baseline,other,observable,month,difference,lower,upper,effect_size,pairs")
        #expect(lines.count == 1 + 4 * 24)
        let row = try #require(lines.first { $0.hasPrefix("closed,open,participation.rung1plus,10,") })
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        #expect(abs(try #require(Double(fields[4])) - 0.01) < 1e-12)
        #expect(fields[8] == "4")
        // Cost differs by 2 in every pair: an interval without width, and no effect size.
        #expect(lines.contains("closed,open,cost.perNeedMet,24,-2.0,-2.0,-2.0,,4"))
        #expect(lines.contains("closed,open,cost.perNeedMet,12,,,,,0"))
    }

    /// The change of -0.05 and 0.03, and a tenth of the noise of 0, 0.01, 0.02, 0.03: 0.0015 more on average.
    @Test("winners.csv: a line for each party and subject, with what it means for the party")
    func winners() throws {
        let lines = try #require(written(Fixture.report())["winners.csv"]).split(separator: "\n")
        #expect(
            lines[0] == "baseline,other,part,name,type,subject,unit,baseline_mean,other_mean,difference,lower,upper,"
                + "effect_size,pairs,fate")
        #expect(lines.count == 1 + 3 + 3 * 2 + 8 * 2 + 2 * 3 + 2 * 3)
        let x = try #require(lines.first { $0.hasPrefix("closed,open,community,x,old <lanes>,need,share,") })
            .split(separator: ",", omittingEmptySubsequences: false)
        #expect(abs(try #require(Double(x[9])) + 0.0485) < 1e-9)
        #expect(x[13] == "4" && x[14] == "wins")
        #expect(lines.contains { $0.hasPrefix("closed,open,type,estate,estate,need,") && $0.hasSuffix(",4,loses") })
        #expect(lines.contains { $0.hasPrefix("closed,open,domain,culture,,money,yuan,") && $0.hasSuffix(",unclear") })
    }

    @Test("A folder that is not there is refused and nothing is made")
    func missing() {
        let folder = "/nowhere/\(UUID().uuidString)"
        #expect(throws: ArchiveError.self) { try Fixture.report().write(to: folder, language: .en) }
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
