import Foundation
import Logging
import Testing

@testable import Experiments
@testable import Scenarios
@testable import Studio

/// A studio that listens on a free port of this machine, and somebody who talks to it over the network, byte by byte: so that
/// tests can send what no well-behaved client would.
final class Visitor: Sendable {
    let studio: Studio
    let folder: String
    let port: Int
    private let serving: Task<Void, any Error>

    /// The folder of the repository.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// - Parameter folder: of a studio that was there before; a new one where nil.
    init(_ limits: Limits = Limits(), host: String = "127.0.0.1", asksToken: Bool = false, folder: String? = nil)
        async throws
    {
        let own = folder ?? NSTemporaryDirectory() + "cogov-studio-\(UUID().uuidString)"
        let page = own + "/page"
        try FileManager.default.createDirectory(atPath: page + "/parts", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: page + "/tasks", withIntermediateDirectories: true)
        for (name, text) in [
            ("index.html", "<!doctype html><title>Studio</title>"), ("parts/main.js", "export {}\n"),
            ("secret.key", "secret"), (".hidden.js", "secret"),
        ] { try text.write(toFile: "\(page)/\(name)", atomically: true, encoding: .utf8) }
        let library = try #require(ScenarioLibrary(in: [Self.repository + "/Scenarios"]))
        let studio = try Studio(
            Library(library), page: page, folder: own, address: .init(host: host, port: 0, asksToken: asksToken),
            limits: limits,
            version: "1", time: Timekeeper(ContinuousClock()),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let (ready, signal) = AsyncStream.makeStream(of: Int.self)
        serving = Task {
            try await studio.run { studio in
                signal.yield(studio.portNumber)
                signal.finish()
            }
        }
        port = try #require(await ready.first { _ in true })
        (self.studio, self.folder) = (studio, own)
    }

    deinit {
        serving.cancel()
    }

    /// Ends the studio, as Ctrl-C does.
    func leave() async {
        serving.cancel()
        _ = await serving.result
    }

    struct Answer: Sendable {
        let status: Int
        let headers: [String: String]
        let body: Data

        var text: String { String(decoding: body, as: UTF8.self) }

        /// The value at a path of keys and places in the JSON; nil where there is none.
        subscript(path: String) -> Any? {
            var value = try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)
            for part in path.split(separator: ".") {
                if let place = Int(part), let list = value as? [Any] {
                    value = list.indices.contains(place) ? list[place] : nil
                } else {
                    value = (value as? [String: Any])?[String(part)]
                }
            }
            return value is NSNull ? nil : value
        }

        var code: String? { self["error.code"] as? String }
    }

    var origin: String { "http://127.0.0.1:\(port)" }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, headers)
    }

    func post(_ path: String, _ body: String, _ headers: [String: String] = [:]) async throws -> Answer {
        let own = ["Origin": origin, "Content-Type": "application/json"].merging(headers) { $1 }
        return try await send("POST", path, own, body)
    }

    /// - Parameter headers: an empty text leaves one out.
    func send(
        _ method: String, _ path: String, _ headers: [String: String], _ body: String? = nil
    ) async throws -> Answer {
        var lines = ["Host": "127.0.0.1:\(port)", "Connection": "close"].merging(headers) { $1 }
        if let body, lines["Content-Length"] == nil { lines["Content-Length"] = "\(body.utf8.count)" }
        let head = lines.filter { !$0.value.isEmpty }.map { "\($0): \($1)\r\n" }.sorted().joined()
        let bytes = try await raw("\(method) \(path) HTTP/1.1\r\n\(head)\r\n\(body ?? "")")
        return try #require(Self.answer(bytes), "\(String(decoding: bytes, as: UTF8.self))")
    }

    /// Sends a text and returns what comes back until the other side closes, or `enough` has come.
    func raw(_ text: String, until enough: @escaping @Sendable (Data) -> Bool = { _ in false }) async throws -> Data {
        let port = port
        return try await withCheckedThrowingContinuation { waiter in
            Thread.detachNewThread { waiter.resume(with: Result { try Wire.talk(port, text, until: enough) }) }
        }
    }

    private static func answer(_ bytes: Data) -> Answer? {
        guard let gap = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        let pairs = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        let headers = Dictionary(pairs) { first, _ in first }
        var body = Data(bytes[gap.upperBound...])
        if headers["transfer-encoding"] == "chunked" { body = Wire.joined(body) }
        return Answer(status: status, headers: headers, body: body)
    }

    /// Lives until the game stands still, and returns it.
    func settled(_ id: String, seconds: Double = 60) async throws -> Answer {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        while true {
            let game = try await get("/api/games/\(id)")
            let state = game["state"] as? String ?? ""
            if !["waiting", "living"].contains(state) || clock.now > end { return game }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}

/// Blocking talk over a socket.
enum Wire {
    struct Failure: Error {}

    /// A connection to that port of this machine, which waits half a minute at most for what comes.
    static func open(_ port: Int) throws -> Int32 {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard line >= 0 else { throw Failure() }
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isOpen = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(line, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isOpen else {
            close(line)
            throw Failure()
        }
        return line
    }

    static func talk(_ port: Int, _ text: String, until enough: (Data) -> Bool) throws -> Data {
        let line = try open(port)
        defer { close(line) }
        send(text, line)
        return receive(line, until: enough)
    }

    /// Whether all of the text went out.
    @discardableResult
    static func send(_ text: String, _ line: Int32) -> Bool {
        var left = Array(text.utf8)[...]
        while !left.isEmpty {
            let sent = left.withUnsafeBytes {
                Foundation.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            left = left.dropFirst(sent)
        }
        return true
    }

    /// What comes until the other side closes, or there is enough of it.
    static func receive(_ line: Int32, until enough: (Data) -> Bool = { _ in false }) -> Data {
        var all = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !enough(all) {
            let count = recv(line, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            all.append(contentsOf: buffer[..<count])
        }
        return all
    }

    /// A body that was sent in chunks, as one.
    static func joined(_ chunks: Data) -> Data {
        var (rest, all) = (chunks[...], Data())
        while let end = rest.range(of: Data("\r\n".utf8)),
            let size = Int(String(decoding: rest[rest.startIndex..<end.lowerBound], as: UTF8.self), radix: 16), size > 0
        {
            let body = rest[end.upperBound...].prefix(size)
            all.append(body)
            rest = rest[end.upperBound...].dropFirst(size + 2)
        }
        return all
    }
}
