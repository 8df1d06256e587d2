import Foundation
import Governance
import Testing

@testable import Scenarios

/// The folder `Scenarios/` of the repository.
private let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Scenarios"

@Suite("Scenarios that come with the program")
struct ShippedScenarioTests {
    let baseline: ScenarioDocument
    let qingyuan: ScenarioDocument

    init() throws {
        baseline = try ScenarioReader.read(path: folder + "/street-committee.yaml")
        qingyuan = try ScenarioReader.read(path: folder + "/qingyuan.yaml")
    }

    static let files = [""].flatMap { place in
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + place)) ?? []).filter { $0.hasSuffix(".yaml") }
            .map { folder + place + "/" + $0 }
    }

    @Test("every place is read without fault", arguments: ["reference"])
    func places(id: String) throws {
        #expect(try ScenarioReader.readPlace(path: folder + "/places/\(id).yaml").name.id == id)
    }

    @Test("every file is read without fault and opens with title, summary and source", arguments: files)
    func read(path: String) throws {
        let document = try ScenarioReader.read(path: path)
        #expect(!document.sources.isEmpty)
        let own = String(decoding: document.files[0].bytes, as: UTF8.self)
        for key in ["\nid:", "\ntitle:", "\nsummary:", "\nsources:"] { #expect(own.contains(key), "\(key)") }
    }

    @Test("no scenario sets a behavioural parameter or calls itself experimental", arguments: files)
    func noParameters(path: String) throws {
        let specification = try ScenarioReader.read(path: path).specification
        #expect(specification.parameters == Parameters() && specification.experimental == nil)
    }

    @Test("130,000 people in 28 communities, 23 of them from the first year, four of these pilots")
    func people() {
        let communities = qingyuan.specification.people.communities
        #expect(communities.count == 28)
        #expect(communities.reduce(0) { $0 + $1.people } == 130_000)
        #expect(communities.count { $0.groups.contains("first") } == 23)
        #expect(communities.count { $0.groups == ["late"] } == 5)
        #expect(
            communities.filter { $0.groups.contains("pilot") }.map(\.name.zh) == ["金华里", "郁花园", "金惠园二里", "兴华园"])
        #expect(communities.filter { $0.type == "bungalows" }.map(\.id) == ["jinhuali"])
    }

    @Test("72 months from 2007-01 after a burn-in of 24")
    func period() {
        for specification in [baseline.specification, qingyuan.specification] {
            #expect(specification.start == YearMonth(year: 2007, month: 1))
            #expect(specification.months == 72 && specification.burnIn == 24)
        }
    }

    @Test("the two scenarios share people, committees, public service, district and institutions at the start")
    func samePlace() {
        let (a, b) = (baseline.specification, qingyuan.specification)
        #expect(a.people == b.people)
        #expect(a.committees == b.committees)
        #expect(a.publicService == b.publicService)
        #expect(a.district == b.district)
        #expect(a.institutions == b.institutions)
        #expect(a.institutions.taskLoad == 0.9)
    }

    @Test("the two scenarios spend the same money for projects and training in every year", arguments: 2005...2012)
    func sameMoney(year: Int) {
        #expect(fen(of: baseline.specification, in: year) == 35_200_000)
        #expect(fen(of: qingyuan.specification, in: year) == 35_200_000)
    }

    @Test("all money comes from one named account")
    func payer() {
        for specification in [baseline.specification, qingyuan.specification] {
            let payers =
                specification.fundLines.flatMap { $0.sources.map(\.account) } + specification.organisations.map(\.payer)
            #expect(Set(payers) == [Account.streetBudget])
        }
    }

    @Test("every organiser that spends hours on activities spends the same share of them")
    func sameHours() {
        let (a, b) = (baseline.specification, qingyuan.specification)
        for community in b.people.communities {
            var present = b.institutions
            for event in b.events.sorted(by: { $0.at < $1.at }) where event.communities.includes(community) {
                for change in event.changes { present.apply(change) }
                for provider in [Provider.committee, .residents] {
                    let before = a.institutions.engagement[provider].total
                    #expect(abs(present.engagement[provider].total - before) < 1e-9, "\(event.at) \(community.id)")
                }
            }
        }
    }

    @Test("the two scenarios are one until August 2007")
    func sameBeginning() {
        let august = YearMonth(year: 2007, month: 8)
        #expect(qingyuan.specification.events.allSatisfy { $0.at >= august })
        #expect(qingyuan.specification.organisations.allSatisfy { $0.from >= august })
        let due = { (specification: ScenarioSpecification, date: YearMonth) in
            specification.fundLines.filter {
                $0.reviewMonth == date.month && isWithin(date, $0.from, $0.until)
            }.map { line in
                var line = line
                line.until = nil
                return line
            }
        }
        for ordinal in YearMonth(year: 2005, month: 1).ordinal..<august.ordinal {
            let date = YearMonth(ordinal: ordinal)
            #expect(due(baseline.specification, date) == due(qingyuan.specification, date))
        }
    }

    @Test("by 2009 all communities are under the same institutions")
    func lateComersCatchUp() {
        let specification = qingyuan.specification
        let last = specification.people.communities.map { community in
            specification.events.sorted { $0.at < $1.at }.filter { $0.communities.includes(community) }
                .flatMap(\.changes).reduce(into: specification.institutions) { $0.apply($1) }
        }
        var withoutPilotStatus = last
        for index in withoutPilotStatus.indices { withoutPilotStatus[index].support.pilotWeight = 0 }
        #expect(withoutPilotStatus.allSatisfy { $0 == withoutPilotStatus[0] })
    }

    /// What fund lines and contracts pay in a year of the calendar.
    private func fen(of specification: ScenarioSpecification, in year: Int) -> Int64 {
        (1...12).map { YearMonth(year: year, month: $0) }.reduce(0) { sum, month in
            let lines = specification.fundLines.filter {
                $0.reviewMonth == month.month && isWithin(month, $0.from, $0.until)
            }
            let contracts = specification.organisations.filter { isWithin(month, $0.from, $0.until) }
            return sum + lines.reduce(0) { $0 + $1.yearly } + contracts.reduce(0) { $0 + $1.contract }
        }
    }
}

private func isWithin(_ month: YearMonth, _ from: YearMonth, _ until: YearMonth?) -> Bool {
    from <= month && month <= until ?? month
}
