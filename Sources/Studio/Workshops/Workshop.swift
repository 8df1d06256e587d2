import Archive
import Governance
import Scenarios
import Synchronization

/// A session that goes on: its set-up, and the games of its groups.
final class Workshop: Sendable {
    let code: String
    let bell = Bell()
    private let state: Mutex<State>
    /// The board as it was sent last, and at which ring of the bell.
    private let sent = Mutex((rings: -1, board: ""))

    struct State: Sendable {
        var setup: WorkshopSetup
        var games: [Game]
        /// Groups whose decision is being looked at.
        var deciding: Set<Int> = []
    }

    init(_ setup: WorkshopSetup, _ games: [Game]) {
        code = setup.code
        state = Mutex(State(setup: setup, games: games))
        for game in games { game.bell.pass(to: bell) }
    }

    var setup: WorkshopSetup { state.withLock { $0.setup } }
    var games: [Game] { state.withLock { $0.games } }

    func with<Result: Sendable>(_ change: (inout State) throws(Refusal) -> Result) throws(Refusal) -> Result {
        let result: Swift.Result<Result, Refusal> = state.withLock { state in
            do throws(Refusal) { return .success(try change(&state)) } catch { return .failure(error) }
        }
        bell.ring()
        return try result.get()
    }

    /// The board in JSON; made once for all who look at it, until something is new.
    func board(_ tasks: [WorkshopTask]) -> String {
        sent.withLock { sent in
            let rings = bell.rings
            if sent.rings != rings {
                sent = (rings, String(decoding: JSONReply.bytes(Board(self, tasks)), as: UTF8.self))
            }
            return sent.board
        }
    }

    /// Checks the teacher's key.
    func admit(teacher key: String) throws(Refusal) {
        guard Door.same(Digest.sha256(of: key), setup.keyDigest) else { throw Self.wrongKey }
    }

    /// The group's game, if that is its key.
    func admit(group number: Int, key: String) throws(Refusal) -> Game {
        let (setup, games) = state.withLock { ($0.setup, $0.games) }
        guard setup.groups.indices.contains(number) else {
            throw .unknown(Text(en: "group", zh: "小组"), "\(number)", key: "group")
        }
        guard Door.same(Digest.sha256(of: key), setup.groups[number].keyDigest) else { throw Self.wrongKey }
        return games[number]
    }

    private static var wrongKey: Refusal {
        Refusal(.token, "That is not the key of it.", "密钥不符。", key: "key")
    }

    /// Adds a group with a game of its own.
    func add(_ group: WorkshopSetup.Group, _ game: Game) throws(Refusal) -> Int {
        let number = try with { state throws(Refusal) in
            guard state.setup.standing != .closed else { throw Self.closed }
            guard !state.setup.groups.contains(where: { $0.name == group.name }) else {
                throw Refusal(
                    .value, "There is a group of that name already.", "已有同名小组。", key: "name", found: group.name)
            }
            state.setup.groups.append(group)
            state.games.append(game)
            return state.games.count - 1
        }
        game.bell.pass(to: bell)
        return number
    }

    static var closed: Refusal { Refusal(.state, "The session is closed.", "课堂已结束。") }
    static var paused: Refusal { Refusal(.state, "The teacher has paused the session.", "教师已暂停课堂。") }
}
