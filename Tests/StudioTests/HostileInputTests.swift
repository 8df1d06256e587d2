import Foundation
import Testing

@testable import Studio

@Suite("Hostile and wrong input")
struct HostileInputTests {
    private static let limits = Limits(residents: 2000, months: 24, waiting: 2, body: 4096)

    @Test(
        "values that cannot be are refused with their key",
        arguments: [
            (#"{"place":"liyuan-xiaojie-3","regimes":["liyuan-direkt"]}"#, 404, "regimes"),
            (#"{"place":"nowhere","regimes":["liyuan-direct"]}"#, 404, "place"),
            (#"{"place":"../regimes/jinsong","regimes":["liyuan-direct"]}"#, 404, "place"),
            (#"{"regimes":[]}"#, 400, "regimes"), (#"{"regimes":["jinsong","jinsong","jinsong"]}"#, 400, "regimes"),
            (#"{"regimes":["jinsong"],"months":0}"#, 400, "months"),
            (#"{"regimes":["jinsong"],"months":25}"#, 400, "months"),
            (#"{"regimes":["jinsong"],"months":1e99}"#, 400, nil),
            (#"{"regimes":["jinsong"],"months":"12"}"#, 400, "months"),
            (#"{"regimes":["jinsong"],"months":12,"share":1e999}"#, 400, nil),
            (#"{"regimes":["jinsong"],"months":12,"share":-1}"#, 400, "share"),
            (#"{"regimes":["jinsong"],"months":12,"seed":-1}"#, 400, nil),
            (#"{"regimes":["jinsong"],"months":12,"seed":1.5}"#, 400, nil),
            (#"{"regimes":["jinsong"],"months":12,"share":NaN}"#, 400, nil),
            (#"{"regimes":["jinsong"],"months":12,"title":"a\nb"}"#, 400, "title"),
            (#"{"months":12}"#, 400, "regimes"), ("", 400, nil), ("[]", 400, nil), ("{", 400, nil), ("\u{0}", 400, nil),
            (#"{"place":"reference","regimes":["jinsong"],"months":12}"#, 400, "share"),
            (
                #"{"place":"liyuan-xiaojie-3","regimes":["jinsong"],"months":12,"changes":[{"month":1,"lever":"taskLoad","value":2}]}"#,
                400, "changes[0].value"
            ),
            (
                #"{"place":"liyuan-xiaojie-3","regimes":["jinsong"],"months":12,"changes":[{"month":1,"lever":"taskLode","value":0}]}"#,
                400, "changes[0].lever"
            ),
            (
                #"{"place":"liyuan-xiaojie-3","regimes":["jinsong"],"months":12,"changes":[{"month":1,"lever":"taskLoad","value":true}]}"#,
                400, "changes[0].value"
            ),
            (
                #"{"place":"liyuan-xiaojie-3","regimes":["jinsong"],"months":12,"changes":[{"month":13,"lever":"taskLoad","value":0}]}"#,
                400, "changes[0].month"
            ),
            (
                #"{"place":"liyuan-xiaojie-3","regimes":["jinsong"],"months":12,"changes":[{"side":1,"month":1,"lever":"taskLoad","value":0}]}"#,
                400, "changes[0].side"
            ),
            (
                #"{"place":"liyuan-xiaojie-3","regimes":["jinsong"],"months":12,"changes":[{"month":1,"lever":"serviceTargeting","value":"by-need"}]}"#,
                400, "changes[0].value"
            ),
            (
                #"{"place":"liyuan-xiaojie-3","regimes":["jinsong"],"months":12,"changes":[{"month":1,"lever":"taskLoad","value":0,"communities":["x]}: {a"]}]}"#,
                404, "changes[0].communities"
            ),
        ] as [(String, Int, String?)])
    func values(body: String, status: Int, key: String?) async throws {
        let visitor = try await Visitor(Self.limits)
        let answer = try await visitor.post("/api/games", body)
        #expect(answer.status == status && answer["error.key"] as? String == key, "\(body): \(answer.text)")
        for language in ["en", "zh"] { #expect((answer["error.\(language)"] as? String)?.isEmpty == false) }
        #expect(try await visitor.get("/api/games")["games.0"] == nil, "nothing is half kept")
    }

    @Test func theNearestNameIsTold() async throws {
        let visitor = try await Visitor(Self.limits)
        let regime = try await visitor.post("/api/games", #"{"regimes":["jinsonk"],"months":1}"#)
        #expect(regime["error.nearest"] as? String == "jinsong")
        let lever = try await visitor.post(
            "/api/games", #"{"regimes":["jinsong"],"months":1,"changes":[{"lever":"taskLode","value":1}]}"#)
        #expect(lever["error.nearest"] as? String == "taskLoad" && lever["error.found"] as? String == "taskLode")
    }

    @Test("a body that is too large is refused before it is read")
    func large() async throws {
        let visitor = try await Visitor(Self.limits)
        let body = #"{"title":""# + String(repeating: "a", count: 8000) + #""}"#
        #expect(try await visitor.post("/api/games", body).status == 413)
        #expect(try await visitor.post("/api/games", "", ["Content-Length": "99999999999"]).status == 413)
        let chunk = String(repeating: "a", count: 0x1000)
        let chunked = String(repeating: "1000\r\n\(chunk)\r\n", count: 4) + "0\r\n\r\n"
        let answer = try await visitor.post(
            "/api/games", chunked, ["Transfer-Encoding": "chunked", "Content-Length": ""])
        #expect(answer.status == 413)
        let deep = String(repeating: "[", count: 3000)
        #expect(try await visitor.post("/api/games", deep).status == 400)
    }

    @Test("scripts in names stay words")
    func scripts() async throws {
        let visitor = try await Visitor()
        let title = "<script>alert(1)</script>"
        let made = try await visitor.post(
            "/api/games",
            #"{"place":"liyuan-xiaojie-3","regimes":["liyuan-direct"],"months":1,"share":0.05,"title":"\#(title)"}"#)
        #expect(made["title"] as? String == title && made.headers["content-type"] == "application/json; charset=utf-8")
        let id = try #require(made["id"] as? String)
        let text = try await visitor.get("/api/games/\(id)/scenario.yaml").text
        // The same in a scenario's own words: they come back as words of JSON and of YAML.
        let words = text.replacingOccurrences(
            of: #"(?m)^title: \{en: "[^"]*""#, with: "title: {en: \"\(title)\"", options: .regularExpression)
        let own = try await visitor.post("/api/games/scenario", Self.json(["yaml": words]))
        #expect(own["sides.0.title.en"] as? String == title, "\(own.text)")
        #expect(own.headers["x-content-type-options"] == "nosniff")
    }

    @Test(
        "a scenario that is sent names no file and tells what is wrong in it with line and key",
        arguments: [
            ("extends: ../../../../etc/passwd\nid: a\n", "extends"), ("place: /etc/passwd\nid: a\n", "place"),
            ("id: a\nmonthz: 3\n", "monthz"), ("- a\n", ""), ("{", ""), ("a: &a [x]\nb: *c\n", ""),
        ])
    func sent(yaml: String, key: String) async throws {
        let visitor = try await Visitor(Self.limits)
        let answer = try await visitor.post("/api/games/scenario", Self.json(["yaml": yaml]))
        #expect(answer.status == 400 && answer.code == "value", "\(answer.text)")
        let keys = (answer["error.faults"] as? [[String: Any]])?.compactMap { $0["key"] as? String } ?? []
        #expect(key.isEmpty || keys.contains(key), "\(keys)")
        #expect(!answer.text.contains("root:"))
    }

    /// A few lines that would be billions of values.
    @Test func aBombOfAliases() async throws {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let items = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(items)]\n"
        }
        // As a key the last must be unfolded to be compared.
        for text in [yaml, yaml + "? *a9\n: boom\n"] {
            let answer = try await Visitor().post("/api/games/scenario", Self.json(["yaml": text]))
            #expect(answer.status == 400 && answer.text.contains("aliases"))
        }
    }

    /// Residents beyond all numbers, and a name that would become a header's.
    @Test(
        "a scenario too large or misnamed is refused before anybody lives in it",
        arguments: [
            (#"people: \d+"#, "people: 9000000000000000000", 400), (#"people: \d+"#, "people: 4000000", 400),
            (#"(?m)^id: .*$"#, "id: 'a\"; filename=x'", 400), (#"(?m)^id: .*$"#, #"id: "a\r\nSet-Cookie: x=y""#, 400),
            (#"(?m)^id: .*$"#, "id: ../../x", 400),
        ])
    func excess(pattern: String, words: String, status: Int) async throws {
        let visitor = try await Visitor(Self.roomy)
        let made = try await visitor.post(
            "/api/games", #"{"place":"liyuan-xiaojie-3","regimes":["liyuan-direct"],"months":1,"share":0.05}"#)
        let text = try await visitor.get("/api/games/\(try #require(made["id"] as? String))/scenario.yaml").text
        let changed = text.replacingOccurrences(of: pattern, with: words, options: .regularExpression)
        #expect(changed != text)
        let start = ContinuousClock.now
        let answer = try await visitor.post("/api/games/scenario", Self.json(["yaml": changed]))
        #expect(answer.status == status && answer.code == "value", "\(answer.text.prefix(300))")
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(answer.headers["set-cookie"] == nil)
    }

    /// The residents that a scenario may have, but all the room for its text.
    private static let roomy = Limits(residents: 2000, months: 24)

    @Test("a packed body is not unpacked")
    func packedBody() async throws {
        let visitor = try await Visitor()
        let body = #"{"place":"liyuan-xiaojie-3","regimes":["liyuan-direct"],"months":1,"share":0.05}"#
        let answer = try await visitor.post("/api/games", "\u{1f}\u{8b}" + body, ["Content-Encoding": "gzip"])
        #expect(answer.status == 400 && answer.code == "json")
    }

    @Test("a flood of runs is stemmed, and cancelled ones make room")
    func flood() async throws {
        let visitor = try await Visitor(Limits(residents: 20_000, months: 240, atOnce: 1, waiting: 2))
        let body = #"{"place":"xinhong","regimes":["qingyuan"],"months":240,"share":0.5}"#
        var statuses: [Int] = []
        var ids: [String] = []
        for _ in 0..<6 {
            let answer = try await visitor.post("/api/games", body)
            statuses.append(answer.status)
            if let id = answer["id"] as? String { ids.append(id) }
        }
        #expect(statuses == [201, 201, 201, 429, 429, 429])
        for id in ids { #expect(try await visitor.post("/api/games/\(id)/cancel", "{}").status == 200) }
        for id in ids { #expect(try await visitor.settled(id)["state"] as? String == "cancelled") }
        await visitor.leave()
    }

    @Test("games that are kept, streams and futures are as many as may be")
    func numbers() async throws {
        let visitor = try await Visitor(Limits(games: 1, futures: 1, streams: 0))
        let body = #"{"place":"liyuan-xiaojie-3","regimes":["liyuan-direct"],"months":2,"share":0.05}"#
        let id = try #require(try await visitor.post("/api/games", body)["id"] as? String)
        #expect(try await visitor.post("/api/games", body).code == "full")
        #expect(try await visitor.get("/api/games/\(id)/stream").code == "full")
        let future = #"{"side":0,"month":2,"changes":[{"lever":"taskLoad","value":0}]}"#
        #expect(try await visitor.settled(id)["state"] as? String == "ended")
        #expect(try await visitor.post("/api/games/\(id)/futures", future).status == 201)
        #expect(try await visitor.post("/api/games/\(id)/futures", future).status == 503)
    }

    @Test(
        "what is not there is told as such",
        arguments: [
            "/api/games/none", "/api/games/none/stream", "/api/games/none/why?kind=resident&id=1&month=1",
            "/api/games/" + String(repeating: "a", count: 300), "/api/workshops/none", "/api/nothing", "/nothing",
        ])
    func unknown(path: String) async throws {
        let answer = try await Visitor(Self.limits).get(path)
        #expect(answer.status == 404 && answer.code == "unknown")
    }

    static func json(_ value: [String: String]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }
}
