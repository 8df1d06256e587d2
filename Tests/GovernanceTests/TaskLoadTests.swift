import Testing

@testable import Governance

@Suite("Reforms of the task load")
struct TaskLoadTests {
    let p = TaskLoad.Parameters()

    func load(_ centralise: Double, _ list: Double, _ admit: Double, of load: Double = 0.9) -> Double {
        var levers = Institutions()
        levers.taskLoad = load
        levers.taskReform = .init(centralise: centralise, list: list, admit: admit)
        return TaskLoad.effective(levers, p)
    }

    /// 0.9 x 0.75 x 0.8 x 0.85; half a list takes away a tenth.
    @Test func byHand() {
        #expect(isClose(load(1, 1, 1), 0.459))
        #expect(isClose(load(0, 0.5, 0), 0.81))
    }

    @Test func eachReformLightensTheLoad() {
        for (a, b) in [
            (load(1, 0, 0), load(0.5, 0, 0)), (load(0, 1, 0), load(0, 0.5, 0)), (load(0, 0, 1), load(0, 0, 0.5)),
        ] {
            #expect(0 < a && a < b && b < 0.9)
        }
        #expect(load(1, 1, 1, of: 0) == 0)
    }

    /// What a committee shows is the effective load; reform that is not made takes nothing.
    @Test func theTaskShareIsTheEffectiveOne() throws {
        func share(_ reform: Institutions.TaskReform) throws -> Double {
            let world = try World.lived(
                .small {
                    $0.institutions.taskLoad = 0.9
                    $0.institutions.taskReform = reform
                }, months: 2)
            return try world.observe("committee.taskShare")
        }
        #expect(isClose(try share(.init()), 0.9))
        #expect(isClose(try share(.init(centralise: 1, list: 1, admit: 1)), 0.459))
    }

    @Test func neutralLeversDoNothing() throws {
        func digest(_ change: (inout Parameters) -> Void) throws -> UInt64 {
            try World.lived(.lively { change(&$0.parameters) }, months: 6).digest
        }
        #expect(try digest { $0.taskLoad = .init(back: 0.35, listed: 0.28, admitted: 0.21) } == digest { _ in })
    }

    @Test func golden() { #expect(written(load(0.3, 0.6, 0.9, of: 0.77)) == "0.5421646999999999") }
}
