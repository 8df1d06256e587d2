import Towns

@testable import Governance

// One piece of work, once, for callgrind to count its instructions: `count` beside this package runs it under valgrind, which looks into
// the function `cogov_counted` alone. Argument: the name of a piece; without one, the names are printed.

let residents = 7_812
var work: () -> Void = {}

/// What is counted. A name of C's, so that it can be named to valgrind.
@_silgen_name("cogov_counted") @inline(never)
func counted() { work() }

/// A town after two years, when projects, organisations and firms are at work.
func grown(_ specification: ScenarioSpecification) -> World {
    guard let world = try? World(specification, seed: 1, replicate: 0) else { fatalError("the town cannot be built") }
    world.live(months: 24)
    return world
}

/// One mechanism in all communities of a grown town, everything at work, in the month that comes next.
func mechanism(_ step: Schedule.Step) -> (() -> Void)? {
    guard case .community(let action) = step.action else { return nil }
    let world = grown(Town.everything(residents: residents))
    let month = Month(
        run: world.context, number: UInt32(world.monthsLived + 1), date: world.date, isRecorded: true)
    // What a mechanism finds is what the month before it has left.
    for case .community(let earlier) in Schedule.steps.prefix(while: { $0.name != step.name }).map(\.action) {
        world.forEachCommunity { earlier(&$0, month, $1) }
    }
    return { world.forEachCommunity { action(&$0, month, $1) } }
}

let wholes: [(name: String, prepare: () -> (() -> Void))] = [
    ("founding", { { _ = try? World(founding: Town.specification(residents: residents), seed: 1, replicate: 0) } }),
    (
        "a year, Qingyuan's institutions",
        {
            let world = grown(Town.specification(residents: residents))
            return { world.live(months: 12) }
        }
    ),
    (
        "a year, everything at work",
        {
            let world = grown(Town.everything(residents: residents))
            return { world.live(months: 12) }
        }
    ),
    (
        "kernel",
        {
            guard let kernels = try? Kernels(residents: residents) else {
                fatalError("the kernel's town cannot be built")
            }
            return { kernels.swift() }
        }
    ),
]
let steps = Schedule.steps.filter { !$0.isSociety }

if let name = CommandLine.arguments.dropFirst().first {
    if let whole = wholes.first(where: { $0.name == name }) {
        work = whole.prepare()
    } else if let step = steps.first(where: { $0.name == name }), let found = mechanism(step) {
        work = found
    } else {
        fatalError("no work is called \(name)")
    }
    counted()
    print(residents)
} else {
    for name in wholes.map(\.name) + steps.map(\.name) { print(name) }
}
