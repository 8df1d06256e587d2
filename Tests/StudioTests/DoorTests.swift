import Foundation
import Testing

@testable import Studio

@Suite("Who may come into the studio")
struct DoorTests {
    private static let game = #"{"place":"liyuan-xiaojie-3","regimes":["liyuan-direct"],"months":1,"share":0.05}"#

    @Test("other names than its own are refused: a name that leads here by its address is no name of this studio")
    func rebinding() async throws {
        let visitor = try await Visitor()
        for host in [
            "evil.example", "evil.example:\(visitor.port)", "127.0.0.1:1", "10.0.0.1:\(visitor.port)",
            "127.0.0.1.evil.example:\(visitor.port)",
        ] {
            for path in ["/", "/api/catalogue", "/api/games"] {
                let answer = try await visitor.get(path, ["Host": host])
                #expect(answer.status == 403 && answer.code == "host", "\(host)\(path)")
            }
        }
        #expect(try await visitor.get("/", ["Host": ""]).status >= 400)
        for host in ["localhost:\(visitor.port)", "127.0.0.1:\(visitor.port)", "LOCALHOST:\(visitor.port)"] {
            #expect(try await visitor.get("/", ["Host": host]).status == 200)
        }
    }

    @Test("what changes something comes from the studio's own page")
    func foreignPages() async throws {
        let visitor = try await Visitor()
        for headers in [
            ["Origin": "http://evil.example"], ["Origin": "null"], ["Origin": "http://127.0.0.1:1"],
            ["Origin": "https://127.0.0.1:\(visitor.port)"], ["Origin": ""],
            ["Origin": "", "Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "cross-site"],
            ["Origin": "", "Sec-Fetch-Site": "same-site"],
        ] {
            let answer = try await visitor.post("/api/games", Self.game, headers)
            #expect(answer.status == 403 && answer.code == "origin", "\(headers)")
        }
        let removal = try await visitor.send("DELETE", "/api/games/a", ["Origin": "http://evil.example"])
        #expect(removal.code == "origin")
        let reading = try await visitor.get("/api/catalogue", ["Sec-Fetch-Site": "cross-site"])
        #expect(reading.code == "origin")
        // A link from elsewhere may open the page.
        #expect(try await visitor.get("/", ["Sec-Fetch-Site": "cross-site"]).status == 200)
        #expect(try await visitor.get("/api/games")["games.0"] == nil)
        let own = try await visitor.post("/api/games", Self.game, ["Origin": "", "Sec-Fetch-Site": "same-origin"])
        #expect(own.status == 201)
    }

    /// What a form of another page can send without asking is none of these.
    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
    func otherTypesOfContent(type: String) async throws {
        let answer = try await Visitor().post("/api/games", Self.game, ["Content-Type": type])
        #expect(answer.status == 415 && answer.code == "type")
    }

    @Test("over the network the token of the address is needed, once")
    func token() async throws {
        let visitor = try await Visitor(host: "0.0.0.0")
        let token = try #require(visitor.studio.url.split(separator: "=").last.map(String.init))
        #expect(token.count >= 26)
        for (path, cookie) in [
            ("/", ""), ("/?token=", ""), ("/?token=\(token)x", ""), ("/?token=\(String(token.dropLast()))", ""),
            ("/api/catalogue", "cogov-token=nonsense"), ("/page/parts/main.js", ""),
        ] {
            let answer = try await visitor.get(path, ["Cookie": cookie])
            #expect(answer.status == 403 && answer.code == "token", "\(path) \(cookie)")
        }
        let first = try await visitor.get("/?token=\(token)")
        let cookie = try #require(first.headers["set-cookie"])
        #expect(first.status == 200 && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        #expect(try await visitor.get("/", ["Cookie": "cogov-token=\(token)"]).status == 200)
        // Addresses in numbers are names of a studio that listens on all of them; other names are not.
        let host = ["Host": "192.168.1.7:\(visitor.port)", "Cookie": "cogov-token=\(token)"]
        #expect(try await visitor.get("/", host).status == 200)
        let rebound = ["Host": "evil.example:\(visitor.port)", "Cookie": "cogov-token=\(token)"]
        #expect(try await visitor.get("/", rebound).code == "host")
    }

    @Test("every answer keeps other pages out, refusals too")
    func headers() async throws {
        let visitor = try await Visitor()
        for path in ["/", "/api/games/none", "/nothing", "/page/parts/main.js"] {
            let answer = try await visitor.get(path)
            #expect(answer.headers["content-security-policy"]?.contains("default-src 'self'") == true)
            #expect(answer.headers["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
            #expect(answer.headers["content-security-policy"]?.contains("unsafe") == false)
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(
                answer.headers["referrer-policy"] == "no-referrer"
                    && answer.headers["access-control-allow-origin"] == nil)
        }
    }
}
