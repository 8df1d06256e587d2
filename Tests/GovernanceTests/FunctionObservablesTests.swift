import Testing

@testable import Governance

@Suite("The four functions of a community")
struct FunctionObservablesTests {
    /// The formulas that the registry tells, from the observables that they name.
    @Test(arguments: 0..<3) func theFormulasHold(number: Int) throws {
        let world = try World.lived(.random(number), months: 8)
        func value(_ key: String) throws -> Double { try world.observe(key) }
        #expect(
            isClose(
                try value("functions.integration"),
                try (value("trust.neighbours") + 1 - value("ties.isolated") + value("participation.rung1plus")) / 3))
        #expect(
            isClose(
                try value("functions.control"),
                try (value("compliance") + 1 / (1 + value("issues.open")) + value("participation.rung2plus")) / 3))
        #expect(
            isClose(try value("functions.support"), try (1 - value("need.vulnerable") + value("match")) / 2))
        #expect(
            isClose(
                try value("functions.welfare"),
                try 1 - ["environment", "culture", "convenience", "facilities"].reduce(0) {
                    try $0 + value("need.\($1)")
                }
                    / 4))
    }

    /// Order and compliance make control; what is made of nothing is undefined.
    @Test func controlGrowsWithOrder() throws {
        func control(open: Int, compliance: Double) throws -> Double {
            var tally = Tally()
            (tally.communities, tally.residents, tally.order.buildings) = (1, 10, 4)
            (tally.order.open, tally.order.compliance) = (open, compliance)
            let place = try #require(Observable.all.firstIndex { $0.key == "functions.control" })
            return Observable.values(tally)[place]
        }
        #expect(try isClose(control(open: 4, compliance: 0.4), 0.3))
        #expect(try control(open: 8, compliance: 0.4) < control(open: 4, compliance: 0.4))
        #expect(try control(open: 4, compliance: 0.5) > control(open: 4, compliance: 0.4))
    }
}
