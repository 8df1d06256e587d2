import Testing

@testable import Governance

/// Notes what is carried.
private final class NotingTape: StateTape {
    var names: [String] = []

    func carry<Value: Codable>(_ name: String, _: inout Value) { names.append(name) }
    func carry(_: ResidentBlock) { names.append("residents") }
}

/// Who adds a stored property says here that it follows from the scenario, or carries it (``StateTape``).
@Suite("State that snapshots carry")
struct StateTapeTests {
    private let world: World

    init() throws { world = try .lived(SnapshotTests.rich(0), months: 2) }

    private func stored(_ value: Any) -> Set<String> {
        Set(Mirror(reflecting: value).children.compactMap(\.label))
    }

    @Test("every stored property of a community is carried or follows")
    func community() throws {
        let tape = NotingTape()
        var community = world.communities[0]
        try community.carry(on: tape)
        let following: Set = [
            "specification", "identity", "street", "buildings", "needRate", "vulnerableCount", "traitCounts",
            "leadershipExponent", "restingFacilitation", "store",
        ]
        #expect(Set(tape.names).union(following) == stored(community))
        #expect(Set(tape.names).count == tape.names.count && following.isDisjoint(with: tape.names))
    }

    @Test("every stored property of a social organisation is carried or follows")
    func organisation() throws {
        let tape = NotingTape()
        var organisation = world.organisations[0]
        try organisation.carry(on: tape)
        #expect(Set(tape.names).union(["terms", "communities"]) == stored(organisation))
    }

    @Test("every stored property of a world is carried or follows")
    func whole() throws {
        let tape = NotingTape()
        try world.carry(on: tape)
        // Organisations and communities name their own; how many months were lived stands in the head.
        let own = ["organisations", "foundedFirms", "government", "ledger", "paidIn"]
        #expect(Array(tape.names.suffix(4)) == Array(own.dropFirst()) && tape.names.contains("organisations"))
        let other: Set = [
            "specification", "communities", "roster", "firms", "monthsLived", "context", "scratches",
        ]
        // Of processes that live a run together, none takes snapshots.
        let spread: Set = ["company", "farTieDesk", "untold"]
        #expect(other.union(own).union(spread) == stored(world))
    }

    @Test("every column of residents stands in the bytes that are copied")
    func columns() {
        let block = world.communities[0].residents
        let rows = stored(block).subtracting(["count", "base", "byteCount"])
        #expect(rows == Set(block.columns.keys))
        #expect(block.columns.values.reduce(0) { $0 + $1.count } == block.byteCount)
    }

    @Test("a far tie's other end is looked at again, the rest is carried")
    func farTies() {
        let ties = world.communities.flatMap(\.farTies)
        #expect(!ties.isEmpty && stored(ties[0]) == ["from", "community", "to", "active", "trust"])
    }

    @Test("what the parts of a past leave out is words and the length of a run")
    func past() {
        let parts = Set(world.specification.past(before: world.date).parts.map(\.name))
        let elsewhere = ["start": "period", "burnIn": "period", "fundLines": "funds"]
        let neverActs: Set = ["id", "title", "summary", "place", "months", "experimental"]
        #expect(Set(stored(world.specification).subtracting(neverActs).map { elsewhere[$0] ?? $0 }) == parts)
    }
}
