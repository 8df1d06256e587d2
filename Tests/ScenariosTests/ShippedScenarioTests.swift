import Foundation
import Governance
import Testing

@testable import Scenarios

/// The folder `Scenarios/` of the repository.
private let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Scenarios"

private func regime(_ id: String, on place: String? = nil) throws -> ScenarioSpecification {
    try ScenarioReader.read(
        path: "\(folder)/regimes/\(id).yaml", on: place.map { "\(folder)/places/\($0).yaml" }
    ).specification
}

@Suite("Scenarios that come with the program")
struct ShippedScenarioTests {
    static let library = ScenarioLibrary(in: [folder])
    static let regimes = library?.names(on: .regimes) ?? []
    static let places = library?.names(on: .places) ?? []

    @Test("all the governance models of the sources are there")
    func all() {
        #expect(
            Set(Self.regimes) == [
                "street-committee", "work-units", "x-community", "j-community", "jinsong", "polycentric", "xinhong",
                "qingyuan-pilots", "qingyuan-23", "qingyuan", "binhe-dongli", "liyuan-direct", "liyuan-detour",
                "supervised-procurement", "service-vouchers", "three-society-linkage", "hub-collaboration",
                "multi-actor",
            ])
    }

    @Test(
        "every file opens with title, summary and source, and says what claims it serves", arguments: regimes)
    func head(id: String) throws {
        let document = try ScenarioReader.read(path: "\(folder)/regimes/\(id).yaml")
        #expect(document.specification.id == id)
        #expect(!document.sources.isEmpty && !document.claims.isEmpty)
        #expect(document.specification.summary.en.count > 40 && document.specification.summary.zh.count > 15)
        let own = String(decoding: document.files[0].bytes, as: UTF8.self)
        #expect(own.hasPrefix("#"))
        for key in ["\nid:", "\ntitle:", "\nsummary:"] { #expect(own.contains(key), "\(key)") }
    }

    @Test("none sets a behavioural parameter; all last 120 months and begin in a January", arguments: regimes)
    func terms(id: String) throws {
        let specification = try regime(id)
        #expect(specification.parameters == Parameters() && specification.experimental == nil)
        #expect(specification.months == 120 && specification.start.month == 1 && specification.burnIn == 24)
    }

    @Test("every regime can be put on eight communities or on one, as it names none", arguments: regimes)
    func everywhere(id: String) throws {
        for place in ["reference", "liyuan-xiaojie-3"] { #expect(try regime(id, on: place).place?.id == place) }
    }

    @Test("every place takes a regime with groups", arguments: places)
    func anyPlace(id: String) throws { #expect(try regime("qingyuan", on: id).place?.id == id) }

    @Test("in the first seven months every regime is the baseline", arguments: regimes)
    func sameBeginning(id: String) throws {
        let specification = try regime(id, on: "reference")
        let baseline = try regime("street-committee", on: "reference")
        #expect(specification.institutions == baseline.institutions)
        #expect(specification.events.allSatisfy { $0.at >= specification.start + 7 })
        #expect(specification.organisations.allSatisfy { $0.from >= specification.start + 7 })
        #expect(specification.firms.allSatisfy { $0.from >= specification.start + 7 })
    }

    @Test("every place is read without fault", arguments: places)
    func placesAlone(id: String) throws {
        let (name, people, _) = try ScenarioReader.readPlace(path: "\(folder)/places/\(id).yaml")
        #expect(name.id == id && !people.communities.isEmpty)
    }

    @Test("130,000 people in Qingyuan's 28 communities, 23 of them from the first year, four of these pilots")
    func people() throws {
        let communities = try regime("qingyuan").people.communities
        #expect(communities.count == 28)
        #expect(communities.reduce(0) { $0 + $1.people } == 130_000)
        #expect(communities.count { $0.groups.contains("first") } == 23)
        #expect(
            communities.filter { $0.groups.contains("pilot") }.map(\.name.zh) == ["金华里", "郁花园", "金惠园二里", "兴华园"])
    }

    @Test(
        "Qingyuan, its 23, its pilots and the baseline spend the same money for projects and training in every year",
        arguments: 2007...2016)
    func sameMoney(year: Int) throws {
        for id in ["street-committee", "qingyuan-pilots", "qingyuan-23", "qingyuan"] {
            #expect(fen(of: try regime(id), in: year) == 28 * 1_258_000, "\(id)")
        }
    }

    @Test("the detour and direct mobilisation differ in what the organisation's hours are spent on alone")
    func onlyTheMix() throws {
        let (direct, detour) = (try regime("liyuan-direct"), try regime("liyuan-detour"))
        #expect(direct.fundLines == detour.fundLines && direct.people == detour.people)
        #expect(direct.organisations.map(\.contract) == detour.organisations.map(\.contract))
        var seen: Set<String> = []
        for month in 0..<120 {
            let (a, b) = (present(direct, after: month), present(detour, after: month))
            let mine = Provider.socialOrganisation
            #expect(abs(a.engagement[mine].total - b.engagement[mine].total) < 1e-9, "month \(month + 1)")
            seen.formUnion(levers(a, b))
        }
        #expect(!seen.isEmpty && seen.allSatisfy { $0.hasPrefix("engagement.socialOrganisation.") }, "\(seen)")
    }

    @Test("the counter-case differs from Jinsong in the coordinating body alone")
    func onlyTheBody() throws {
        let (jinsong, without) = (try regime("jinsong"), try regime("polycentric"))
        #expect(jinsong.fundLines == without.fundLines && jinsong.firms == without.firms)
        #expect(jinsong.people == without.people)
        for community in jinsong.people.communities {
            let seen = levers(
                present(jinsong, after: 119, in: community), present(without, after: 119, in: community))
            #expect(!seen.isEmpty && seen.allSatisfy { $0.hasPrefix("coordination.") }, "\(seen)")
        }
    }

    /// The levers in force so many months after the start, in a community or where everything happens.
    private func present(
        _ specification: ScenarioSpecification, after months: Int, in community: CommunitySpecification? = nil
    ) -> Institutions {
        specification.events.filter { event in
            event.at <= specification.start + months && community.map(event.communities.includes) ?? true
        }
        .sorted { $0.at < $1.at }.flatMap(\.changes).reduce(into: specification.institutions) { $0.apply($1) }
    }

    /// Keys of the levers that differ.
    private func levers(_ a: Institutions, _ b: Institutions) -> [String] {
        Lever.all.filter { $0.value(in: a) != $0.value(in: b) }.map(\.key)
    }

    /// What fund lines and contracts are to pay in a year of the calendar.
    private func fen(of specification: ScenarioSpecification, in year: Int) -> Int64 {
        func count(_ selection: CommunitySelection) -> Int64 {
            Int64(specification.people.communities.count { selection.includes($0) })
        }
        return (1...12).map { YearMonth(year: year, month: $0) }.reduce(0) { sum, month in
            let lines = specification.fundLines.filter {
                $0.reviewMonth == month.month && isWithin(month, $0.from, $0.until)
            }
            let contracts = specification.organisations.filter { isWithin(month, $0.from, $0.until) }
            return sum + lines.reduce(0) { $0 + $1.yearly * ($1.perCommunity ? count($1.communities) : 1) }
                + contracts.reduce(0) { $0 + $1.contract * ($1.perCommunity ? count($1.communities) : 1) }
        }
    }
}

private func isWithin(_ month: YearMonth, _ from: YearMonth, _ until: YearMonth?) -> Bool {
    from <= month && month <= until ?? month
}
