import Foundation
import Governance
import Hummingbird

/// Questions to what has been lived: each is answered on a thread of its own, from the nearest month that is kept.
struct InquiryRoutes: Sendable {
    typealias Context = BasicRequestContext

    let shelf: Shelf

    func add(to game: RouterGroup<Context>) {
        game.get("why", use: why)
        game.get("ties", use: ties)
        game.get("organisations", use: organisations)
    }

    @Sendable private func why(_ request: Request, _ context: Context) async throws -> Response {
        let name = String(request.uri.queryParameters["kind"] ?? "")
        guard let kind = GameInquiry.Kind(rawValue: name) else {
            throw Refusal.unknown(
                Text(en: "kind of question", zh: "问题类型"), name, key: "kind",
                among: GameInquiry.Kind.allCases.map(\.rawValue))
        }
        let id = String((request.uri.queryParameters["id"] ?? "").prefix(200))
        let (game, side) = try asked(request, context)
        let month = try request.number("month", 1...10_000) ?? 1
        var sides = [side]
        if let versus = try request.number("versus", 0...63) { sides.append(versus) }
        let inquiry = try GameInquiry(game, sides: sides)
        return try await shelf.lanes.answer { JSONReply(try inquiry.why(kind, id, month: month)).response }
    }

    /// Numbers of residents, from 1.
    @Sendable private func ties(_ request: Request, _ context: Context) async throws -> Response {
        let (game, side) = try asked(request, context)
        let resident = try request.number("resident", 1...100_000_000) ?? 1
        let month = try request.number("month", 0...10_000) ?? 1
        let inquiry = try GameInquiry(game, sides: [side])
        return try await shelf.lanes.answer {
            let world = try inquiry.world(after: month)
            do throws(ExplanationError) {
                return JSONReply(TiesReply(resident: resident, month: month, ties: try world.ties(of: resident)))
                    .response
            } catch { throw Refusal(error) }
        }
    }

    @Sendable private func organisations(_ request: Request, _ context: Context) async throws -> Response {
        let (game, side) = try asked(request, context)
        let month = try request.number("month", 0...10_000) ?? 1
        let inquiry = try GameInquiry(game, sides: [side])
        return try await shelf.lanes.answer { JSONReply(try inquiry.world(after: month).society).response }
    }

    private func asked(_ request: Request, _ context: Context) throws -> (Game, Int) {
        let game = try shelf.game(context.parameters.get("id") ?? "")
        let side = try request.number("side", 0...63) ?? 0
        _ = try game.side(side)
        return (game, side)
    }
}

struct TiesReply: Encodable {
    let resident: Int
    let month: Int
    let ties: [Int]
}
