import Experiments
import Foundation
import Governance
import Synchronization

/// All games of a studio: their set-ups on disk, and those that somebody looks at in memory.
final class Shelf: Sendable {
    let library: Library
    let limits: Limits
    private let folder: String
    private let drawer: Drawer
    let lanes: Lanes
    private let time: Timekeeper
    private let games = Mutex<[String: Game]>([:])

    /// - Parameter folder: where set-ups are kept, a file for each game.
    /// - Throws: ``Refusal`` where the folder cannot be made.
    init(folder: String, library: Library, limits: Limits, time: Timekeeper) throws(Refusal) {
        drawer = try Drawer(folder)
        (self.folder, self.library, self.limits, self.time) = (folder, library, limits, time)
        lanes = Lanes(atOnce: limits.atOnce, waiting: limits.waiting)
    }

    /// The game of that id: in memory, or from its set-up on disk.
    ///
    /// - Throws: ``Refusal`` where there is none.
    func game(_ id: String) throws(Refusal) -> Game {
        if let game = games.withLock({ $0[id] }) {
            game.with { $0.touched = time.now() }
            return game
        }
        guard let setup = setup(id) else { throw .unknown(Text(en: "game", zh: "对局"), id) }
        return try hold(setup)
    }

    /// The set-up of that id as it stands on disk; nil where there is none.
    func setup(_ id: String) -> GameSetup? {
        guard Name.isID(id), let data = FileManager.default.contents(atPath: path(id)),
            let setup = try? JSONDecoder().decode(GameSetup.self, from: data), setup.id == id
        else { return nil }
        return setup
    }

    /// A new game, lived from now on.
    func add(_ setup: GameSetup) throws(Refusal) -> Game {
        guard count < limits.games else {
            throw Refusal(
                .full, "The studio keeps \(limits.games) games already; delete one.",
                "已保存 \(limits.games) 个对局，请先删除一些。")
        }
        let game = try hold(setup)
        do throws(Refusal) { try wake(game) } catch {
            games.withLock { _ = $0.removeValue(forKey: setup.id) }
            throw error
        }
        try keep(game)
        return game
    }

    /// Ids of all games on disk.
    var ids: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.filter(Name.isID).sorted()
    }

    private var count: Int { ids.count }

    func remove(_ game: Game) {
        cancel(game)
        game.change { $0.isRemoved = true }
        games.withLock { _ = $0.removeValue(forKey: game.id) }
        try? FileManager.default.removeItem(atPath: path(game.id))
    }

    /// Writes the set-up, whole or not at all.
    func keep(_ game: Game) throws(Refusal) {
        try drawer.keep("\(game.id).json") { JSONReply.bytes(game.setup) }
    }

    private func path(_ id: String) -> String { "\(folder)/\(id).json" }

    /// Builds a game of a set-up, checking all of its sides.
    private func hold(_ setup: GameSetup) throws(Refusal) -> Game {
        var scenarios: [PlannedScenario] = []
        for side in setup.sides.indices { scenarios.append(try scenario(of: side, setup)) }
        let game = Game(setup, scenarios, now: time.now())
        return games.withLock { games in
            if let there = games[setup.id] { return there }
            games[setup.id] = game
            return game
        }
    }

    /// The scenario of a side, if it is not too large.
    func scenario(of side: Int, _ setup: GameSetup) throws(Refusal) -> PlannedScenario {
        let scenario = try setup.scenario(of: side, in: library)
        let residents = scenario.specification.residentCount
        guard residents <= limits.residents else {
            throw Refusal(
                .value,
                "\(residents) residents of 16 and older are more than this studio takes (\(limits.residents)); choose a smaller share.",
                "16 岁及以上居民 \(residents) 名，超过上限 \(limits.residents)；请减小人口比例。", key: "share", found: "\(residents)")
        }
        return scenario
    }

    /// Lets every side be lived as far as it is to be.
    func wake(_ game: Game) throws(Refusal) {
        let asleep = game.with { state in
            state.sides.indices.filter { side in
                let own = state.sides[side]
                // Of one that is not to be lived yet, the start is looked at: who lives where.
                return own.stop == nil && (own.lived.months.count < own.until || own.lived.layout == nil)
                    && own.standing != .failed && own.standing != .cancelled
            }
        }
        for side in asleep { try live(game, side) }
    }

    /// Puts a side's run into the queue.
    func live(_ game: Game, _ side: Int) throws(Refusal) {
        let stop = StopSignal()
        let isNew = game.change { state in
            guard state.sides[side].stop == nil else { return false }
            state.sides[side].stop = stop
            state.sides[side].standing = .waiting
            state.sides[side].failure = nil
            return true
        }
        guard isNew else { return }
        let run = SideRun(game: game, side: side, stop: stop, time: time, most: limits.seconds)
        do throws(Refusal) {
            try lanes.add { [weak self] in
                run()
                self?.makeRoom()
            }
        } catch {
            game.change { state in
                state.sides[side].stop = nil
                state.sides[side].standing = .paused
            }
            throw error
        }
    }

    /// Stops what is lived of a game, for good or until it is asked to go on.
    func stop(_ game: Game, as standing: Game.Standing) {
        game.change { state in
            for side in state.sides.indices where state.sides[side].stop != nil {
                state.sides[side].stop?.raise()
                if state.sides[side].standing == .waiting { state.sides[side].stop = nil }
                state.sides[side].standing = standing
            }
        }
    }

    func cancel(_ game: Game) { stop(game, as: .cancelled) }

    /// Stops everything, at the studio's end.
    func close() {
        for game in games.withLock({ Array($0.values) }) { stop(game, as: .paused) }
    }

    /// Lets go of what was looked at longest ago, until what is lived fits into the memory.
    private func makeRoom() {
        let games = games.withLock { Array($0.values) }
        var bytes = games.reduce(0) { $0 + $1.bytes }
        let lately = time.now() - .seconds(30)
        let idle = games.filter { game in
            !game.isLiving && game.bell.listeners == 0 && game.bytes > 0 && game.with { $0.touched < lately }
        }
        .sorted { $0.with { $0.touched } < $1.with { $0.touched } }
        for game in idle where bytes > limits.memory {
            bytes -= game.bytes
            game.forget()
        }
    }
}
