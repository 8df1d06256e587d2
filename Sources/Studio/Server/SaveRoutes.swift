import Foundation
import Hummingbird
import Scenarios

/// What can be taken away from a game: the scenario, the commands that repeat it, and tables.
struct SaveRoutes: Sendable {
    typealias Context = BasicRequestContext

    let shelf: Shelf

    func add(to game: RouterGroup<Context>) {
        game.get("scenario.yaml") { request, context in
            let (game, side) = try told(request, context)
            return try Self.file(game.setup.scenarioFile(of: side, in: shelf.library), "text/yaml", game, side, "yaml")
        }
        game.get("command") { request, context in
            let (game, side) = try told(request, context)
            return try JSONReply(game.setup.commands(of: side, in: shelf.library)).response
        }
        for table in GameTable.allCases {
            game.get("\(table.rawValue).csv") { request, context in
                let (game, side) = try asked(request, context)
                _ = try await game.settled(side)
                return try Self.file(
                    table.text(of: game, side: side), "text/csv", game, side, "\(table.rawValue).csv")
            }
        }
    }

    private func asked(_ request: Request, _ context: Context) throws -> (Game, Int) {
        let game = try shelf.game(context.parameters.get("id") ?? "")
        try shelf.wake(game)
        let side = try request.number("side", 0...63) ?? 0
        _ = try game.side(side)
        return (game, side)
    }

    /// A game whose set-up may be told: with it and the seed, a group could live its future before it decides.
    private func told(_ request: Request, _ context: Context) throws -> (Game, Int) {
        let (game, side) = try asked(request, context)
        guard game.setup.hidesSeed else { return (game, side) }
        throw Refusal(.state, "It is told once the session is closed.", "课堂结束后方可查看。")
    }

    private static func file(
        _ text: String, _ type: String, _ game: Game, _ side: Int, _ ending: String
    ) throws -> Response {
        let id = try game.side(side).scenario.id
        return Response(
            status: .ok,
            headers: [
                .contentType: type + "; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(id).\(ending)\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
