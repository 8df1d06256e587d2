import Foundation
import Governance
import Hummingbird

/// What can be asked of games.
struct GameRoutes: Sendable {
    typealias Context = BasicRequestContext

    let shelf: Shelf
    let limits: Limits
    let streams: Turnstile

    func add(to router: RouterGroup<Context>) {
        router.get("") { _, _ in JSONReply(GameList(shelf)).response }
        router.post("", use: create)
        router.post("scenario") { request, _ in
            let asked = try await request.asked(ScenarioRequest.self, most: limits.body)
            let game = try shelf.add(GameRequest.setup(asked, limits))
            return JSONReply(game.with { GameReply($0) }, status: .created).response
        }
        let one = router.group(":id")
        one.get("") { _, context in try reply(awake(context)) }
        one.delete("") { _, context in
            let game = try free(context)
            shelf.remove(game)
            return reply(game)
        }
        one.get("layout") { _, context in try await JSONReply(lived(context).layout).response }
        one.get("traits.bin") { _, context in try await bytes(lived(context).traits) }
        one.get("frames.bin", use: frames)
        one.get("series", use: series)
        one.get("stream", use: stream)
        one.post("live", use: live)
        one.post("futures") { request, context in
            let asked = try await request.asked(FutureRequest.self, most: limits.body)
            let game = try free(context)
            try shelf.add(asked, to: game)
            return JSONReply(game.with { GameReply($0) }, status: .created).response
        }
        SaveRoutes(shelf: shelf).add(to: one)
        InquiryRoutes(shelf: shelf).add(to: one)
        one.post("pause") { request, context in try await stop(request, context, as: .paused) }
        one.post("cancel") { request, context in try await stop(request, context, as: .cancelled) }
    }

    @Sendable private func create(_ request: Request, _ context: Context) async throws -> Response {
        let asked = try await request.asked(GameRequest.self, most: limits.body)
        let game = try shelf.add(asked.setup(limits))
        return JSONReply(game.with { GameReply($0) }, status: .created).response
    }

    private func game(_ context: Context) throws -> Game { try shelf.game(context.parameters.get("id") ?? "") }

    /// A game that is no group's of a session: that goes by the session's rules.
    private func free(_ context: Context) throws -> Game {
        let game = try game(context)
        guard let code = game.setup.workshop else { return game }
        throw Refusal(
            .state, "This game is a group's of the session \(code); it goes by its rules.",
            "此对局属于课堂 \(code) 的小组，须按其规则进行。")
    }

    /// The game, whose runs go on where they were left when nobody looked.
    private func awake(_ context: Context) throws -> Game {
        let game = try game(context)
        try shelf.wake(game)
        return game
    }

    private func reply(_ game: Game) -> Response { JSONReply(game.with { GameReply($0) }).response }

    /// What has been lived of the first side, once there is anything.
    private func lived(_ context: Context) async throws -> (layout: Layout, traits: [UInt8]) {
        let game = try awake(context)
        for await _ in game.bell.listen() {
            let side = try game.side(0)
            if let layout = side.lived.layout { return (layout, side.lived.traits) }
            if side.stop == nil { break }
        }
        throw Refusal(.state, "Nothing has been lived of this game.", "此对局尚未开始运行。")
    }

    @Sendable private func frames(_ request: Request, _ context: Context) async throws -> Response {
        let game = try awake(context)
        let side = try game.side(request.number("side", 0...63) ?? 0)
        let from = try request.number("from", 1...10_000) ?? 1
        let to = min(try request.number("to", 1...10_000) ?? .max, side.lived.months.count)
        let months = from <= to ? side.lived.months[(from - 1)..<to] : []
        let residents = side.scenario.specification.residentCount
        var bytes = Array("COG1".utf8)
        for number in [residents, from, months.count] {
            withUnsafeBytes(of: UInt32(number).littleEndian) { bytes.append(contentsOf: $0) }
        }
        for month in months { bytes += month.frame }
        return Packed.response(bytes, "application/octet-stream", for: request)
    }

    private func bytes(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/octet-stream", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    @Sendable private func series(_ request: Request, _ context: Context) async throws -> Response {
        let game = try awake(context)
        let side = try game.side(request.number("side", 0...63) ?? 0)
        return JSONReply(
            SeriesReply(
                keys: Observable.all.map(\.key),
                months: side.lived.months.map { $0.series.map { Defined(value: $0) } })
        ).response
    }

    @Sendable private func stream(_ request: Request, _ context: Context) async throws -> Response {
        let game = try awake(context)
        let side = try request.number("side", 0...63)
        if let side { _ = try game.side(side) }
        let own = GameStream(
            game, side: side, from: try request.number("from", 1...10_000) ?? 1,
            after: request.headers[.lastEventID])
        return try streams.admit(EventStream(bell: game.bell, next: { own.next() }))
    }

    @Sendable private func live(_ request: Request, _ context: Context) async throws -> Response {
        let asked = try await request.asked(LiveRequest.self, most: limits.body)
        let game = try free(context)
        let months = game.setup.months
        let until = asked.until ?? months
        guard (1...months).contains(until) else { throw Refusal.outside("until", until, 1...Double(months)) }
        if let side = asked.side { _ = try game.side(side) }
        game.change { state in
            for side in state.sides.indices where asked.side == nil || asked.side == side {
                let own = max(until, state.sides[side].lived.months.count)
                state.sides[side].until = own
                state.setup.sides[side].until = own
                if [.cancelled, .failed].contains(state.sides[side].standing) { state.sides[side].standing = .paused }
            }
        }
        try shelf.keep(game)
        try shelf.wake(game)
        return reply(game)
    }

    private func stop(_ request: Request, _ context: Context, as standing: Game.Standing) async throws -> Response {
        let game = try free(context)
        shelf.stop(game, as: standing)
        // What is to be lived later is what has been lived by now.
        game.change { state in
            for side in state.sides.indices {
                let lived = state.sides[side].lived.months.count
                state.sides[side].until = lived
                state.setup.sides[side].until = lived
            }
        }
        try shelf.keep(game)
        return reply(game)
    }
}

/// How far a game is to go on.
struct LiveRequest: Decodable {
    /// All sides where nil.
    var side: Int?
    /// To its end where nil.
    var until: Int?
}

/// All that is recorded of a side, month by month.
struct SeriesReply: Encodable {
    let keys: [String]
    let months: [[Defined]]
}

extension Request {
    /// A whole number of the query; nil where it is not there.
    ///
    /// - Throws: ``Refusal`` where it is none, or out of range.
    func number(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard let text = uri.queryParameters[name[...]] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .outside(name, String(text.prefix(20)), Double(range.lowerBound)...Double(range.upperBound))
        }
        return number
    }
}
