import Archive
import Foundation
import Governance
import Scenarios
import Synchronization

/// All sessions of a studio: their set-ups on disk, and those that are asked for in memory.
final class WorkshopShelf: Sendable {
    let tasks: [WorkshopTask]
    private let shelf: Shelf
    private let folder: String
    private let drawer: Drawer
    private let workshops = Mutex<[String: Workshop]>([:])

    init(folder: String, _ shelf: Shelf, tasks: [WorkshopTask]) throws(Refusal) {
        drawer = try Drawer(folder)
        (self.folder, self.shelf, self.tasks) = (folder, shelf, tasks)
    }

    /// Opens a session.
    func add(_ asked: WorkshopRequest) throws(Refusal) -> (Workshop, teacherKey: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard names.count < shelf.limits.workshops else {
            throw Refusal(
                .full, "The studio keeps \(shelf.limits.workshops) sessions already.",
                "已保存 \(shelf.limits.workshops) 个课堂。")
        }
        let (setup, key) = try asked.setup(tasks, shelf.library, shelf.limits)
        // The scenario is read now, so that what is wrong is told to the teacher and not to the groups.
        _ = try shelf.scenario(of: 0, Self.game(setup))
        let workshop = Workshop(setup, [])
        workshops.withLock { $0[setup.code] = workshop }
        try keep(workshop)
        return (workshop, key)
    }

    /// The session of that code.
    ///
    /// - Throws: ``Refusal`` where there is none.
    func workshop(_ code: String) throws(Refusal) -> Workshop {
        if let workshop = workshops.withLock({ $0[code] }) { return workshop }
        guard Name.isID(code), let data = FileManager.default.contents(atPath: "\(folder)/\(code).json"),
            let setup = try? JSONDecoder().decode(WorkshopSetup.self, from: data), setup.code == code
        else { throw .unknown(Text(en: "session", zh: "课堂"), code, key: "code") }
        var games: [Game] = []
        for group in setup.groups { games.append(try shelf.game(group.game)) }
        let workshop = workshops.withLock { workshops in
            if let there = workshops[code] { return there }
            let workshop = Workshop(setup, games)
            workshops[code] = workshop
            return workshop
        }
        for game in games { try shelf.wake(game) }
        return workshop
    }

    /// Adds a group: its number, and the key by which it decides.
    func join(_ workshop: Workshop, _ asked: GroupRequest) throws(Refusal) -> GroupReply {
        let name = try GameRequest.title(asked.name)
        guard !name.isEmpty else { throw Refusal(.value, "A group needs a name.", "小组须有名称。", key: "name") }
        let setup = workshop.setup
        guard setup.standing != .closed else { throw Workshop.closed }
        guard let role = setup.roles.first(where: { $0.id.rawValue == asked.role ?? setup.roles[0].id.rawValue }) else {
            throw .unknown(
                Text(en: "role", zh: "角色"), asked.role ?? "", key: "role", among: setup.roles.map(\.id.rawValue))
        }
        guard setup.groups.count < shelf.limits.groups else {
            throw Refusal(
                .full, "A session has at most \(shelf.limits.groups) groups.", "每个课堂至多 \(shelf.limits.groups) 个小组。")
        }
        guard !setup.groups.contains(where: { $0.name == name }) else {
            throw Refusal(.value, "There is a group of that name already.", "已有同名小组。", key: "name", found: name)
        }
        let key = Name.new(16)
        var own = Self.game(setup)
        own.title = name
        let game = try shelf.add(own)
        let number = try workshop.add(
            WorkshopSetup.Group(name: name, role: role.id, keyDigest: Digest.sha256(of: key), game: game.id), game)
        try keep(workshop)
        return GroupReply(group: number, key: key, game: game.id, role: role.id)
    }

    /// Takes a group's decision, if its budget bears it, and lets its months be lived.
    func decide(_ workshop: Workshop, group number: Int, _ asked: DecisionRequest) async throws {
        let game = try workshop.admit(group: number, key: asked.key)
        let setup = workshop.setup
        try Self.checkOpen(setup)
        let isFirst = try workshop.with { $0.deciding.insert(number).inserted }
        guard isFirst else { throw Refusal(.state, "A decision is being looked at.", "正在处理另一项决定。") }
        do {
            try await take(asked, game, setup.groups[number].role, setup)
            _ = try workshop.with { $0.deciding.remove(number) }
        } catch {
            _ = try workshop.with { $0.deciding.remove(number) }
            throw error
        }
    }

    private func take(
        _ asked: DecisionRequest, _ game: Game, _ role: WorkshopTask.Who, _ setup: WorkshopSetup
    ) async throws {
        try shelf.wake(game)
        _ = try await game.settled(0)
        let decision = try Decision(asked, game, role, setup, shelf)
        try await shelf.lanes.answer { try decision.check(budget: setup.budget) }
        game.change { state in
            state.setup.sides[0].changes += decision.changes
            state.setup.sides[0].until = decision.until
            state.sides[0].scenario = decision.scenario
            state.sides[0].until = decision.until
        }
        try shelf.keep(game)
        try shelf.wake(game)
    }

    private static func checkOpen(_ setup: WorkshopSetup) throws(Refusal) {
        switch setup.standing {
        case .open: break
        case .paused: throw Workshop.paused
        case .closed: throw Workshop.closed
        }
    }

    /// The next turn: groups that have not decided go on unchanged to the end of the last.
    func advance(_ workshop: Workshop) throws(Refusal) {
        let last = try workshop.with { state throws(Refusal) in
            try Self.checkOpen(state.setup)
            let last = state.setup.horizon
            state.setup.horizon = min(state.setup.months, last + state.setup.turn)
            return last
        }
        for game in workshop.games {
            let isBehind = game.change { state in
                guard state.sides[0].until < last else { return false }
                state.sides[0].until = last
                state.setup.sides[0].until = last
                return true
            }
            guard isBehind else { continue }
            try shelf.keep(game)
            try shelf.wake(game)
        }
        try keep(workshop)
    }

    func set(_ workshop: Workshop, _ standing: WorkshopSetup.Standing) throws(Refusal) {
        try workshop.with { state throws(Refusal) in
            guard state.setup.standing != .closed else { throw Workshop.closed }
            state.setup.standing = standing
        }
        if standing == .closed {
            for game in workshop.games {
                game.change { $0.setup.isSessionOpen = false }
                try shelf.keep(game)
            }
        }
        try keep(workshop)
    }

    private func keep(_ workshop: Workshop) throws(Refusal) {
        try drawer.keep("\(workshop.code).json") { JSONReply.bytes(workshop.setup) }
    }

    /// A group's game: nothing is lived before the group decides.
    private static func game(_ setup: WorkshopSetup) -> GameSetup {
        GameSetup(
            id: Name.new(10), title: setup.title, place: setup.place, months: setup.months, share: setup.share,
            seed: setup.seed, replicate: 1, workshop: setup.code, isSessionOpen: true,
            sides: [GameSetup.Side(regime: setup.regime, changes: [], until: 0)])
    }
}

struct GroupRequest: Decodable {
    var name: String
    var role: String?
}

struct GroupReply: Encodable {
    let group: Int
    let key: String
    let game: String
    let role: WorkshopTask.Who
}
