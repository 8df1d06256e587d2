import Testing

@testable import Experiments

@Suite struct LanesTests {
    @Test func asManyRunsAsCoresTakeOneEach() {
        var lanes = Lanes(cores: 2, memory: 100)
        #expect(lanes.enter(waiting: 3, bytes: 1) == 1)
        #expect(lanes.enter(waiting: 2, bytes: 1) == 1)
        #expect(lanes.enter(waiting: 1, bytes: 1) == nil, "no core is free")
        lanes.leave(threads: 1, bytes: 1)
        #expect(lanes.enter(waiting: 1, bytes: 1) == 1)
    }

    @Test func fewerRunsThanCoresShareThem() {
        var lanes = Lanes(cores: 8, memory: 100)
        #expect(lanes.enter(waiting: 3, bytes: 1) == 3)
        #expect(lanes.enter(waiting: 2, bytes: 1) == 3)
        #expect(lanes.enter(waiting: 1, bytes: 1) == 2)
        #expect(lanes.coresFree == 0)
    }

    @Test func memoryBoundsRunsAtOnce() {
        var lanes = Lanes(cores: 8, memory: 100)
        #expect(lanes.enter(waiting: 20, bytes: 60) == 1)
        #expect(lanes.enter(waiting: 19, bytes: 60) == nil)
        #expect(lanes.enter(waiting: 19, bytes: 40) == 1)
    }

    @Test func aRunLargerThanTheBoundGoesAlone() {
        var lanes = Lanes(cores: 2, memory: 100)
        #expect(lanes.enter(waiting: 2, bytes: 500) == 1)
        #expect(lanes.enter(waiting: 1, bytes: 1) == nil)
        lanes.leave(threads: 1, bytes: 500)
        #expect(lanes.enter(waiting: 1, bytes: 500) == 2)
    }
}
