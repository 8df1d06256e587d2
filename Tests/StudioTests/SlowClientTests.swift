import Foundation
import Testing

@testable import Studio

@Suite("Slow clients, and many of them", .serialized)
struct SlowClientTests {
    private static let limits = Limits(connections: 4, patience: 1, idle: 1)
    private static let clock = ContinuousClock()

    /// Does what blocks on a thread of its own.
    private static func apart<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { waiter in
            Thread.detachNewThread { waiter.resume(with: Result(catching: work)) }
        }
    }

    @Test(
        "a request that comes a byte at a time is not waited for, refused or not",
        arguments: [
            "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX-Padding: ",
            "POST /api/games HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\n"
                + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{",
            "POST /api/games HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 100000\r\n\r\n{",
        ])
    func dripping(head: String) async throws {
        let visitor = try await Visitor(Self.limits)
        let port = visitor.port
        let time = try await Self.apart {
            let line = try Wire.open(port)
            defer { close(line) }
            let start = Self.clock.now
            Wire.send(head.replacingOccurrences(of: "PORT", with: "\(port)"), line)
            // Sending fails soon after the other side has closed.
            while Wire.send(" ", line), Self.clock.now - start < .seconds(20) { usleep(100_000) }
            return Self.clock.now - start
        }
        #expect(time > .milliseconds(900) && time < .seconds(10), "\(time)")
        #expect(try await visitor.get("/").status == 200)
    }

    @Test("an answer that nobody takes is not kept for ever, one that is taken slowly is given whole")
    func unread() async throws {
        let folder = NSTemporaryDirectory() + "cogov-studio-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/page/parts", withIntermediateDirectories: true)
        let size = 30_000_000
        try Data(repeating: 97, count: size).write(to: URL(fileURLWithPath: folder + "/page/parts/big.txt"))
        let visitor = try await Visitor(Limits(patience: 1, idle: 30), folder: folder)
        let port = visitor.port
        /// Bytes that come to one who rests before each of some reads.
        func taken(rests: Int, of microseconds: UInt32) async throws -> Int {
            try await Self.apart {
                let line = try Wire.open(port)
                defer { close(line) }
                Wire.send(
                    "GET /page/parts/big.txt HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n", line)
                var all = 0
                for _ in 0..<rests {
                    usleep(microseconds)
                    all += Wire.receive(line, until: { $0.count >= 1_000_000 }).count
                }
                return all + Wire.receive(line).count
            }
        }
        #expect(try await taken(rests: 1, of: 4_000_000) < size)
        #expect(try await taken(rests: 25, of: 100_000) > size)
        await visitor.leave()
    }

    @Test("who takes all connections and says nothing keeps others out for a moment only")
    func crowd() async throws {
        let visitor = try await Visitor(Self.limits)
        let lines = try (0..<12).map { _ in try Wire.open(visitor.port) }
        defer { for line in lines { close(line) } }
        let start = Self.clock.now
        #expect(try await visitor.get("/").status == 200)
        let time = Self.clock.now - start
        // Four at a time are let go after a second each; the visitor came thirteenth.
        #expect(time > .milliseconds(900) && time < .seconds(20), "\(time)")
    }

    @Test("session codes cannot be tried one after another")
    func guesses() async throws {
        let visitor = try await Visitor()
        let made = try await visitor.post(
            "/api/workshops",
            #"{"place":"liyuan-xiaojie-3","regime":"qingyuan","months":6,"turn":6,"share":0.1,"goals":[{"observable":"match","better":"higher"}]}"#
        )
        let code = try #require(made["code"] as? String)
        func time(_ code: String) async throws -> (Int, Duration) {
            let start = Self.clock.now
            let status = try await visitor.get("/api/workshops/\(code)").status
            return (status, Self.clock.now - start)
        }
        let (known, soon) = try await time(code)
        let (unknown, late) = try await time("zzzzz")
        #expect(known == 200 && soon < .milliseconds(900) && unknown == 404 && late >= .seconds(1))
    }
}
