import Foundation
import Testing

@testable import Studio

@Suite("What is nobody's to know")
struct SecrecyTests {
    /// A seed whose figures occur nowhere by chance.
    private static let seed = 918_273_645

    @Test("as long as a session is open, nothing that can be asked tells its seed or a key")
    func seed() async throws {
        let visitor = try await Visitor()
        let made = try await visitor.post(
            "/api/workshops",
            #"{"title":"Class","place":"liyuan-xiaojie-3","regime":"qingyuan","months":6,"turn":6,"share":0.1,"seed":\#(Self.seed),"goals":[{"observable":"match","better":"higher"}]}"#
        )
        let code = try #require(made["code"] as? String)
        let teacher = try #require(made["teacherKey"] as? String)
        let group = try await visitor.post("/api/workshops/\(code)/groups", #"{"name":"A"}"#)
        let (game, key) = (try #require(group["game"] as? String), try #require(group["key"] as? String))
        let decided = try await visitor.post(
            "/api/workshops/\(code)/groups/0/decide", #"{"key":"\#(key)","changes":[]}"#)
        #expect(decided.status == 200, "\(decided.text)")
        _ = try await visitor.settled(game)
        let own = "/api/games/\(game)"
        for path in [
            "/api/games", own, "\(own)/layout", "\(own)/series", "\(own)/series.csv", "\(own)/money.csv",
            "\(own)/events.csv", "\(own)/scenario.yaml", "\(own)/command", "\(own)/organisations?month=3",
            "\(own)/why?kind=resident&id=1&month=3", "/api/workshops/\(code)", "/api/catalogue",
        ] {
            let text = try await visitor.get(path).text
            #expect(!text.contains("\(Self.seed)"), "\(path)")
            #expect(!text.contains(teacher) && !text.contains(key), "\(path)")
        }
        for path in ["\(own)/stream", "/api/workshops/\(code)/stream"] {
            let bytes = try await visitor.raw(
                "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(visitor.port)\r\n\r\n",
                until: { String(decoding: $0, as: UTF8.self).contains("\ndata: ") })
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("event: "), "\(path): \(text)")
            #expect(!text.contains("\(Self.seed)") && !text.contains(key), "\(path)")
        }
        // It is told once the session is closed, which shows that the words above would have found it.
        _ = try await visitor.post("/api/workshops/\(code)/close", #"{"teacherKey":"\#(teacher)"}"#)
        #expect(try await visitor.get("\(own)/command").text.contains("\(Self.seed)"))
    }

    @Test("set-ups on disk are their owner's alone")
    func folders() async throws {
        let visitor = try await Visitor()
        for folder in ["games", "workshops"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: visitor.folder + "/" + folder)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        }
    }

    @Test("where others are logged in, this machine too needs the token")
    func sharedMachine() async throws {
        let visitor = try await Visitor(asksToken: true)
        let token = try #require(visitor.studio.url.split(separator: "=").last.map(String.init))
        #expect(visitor.studio.url.hasPrefix("http://127.0.0.1:") && token.count >= 26)
        for path in ["/", "/api/games", "/api/catalogue"] { #expect(try await visitor.get(path).code == "token") }
        #expect(try await visitor.get("/?token=\(token)").status == 200)
    }
}
