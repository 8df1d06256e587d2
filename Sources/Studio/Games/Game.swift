import Experiments
import Governance
import Synchronization

/// A set-up that is being lived, and what has been lived of it.
///
/// Requests and the threads that live runs meet here, behind one lock that is held for moments only; nobody waits in it for a month
/// to pass.
final class Game: Sendable {
    enum Standing: String, Sendable, Encodable {
        case waiting, living, paused, ended, failed, cancelled
    }

    struct Side: Sendable {
        var scenario: PlannedScenario
        var lived = Lived()
        var standing = Standing.paused
        var failure: Text?
        /// Stops the run that is going on.
        var stop: StopSignal?
        /// How far the run has been asked to go.
        var until: Int
    }

    struct State: Sendable {
        var setup: GameSetup
        var sides: [Side]
        /// When somebody last asked for it, on the studio's clock.
        var touched: Duration
        /// Whether it has been deleted, and those who listen are to go.
        var isRemoved = false
        /// Rises with every change of what is told of the game.
        var version = 1
    }

    let id: String
    let bell = Bell()
    private let state: Mutex<State>

    init(_ setup: GameSetup, _ scenarios: [PlannedScenario], now: Duration) {
        id = setup.id
        state = Mutex(
            State(
                setup: setup,
                sides: zip(setup.sides, scenarios).map { Side(scenario: $1, until: $0.until) }, touched: now))
    }

    /// Looks at the game or changes it, for a moment.
    func with<Result: Sendable>(_ look: (inout sending State) throws -> sending Result) rethrows -> Result {
        try state.withLock(look)
    }

    /// The same, and tells those who listen.
    func change<Result: Sendable>(_ change: (inout State) throws -> Result) rethrows -> Result {
        defer { bell.ring() }
        return try state.withLock { state in
            state.version += 1
            return try change(&state)
        }
    }

    /// Notes what has been lived, and tells those who listen; what the game is stays as it was.
    func note(_ note: (inout State) -> Void) {
        state.withLock { state in note(&state) }
        bell.ring()
    }

    /// Waits until a side stands still.
    func settled(_ number: Int) async throws -> Side {
        for await _ in bell.listen() {
            let side = try side(number)
            if side.stop == nil { return side }
        }
        throw CancellationError()
    }

    var setup: GameSetup { state.withLock { $0.setup } }
    var bytes: Int { state.withLock { $0.sides.reduce(0) { $0 + $1.lived.bytes } } }
    var isLiving: Bool {
        state.withLock { $0.sides.contains { $0.standing == .living || $0.standing == .waiting } }
    }

    /// The side of that number.
    ///
    /// - Throws: ``Refusal`` where there is none.
    func side(_ number: Int) throws(Refusal) -> Side {
        guard let side = state.withLock({ $0.sides.indices.contains(number) ? $0.sides[number] : nil }) else {
            throw .unknown(Text(en: "side", zh: "方"), "\(number)", key: "side")
        }
        return side
    }

    /// Lets go of what has been lived; it is lived again when somebody asks.
    func forget() {
        state.withLock { state in
            for side in state.sides.indices {
                state.sides[side].lived = Lived()
                if state.sides[side].standing == .ended { state.sides[side].standing = .paused }
            }
        }
    }
}
