import Numerics
import Testing

@testable import Governance

@Suite("Snapshots")
struct SnapshotTests {
    /// Everything that the scenarios of this suite know at once: any levers, funds of several rules, a firm, merchants,
    /// work units, vouchers, an organisation that comes later.
    static func rich(_ number: Int, burnIn: Int = 0) -> ScenarioSpecification {
        .random(number, residents: 90) {
            $0.burnIn = burnIn
            $0.institutions.support.access = true
            $0.institutions.support.money = 1
            $0.institutions.partner.franchise = 5
            $0.institutions.workUnits.services = 0.3
            $0.institutions.merchants.council = 0.5
            $0.people.types[0].workUnits = 0.4
            for c in $0.people.communities.indices {
                $0.people.communities[c].merchants = 12
                $0.people.communities[c].idleSpace = 300
            }
            $0.fundLines.append(
                .plain("tickets", rule: .vouchers(.init(entitled: .everyone, monthly: 2_000, firms: true)), month: 2))
            $0.fundLines.append(
                .plain("bids", rule: .tender(TenderTerms(price: 0.5, quality: 0.5, bidders: 1)), month: 3))
            $0.fundLines[3].until = $0.start + 11
            $0.firms = [.plain()]
            $0.firms[0].from = $0.start + 1
            $0.organisations.append(.plain("later"))
            $0.organisations[1].from = $0.start + 7
            $0.events = [
                ScheduledEvent(
                    at: $0.start + 9, title: Text(en: "later", zh: "后来"),
                    changes: [.init(lever: "cultivation", value: .number(1))])
            ]
        }
    }

    /// What a month leaves, bit by bit.
    private func life(_ world: World, months: Int) throws -> [UInt64] {
        try (0..<months).flatMap { _ in
            try world.advance()
            return world.observe().map(\.bitPattern)
                + world.communityIDs.indices.flatMap { world.observe(community: $0).map(\.bitPattern) }
                + [Identity.hash("\(world.flows)"), world.fingerprint]
        }
    }

    @Test("a run goes on as if nothing had happened, on one thread and two", arguments: [0, 1, 5, 13], [1, 2])
    func continuation(month: Int, threads: Int) throws {
        for number in 0..<4 {
            let specification = Self.rich(number, burnIn: number)
            let undisturbed = try World.lived(specification, months: month, seed: 5, replicate: 3)
            let taken = undisturbed.snapshot()
            let loaded = try World(taken, specification, threads: threads)
            #expect(loaded.snapshot() == taken)
            #expect(loaded.monthsDone == month && loaded.date == specification.start + month)
            #expect(loaded.observe().map(\.bitPattern) == undisturbed.observe().map(\.bitPattern))
            #expect(loaded.flows == undisturbed.flows)
            #expect(try life(loaded, months: 6) == life(undisturbed, months: 6))
            #expect(loaded.snapshot() == undisturbed.snapshot())
        }
    }

    @Test("a snapshot can be taken in the burn-in")
    func burnIn() throws {
        let specification = Self.rich(1, burnIn: 6)
        let world = try World(founding: specification, seed: 1, replicate: 1)
        for _ in 0..<4 { try world.advanceBurnIn() }
        let loaded = try World(world.snapshot(), specification)
        #expect(loaded.monthsDone == -2)
        for _ in 0..<2 { try loaded.advanceBurnIn() }
        let whole = try World(specification, seed: 1, replicate: 1)
        #expect(try life(loaded, months: 3) == life(whole, months: 3))
    }

    @Test("a lever changed from a snapshot does what the same change by date does in one run")
    func leverInMidRun() throws {
        let specification = Self.rich(2)
        let world = try World.lived(specification, months: 6)
        let changed = specification.with(["support.agenda": .number(0), "cultivation": .number(0)], from: world.date)
        let branch = try World(world.snapshot(), changed)
        let whole = try World.lived(changed, months: 6)
        let lived = try life(branch, months: 8)
        #expect(try lived == life(whole, months: 8))
        #expect(try lived != life(world, months: 8))
        #expect(branch.snapshot() == whole.snapshot())
    }

    @Test("what is dated later may differ: organisations, funds, firms, their ends")
    func later() throws {
        let specification = Self.rich(3)
        let world = try World.lived(specification, months: 10)
        var changed = specification
        changed.organisations[0].until = world.date + -1
        changed.organisations.append(.plain("new"))
        changed.organisations[2].from = world.date + 1
        changed.fundLines[3].until = world.date + 2
        changed.fundLines.append(.plain("new", month: 12))
        changed.fundLines[5].from = world.date
        changed.fundLines[0].changes = [.init(at: world.date, yearly: 9_000_000)]
        changed.firms[0].until = world.date
        let branch = try World(world.snapshot(), changed)
        let whole = try World.lived(changed, months: 10)
        #expect(try life(branch, months: 8) == life(whole, months: 8))
        #expect(branch.snapshot() == whole.snapshot())
    }

    @Test("another past is refused, and told by its parts")
    func otherPast() throws {
        let specification = Self.rich(0)
        let snapshot = try World.lived(specification, months: 10).snapshot()
        func parts(_ change: (inout ScenarioSpecification) -> Void) -> [String] {
            var other = specification
            change(&other)
            do throws(SnapshotError) {
                _ = try World(snapshot, other)
                return []
            } catch {
                guard case .otherScenario("small", let parts) = error else { return ["\(error)"] }
                return parts
            }
        }
        #expect(parts { $0.months = 99 } == [])
        #expect(parts { $0.people.communities[0].people = 91 } == ["people"])
        #expect(parts { $0.parameters.execution.hazard += 0.01 } == ["parameters"])
        #expect(parts { $0.institutions.cultivation = 0.123 } == ["institutions"])
        #expect(parts { $0.fundLines[0].yearly += 1 } == ["funds"])
        #expect(parts { $0.organisations[0].until = $0.start + 5 } == ["organisations"])
        #expect(parts { $0.firms[0].capital += 1 } == ["firms"])
        #expect(parts { $0.events[0].at = $0.start + 8 } == ["events"])
        #expect(parts { $0.district.attentionCapacity += 1 } == ["district"])
        #expect(parts { $0.committees.staff += 1 } == ["committees"])
        #expect(parts { $0.publicService.unitCost += 1 } == ["publicService"])
        #expect(parts { $0.start = $0.start + 1 }.contains("period"))
    }

    @Test("what was cut off, altered or never was a snapshot is refused")
    func damaged() throws {
        let specification = Self.rich(0)
        let bytes = try World.lived(specification, months: 3).snapshot()
        func refusal(_ bytes: [UInt8]) -> SnapshotError? {
            do throws(SnapshotError) {
                _ = try World(bytes, specification)
                return nil
            } catch { return error }
        }
        #expect(refusal([]) == .notASnapshot)
        #expect(refusal(Array("scenario: {}".utf8)) == .notASnapshot)
        for count in [8, 9, 20, 200, bytes.count / 2, bytes.count - 1] {
            #expect(refusal(Array(bytes.prefix(count))) == .damaged)
        }
        #expect(refusal(bytes + [0]) == .damaged)
        for place in stride(from: 8, to: bytes.count, by: bytes.count / 60) {
            var altered = bytes
            altered[place] ^= 1 << UInt8(place % 8)
            #expect(refusal(altered) == .damaged)
        }
    }

    /// Alters a snapshot anywhere and sets its checksum right: it may load or be refused, but must not break the process.
    @Test("a forged snapshot is refused or loads, and never breaks out")
    func forged() throws {
        let specification = Self.rich(0)
        let bytes = try World.lived(specification, months: 3).snapshot()
        var (refused, draws) = (0, Stream(seed: 3, replicate: 0, name: "forge").draws(agent: 0, month: 0))
        for _ in 0..<60 {
            var forged = bytes
            forged[8 + draws.integer(below: bytes.count - 16)] = UInt8(draws.integer(below: 256))
            forged.removeLast(8)
            let sum = Checksum.of(forged[...])
            forged += (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) }
            do { _ = try World(forged, specification) } catch { refused += 1 }
        }
        #expect(refused > 0 && refused < 60)
    }

    @Test("bytes of one state are the same in every process: sets and dictionaries are written in order")
    func order() throws {
        func bytes(_ value: some Encodable) throws -> [UInt8] {
            let writer = SnapshotWriter()
            try writer.put(value)
            return writer.bytes
        }
        let names = (0..<40).map(String.init)
        let forward = names.reduce(into: Set<String>()) { $0.insert($1) }
        let backward = names.reversed().reduce(into: Set<String>(minimumCapacity: 500)) { $0.insert($1) }
        #expect(try bytes(forward) == bytes(backward))
        let writer = SnapshotWriter()
        try writer.put(forward)
        #expect(try SnapshotReader(writer.bytes[...]).take(Set<String>.self) == forward)
    }
}
