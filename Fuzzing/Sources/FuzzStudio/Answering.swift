import Dispatch
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import Experiments
@testable import Scenarios
@testable import Studio

/// A studio with one game that has been lived and one session with a group, asked through its own router.
///
/// Its only lane is busy for ever, so that what would be lived is refused at the last step and an input costs what reading it
/// costs.
final class Answering: Sendable {
    private let responder: any HTTPResponder<BasicRequestContext>
    private let logger: Logger
    /// One for all requests: nothing is read from it, and each would stay in memory.
    private let channel = NIOAsyncTestingChannel()
    /// What stands in inputs for what only this studio knows: ids and keys.
    private let names: Mutex<[(mark: String, name: String)]> = Mutex([])

    private static let port = 8750

    init(repository: String, folder: String) throws {
        logger = Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() }
        guard let library = ScenarioLibrary(in: [repository + "/Scenarios"]) else { fatalError("no Scenarios") }
        let limits = Limits(
            residents: 2000, months: 48, games: 12, futures: 2, atOnce: 1, waiting: 0, seconds: 20, body: 1 << 16,
            streams: 4, workshops: 4, groups: 4)
        let studio = try Studio(
            Library(library), page: repository + "/Studio", folder: folder,
            address: .init(host: "127.0.0.1", port: Self.port), limits: limits, version: "1",
            time: Timekeeper(ContinuousClock()), logger: logger)
        responder = studio.router.buildResponder()
        let small = #""place":"liyuan-xiaojie-3","share":0.02"#
        let game = ask(#"POST /api/games"# + "\n\n" + #"{\#(small),"regimes":["liyuan-direct"],"months":3}"#)
        name("GAME", in: game, "id")
        while ask("GET /api/games/GAME")["state"] as? String != "ended" { usleep(1000) }
        let session = ask(
            "POST /api/workshops\n\n" + #"{"task":"village","place":"liyuan-xiaojie-3","share":0.02,"pace":"free"}"#)
        name("CODE", in: session, "code")
        name("TEACHERKEY", in: session, "teacherKey")
        let group = ask("POST /api/workshops/CODE/groups\n\n" + #"{"name":"a"}"#)
        name("GROUPKEY", in: group, "key")
        while ask("GET /api/games/" + (group["game"] as? String ?? ""))["state"] as? String == "living" { usleep(1000) }
        usleep(100_000)
        let forever = DispatchSemaphore(value: 0)
        try studio.shelf.lanes.add { forever.wait() }
    }

    private func name(_ mark: String, in answer: [String: Any], _ key: String) {
        guard let name = answer[key] as? String else { fatalError("no \(key) in \(answer)") }
        names.withLock { $0.append((mark, name)) }
    }

    private func ask(_ text: String) -> [String: Any] {
        let (_, body) = Array(text.utf8).withUnsafeBytes { answer(Exchange($0)) }
        return (try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]) ?? [:]
    }

    /// Asks, and waits for the answer.
    func answer(_ exchange: Exchange) -> (status: Int, body: [UInt8]) {
        var exchange = exchange
        for (mark, name) in names.withLock({ $0 }) { exchange.replace(mark, with: name) }
        let request = exchange.request(port: Self.port)
        let (responder, logger, channel) = (responder, logger, channel)
        let done = DispatchSemaphore(value: 0)
        let kept = Kept()
        Task.detached {
            let context = BasicRequestContext(
                source: ApplicationRequestContextSource(channel: channel, logger: logger))
            do {
                let response = try await responder.respond(to: request, context: context)
                let writer = Collected()
                // A stream goes on for as long as somebody listens.
                if response.headers[.contentType]?.hasPrefix("text/event-stream") != true {
                    try await response.body.write(writer)
                }
                kept.value.withLock { $0 = (response.status.code, writer.bytes.withLock { $0 }) }
            } catch {
                kept.value.withLock { $0 = (599, Array("\(error)".utf8)) }
            }
            done.signal()
        }
        done.wait()
        return kept.value.withLock { $0 }
    }

    private final class Kept: Sendable {
        let value = Mutex<(status: Int, body: [UInt8])>((0, []))
    }

    private final class Collected: ResponseBodyWriter, Sendable {
        let bytes = Mutex<[UInt8]>([])

        func write(_ buffer: ByteBuffer) async throws {
            bytes.withLock { $0 += buffer.readableBytesView }
        }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
