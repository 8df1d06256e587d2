import Foundation
import Governance
import Testing

@testable import Scenarios

/// Scenarios between two of the shipped governance models.
@Suite struct ScenarioPairTests {
    private static let library =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Scenarios/"

    private static func source(_ name: String, on place: String? = "reference") throws -> ScenarioSource {
        try ScenarioSource(
            path: "\(library)regimes/\(name).yaml", on: place.map { "\(library)places/\($0).yaml" })
    }

    private static func pair(_ first: String, _ second: String) throws -> ScenarioPair {
        try ScenarioPair(source(first), source(second))
    }

    /// What decides what happens in a scenario: money, organisations, firms, and institutions after every event.
    private static func content(_ scenario: ScenarioSpecification, from start: YearMonth) -> [String] {
        let shift = start - scenario.start
        // A line without a beginning has always been there.
        func moved(_ date: YearMonth) -> YearMonth { date.year > 1900 ? date + shift : date }
        var lines = scenario.fundLines.map {
            "\($0.id) \($0.yearly) \(moved($0.from)) \($0.rule) \($0.proposers.sorted { $0.rawValue < $1.rawValue })"
        }
        lines += scenario.organisations.map { "\($0.id) \($0.contract) \(moved($0.from)) \($0.staff)" }
        lines += scenario.firms.map { "\($0.id) \(moved($0.from))" }
        for community in scenario.people.communities {
            var present = scenario.institutions
            let months = Set(scenario.events.map { $0.at + shift }).sorted()
            for month in months {
                for event in scenario.events where event.at + shift == month && event.communities.includes(community) {
                    if event.reset { present = Institutions() }
                    for change in event.changes { present.apply(change) }
                }
                lines.append("\(community.id) \(month) \(Lever.all.map { "\($0.value(in: present))" })")
            }
        }
        return lines
    }

    /// Also with resets (work units), groups of communities (Jinsong) and starts in other years.
    @Test(arguments: ["x-community", "j-community", "jinsong", "xinhong", "qingyuan", "liyuan-detour", "work-units"])
    func endsAreTheTwoThemselves(second: String) throws {
        let pair = try Self.pair("street-committee", second)
        let (first, last) = (pair.first.specification, pair.second.specification)
        let none = try pair.specification(with: [])
        let all = try pair.specification(with: Set(pair.differences))
        #expect(Self.content(none, from: first.start) == Self.content(first, from: first.start))
        // Institutions may be told at more dates than the second has events of its own; what they are at its dates is the same.
        let (own, other) = (Self.content(all, from: first.start), Self.content(last, from: first.start))
        let missing = Set(other).subtracting(own)
        #expect(missing.isEmpty, "\(missing.sorted().prefix(3))")
        #expect(all.start == first.start && all.id == "street-committee+\(second)")
    }

    @Test(arguments: ["x-community", "jinsong", "xinhong", "service-vouchers", "polycentric", "work-units"])
    func everySwitchByItselfIsValid(second: String) throws {
        let pair = try Self.pair("street-committee", second)
        let switches = pair.switches
        #expect(switches.flatMap(\.elements).sorted() == pair.differences.sorted())
        #expect(!switches.contains { $0.id == "other" }, "\(switches.filter { $0.id == "other" })")
        for own in switches {
            _ = try pair.specification(with: Set(own.elements))
            _ = try pair.specification(with: Set(pair.differences).subtracting(own.elements))
        }
    }

    @Test func whatDiffersIsFound() throws {
        let pair = try Self.pair("liyuan-direct", "liyuan-detour")
        #expect(
            pair.differences == [
                "engagement.socialOrganisation.culture", "engagement.socialOrganisation.theatre",
                "engagement.socialOrganisation.training", "engagement.socialOrganisation.meeting",
            ])
        #expect(pair.switches.map(\.id) == ["organisations"])
        let other = try Self.pair("street-committee", "liyuan-direct")
        #expect(
            other.differences.contains("funds.equal-split") && other.differences.contains("organisations.happy-family"))
        #expect(!other.differences.contains("funds.supplement") && !other.differences.contains("taskLoad"))
    }

    @Test func pairsThatCannotBeLaidTogether() throws {
        func message(_ make: () throws -> ScenarioPair) -> String {
            do { _ = try make() } catch { return "\(error)" }
            return ""
        }
        #expect(
            message { try Self.pair("x-community", "x-community") }.contains("nothing that differs from x-community"))
        let elsewhere = message {
            try ScenarioPair(Self.source("x-community", on: nil), Self.source("jinsong", on: nil))
        }
        #expect(elsewhere.contains("jinsong-north, where x-community has x-estate") && elsewhere.contains("--on"))
    }

    // MARK: Files of switches

    private func switches(_ text: String) throws -> [Switch] {
        let path = NSTemporaryDirectory() + "switches-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try Self.pair("street-committee", "x-community").switches(path: path)
    }

    @Test func aFileNamesSwitches() throws {
        let switches = try switches(
            """
            switches:
              - id: decide
                name: {en: Residents decide, zh: 居民决策}
                levers: [rights, funds.for-the-people, monitoring.assessors]
              - id: hearing
                name: {en: Hearing, zh: 倾听}
                levers: [sensing, firms]
            """)
        let decide = try #require(switches.first)
        #expect(
            decide.id == "decide" && decide.elements.contains("funds.for-the-people")
                && decide.elements.contains("rights.assess"))
        #expect(switches[1].elements.allSatisfy { $0.hasPrefix("sensing.") })
        let money = try #require(switches.first { $0.id == "money" })
        #expect(money.elements.contains("funds.venture") && !money.elements.contains("funds.for-the-people"))
        #expect(!switches.contains { $0.id == "monitoring" || $0.id == "rights" })
    }

    @Test func wrongFilesAreRefused() {
        func message(_ levers: String, _ more: String = "") -> String {
            do {
                _ = try switches("switches:\n  - {id: a, name: {en: A, zh: 甲}, levers: [\(levers)]}\n\(more)")
                return ""
            } catch { return "\(error)" }
        }
        #expect(message("sensin.survey").contains("did you mean sensing.survey?"))
        #expect(
            message("rights", "  - {id: b, name: {en: B, zh: 乙}, levers: [rights]}\n").contains(
                "rights, which a has too"))
        #expect(message("").contains("1 or more"))
    }
}
