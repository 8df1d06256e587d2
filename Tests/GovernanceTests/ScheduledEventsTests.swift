import Testing

@testable import Governance

@Suite("What is dated happens")
struct ScheduledEventsTests {
    func event(_ month: Int, _ selection: CommunitySelection, _ value: LeverValue = .number(0.4)) -> ScheduledEvent {
        ScheduledEvent(
            at: YearMonth(year: 2008, month: month), title: Text(en: "event", zh: "事件"), communities: selection,
            changes: [.init(lever: "taskLoad", value: value)])
    }

    /// In March the pilot's load falls, in April that of the community named, in May everybody's.
    @Test func byHand() throws {
        let world = try World(
            .small {
                $0.institutions.taskLoad = 0.9
                $0.events = [event(3, .group("pilot")), event(4, .listed(["c"])), event(5, .all, .number(0.1))]
            }, seed: 1, replicate: 0)
        var loads: [[Double]] = []
        for number in 1...6 {
            try ScheduledEvents.step(world, world.month(number))
            loads.append(world.communities.map(\.institutions.taskLoad))
        }
        #expect(loads[1] == [0.9, 0.9, 0.9])
        #expect(loads[2] == [0.4, 0.9, 0.9])
        #expect(loads[3] == [0.4, 0.9, 0.4])
        #expect(loads[5] == [0.1, 0.1, 0.1])
    }

    /// Work unit, its end, re-organisation: each order is its own levers and nothing of the one before.
    @Test func aResetBeginsAnotherOrder() throws {
        let world = try World(
            .small {
                $0.institutions = .open
                $0.events = [event(3, .listed(["a", "b"])), event(4, .listed(["b"])), event(4, .all, .number(0.7))]
                $0.events[0].reset = true
                $0.events[1].reset = true
                $0.events[1].changes = []
            }, seed: 1, replicate: 0)
        for number in 1...3 { try ScheduledEvents.step(world, world.month(number)) }
        var loaded = Institutions()
        loaded.taskLoad = 0.4
        #expect(world.communities.map(\.institutions) == [loaded, loaded, .open])
        try ScheduledEvents.step(world, world.month(4))
        let (a, b, c) = (world.communities[0], world.communities[1], world.communities[2])
        loaded.taskLoad = 0.7
        #expect(a.institutions == loaded && b.institutions == loaded)
        #expect(c.institutions.rights == Institutions.open.rights && c.institutions.taskLoad == 0.7)
    }

    /// A reset to what is neutral already changes nothing.
    @Test func aResetOfNothingDoesNothing() throws {
        var reset = event(3, .all, .number(0))
        reset.reset = true
        let events = [reset]
        let digest = try World.lived(.small { $0.events = events }, months: 6).digest
        #expect(try World.lived(.small(), months: 6).digest == digest)
    }

    @Test func whatCannotBeSetStopsTheRun() throws {
        let wrong = try World(.small { $0.events = [event(1, .all, .number(2))] }, seed: 1, replicate: 0)
        #expect(throws: ModelError.self) { try ScheduledEvents.step(wrong, wrong.month(1)) }
        var unknown = event(1, .all)
        unknown.changes[0].lever = "wishes"
        let missing = try World(.small { $0.events = [unknown] }, seed: 1, replicate: 0)
        let error = #expect(throws: ModelError.self) { try ScheduledEvents.step(missing, missing.month(1)) }
        #expect(error?.description == "there is no lever wishes")
    }

    @Test func withoutEventsNothingChanges() throws {
        let world = try World(.random(1), seed: 1, replicate: 0)
        for number in 1...24 { try ScheduledEvents.step(world, world.month(number)) }
        #expect(world.communities.allSatisfy { $0.institutions == world.specification.institutions })
    }
}
