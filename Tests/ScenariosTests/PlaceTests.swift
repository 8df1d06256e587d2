import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("Scenarios that are put on places")
struct PlaceTests {
    /// A folder with the whole fixture cut in two: `place.yaml` with people and offices, `regime.yaml` with the rest.
    private func inFolder<Result>(
        regime: String = "", other: String = "", _ body: (_ regime: String, _ other: String) throws -> Result
    ) throws -> Result {
        try Fixture.with("") { path in
            let folder = (path as NSString).deletingLastPathComponent
            let blocks = Self.blocks(of: try String(contentsOfFile: Fixture.right, encoding: .utf8))
            func write(_ name: String, _ parts: [String], _ more: String = "") throws {
                let text = parts.compactMap { blocks[$0] }.joined() + more
                try text.write(toFile: "\(folder)/\(name).yaml", atomically: true, encoding: .utf8)
            }
            let head =
                "id: the-place\ntitle: {en: The place, zh: 地点}\nsummary: {en: A place, zh: 一处}\nsources: [A record]\n"
            let setting = ["people", "committees", "publicService", "district"]
            try write("place", setting, head)
            try write("other", setting, other.isEmpty ? head.replacingOccurrences(of: "the-", with: "other-") : other)
            let rest = blocks.keys.filter { !setting.contains($0) }.sorted()
            try write("regime", rest, "place: place.yaml\n" + regime)
            return try body("\(folder)/regime.yaml", "\(folder)/other.yaml")
        }
    }

    /// The text of each key of the first level.
    private static func blocks(of text: String) -> [String: String] {
        var blocks: [String: String] = [:]
        var key = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix("#") {
            if let first = line.first, first.isLetter, let end = line.firstIndex(of: ":") { key = String(line[..<end]) }
            blocks[key, default: ""] += line + "\n"
        }
        return blocks
    }

    @Test("a scenario on its place is the scenario that has it all in one file")
    func sameAsWhole() throws {
        let whole = try ScenarioReader.read(path: Fixture.right)
        try inFolder { regime, _ in
            let split = try ScenarioReader.read(path: regime)
            #expect(split.specification.people == whole.specification.people)
            #expect(split.specification.district == whole.specification.district)
            #expect(split.specification.institutions == whole.specification.institutions)
            #expect(split.specification.fundLines == whole.specification.fundLines)
            #expect(split.specification.place?.id == "the-place" && whole.specification.place == nil)
            #expect(split.sources == whole.sources + ["A record"])
            #expect(split.files.map { ($0.path as NSString).lastPathComponent } == ["regime.yaml", "place.yaml"])
        }
    }

    @Test("it can be put on another place")
    func elsewhere() throws {
        try inFolder { regime, other in
            let there = try ScenarioReader.read(path: regime, on: other)
            #expect(there.specification.place == PlaceName(id: "other-place", title: Text(en: "The place", zh: "地点")))
            #expect(there.specification.id == "two-estates")
            #expect(there.files.map { ($0.path as NSString).lastPathComponent } == ["regime.yaml", "other.yaml"])
        }
    }

    @Test("a scenario that brings its own people cannot")
    func noPlaceToLeave() throws {
        let faults = try #require(refusals(Fixture.right, on: Fixture.right))
        #expect(faults.map(\.keyPath) == ["people"])
        #expect(faults[0].expected.en.hasPrefix("place: with a place's file"))
    }

    @Test("people stand in one file only, and a place has no institutions")
    func refused() throws {
        try inFolder(regime: "people: {adultShare: {value: 0.5, assumed: x}}\n") { regime, _ in
            #expect(refusals(regime)?.map(\.found.en) == ["people beside a place"])
        }
        let head = "id: b\ntitle: {en: B, zh: 乙}\nsummary: {en: B, zh: 乙}\nsources: [A]\n"
        try inFolder(other: head + "institutions: {rights: {design: true}}\n") { regime, other in
            #expect(refusals(regime, on: other)?.map(\.found.en) == ["the unknown key institutions"])
        }
    }

    @Test("a place is read by itself")
    func alone() throws {
        try inFolder { regime, other in
            let place = try ScenarioReader.readPlace(path: other)
            #expect(place.name.id == "other-place")
            #expect(ScenarioReader.isPlace(path: other) && !ScenarioReader.isPlace(path: regime))
        }
    }

    private static func communities(_ count: Int, groups: [String] = []) -> [CommunitySpecification] {
        (0..<count).map {
            CommunitySpecification(
                id: "c-\($0)", name: Text(en: "", zh: ""), type: "t", street: "s", people: 10, groups: groups)
        }
    }

    private static let rules = [
        GroupRule(id: "pilot", from: 0, to: 0.15), GroupRule(id: "first", from: 0, to: 0.8),
        GroupRule(id: "late", from: 0.8, to: 1),
    ]

    @Test("groups are parts of all communities, whatever their order in the file")
    func groups() {
        var communities = Self.communities(20)
        GroupRule.apply(Self.rules, to: &communities)
        #expect(communities.count { $0.groups == ["pilot", "first"] } == 3)
        #expect(communities.count { $0.groups == ["first"] } == 13)
        #expect(communities.count { $0.groups == ["late"] } == 4)
        var turned = Array(Self.communities(20).reversed())
        GroupRule.apply(Self.rules, to: &turned)
        #expect(turned.reversed() == communities)
    }

    @Test("a single community is the first of all; one that names the groups keeps them")
    func fewOrNamed() {
        var one = Self.communities(1)
        GroupRule.apply(Self.rules, to: &one)
        #expect(one[0].groups == ["pilot", "first"])
        var named = Self.communities(3, groups: ["pilot", "first", "late"])
        GroupRule.apply(Self.rules, to: &named)
        #expect(named == Self.communities(3, groups: ["pilot", "first", "late"]))
    }
}
