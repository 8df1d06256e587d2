import Foundation
import Governance
import Hummingbird
import Scenarios
import Synchronization

/// What can be asked of sessions.
struct WorkshopRoutes: Sendable {
    typealias Context = BasicRequestContext

    let shelf: WorkshopShelf
    let limits: Limits
    let streams: Turnstile

    func add(to router: RouterGroup<Context>) {
        router.post("", use: create)
        let one = router.group(":code")
        one.get("") { _, context in try await reply(workshop(context)) }
        one.get("stream", use: stream)
        one.post("groups") { request, context in
            let asked = try await request.asked(GroupRequest.self, most: limits.body)
            return JSONReply(try shelf.join(try await workshop(context), asked), status: .created).response
        }
        one.post("groups/:group/decide", use: decide)
        one.post("advance") { request, context in
            try await steer(request, context) { workshop throws(Refusal) in try shelf.advance(workshop) }
        }
        for (name, standing) in [("pause", WorkshopSetup.Standing.paused), ("resume", .open), ("close", .closed)] {
            one.post(RouterPath(name)) { request, context in
                try await steer(request, context) { workshop throws(Refusal) in try shelf.set(workshop, standing) }
            }
        }
    }

    private func workshop(_ context: Context) async throws -> Workshop {
        do throws(Refusal) {
            return try shelf.workshop(context.parameters.get("code") ?? "")
        } catch {
            // Who tries one code after another is not to find a session within a lesson.
            if error.code == .unknown { try await Task.sleep(for: .seconds(1)) }
            throw error
        }
    }

    private func reply(_ workshop: Workshop) -> Response {
        JSONReply(bytes: Data(workshop.board(shelf.tasks).utf8)).response
    }

    @Sendable private func create(_ request: Request, _ context: Context) async throws -> Response {
        let asked = try await request.asked(WorkshopRequest.self, most: limits.body)
        let (workshop, key) = try shelf.add(asked)
        return JSONReply(
            WorkshopReply(code: workshop.code, teacherKey: key, board: Board(workshop, shelf.tasks)), status: .created
        ).response
    }

    @Sendable private func decide(_ request: Request, _ context: Context) async throws -> Response {
        let asked = try await request.asked(DecisionRequest.self, most: limits.body)
        let workshop = try await workshop(context)
        try await shelf.decide(workshop, group: context.parameters.get("group", as: Int.self) ?? -1, asked)
        return reply(workshop)
    }

    /// What only the teacher may do.
    private func steer(
        _ request: Request, _ context: Context, _ work: (Workshop) throws(Refusal) -> Void
    ) async throws -> Response {
        let asked = try await request.asked(TeacherRequest.self, most: limits.body)
        let workshop = try await workshop(context)
        try workshop.admit(teacher: asked.teacherKey)
        try work(workshop)
        return reply(workshop)
    }

    @Sendable private func stream(_ request: Request, _ context: Context) async throws -> Response {
        let workshop = try await workshop(context)
        let (tasks, last) = (shelf.tasks, LastSent())
        return try streams.admit(
            EventStream(
                bell: workshop.bell, rest: .milliseconds(300),
                next: {
                    let data = workshop.board(tasks)
                    guard let number = last.number(of: data) else { return [] }
                    return [EventStream.Event(name: "board", id: "\(number)", data: data)]
                }))
    }
}

/// What a listener was sent last, so that the same is not sent again.
private final class LastSent: Sendable {
    private let state = Mutex((text: "", number: 0))

    /// The number of a text that is new; nil where it is the last one.
    func number(of text: String) -> Int? {
        state.withLock { state in
            guard state.text != text else { return nil }
            state = (text, state.number + 1)
            return state.number
        }
    }
}

struct TeacherRequest: Decodable {
    var teacherKey: String
}

struct WorkshopReply: Encodable {
    let code: String
    let teacherKey: String
    let board: Board
}
