import Foundation
import Governance
import Scenarios
import Testing

@testable import Studio

@Suite("Games")
struct GameTests {
    /// A village of 67 residents, two regimes on the same people.
    private static let village = #"""
        {"place":"liyuan-xiaojie-3","regimes":["liyuan-direct","qingyuan"],"months":26,"share":0.1,"seed":5,
         "changes":[{"month":3,"lever":"taskLoad","value":0.2,"side":0},{"month":3,"lever":"rights.design","value":true}]}
        """#

    private func begun(_ visitor: Visitor, _ body: String = village) async throws -> String {
        let made = try await visitor.post("/api/games", body)
        #expect(made.status == 201, "\(made.text)")
        let id = try #require(made["id"] as? String)
        #expect(try await visitor.settled(id)["state"] as? String == "ended")
        return id
    }

    /// What `cogov run` makes of a scenario file: the same reader, the same world, the same numbers as text.
    private func lived(_ yaml: String, seed: UInt64) throws -> (series: [String], frames: Int) {
        let path = NSTemporaryDirectory() + "cogov-\(UUID().uuidString).yaml"
        try yaml.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let specification = try ScenarioReader.read(path: path, overrides: ["months=26"]).specification
        let world = try World(specification, seed: seed, replicate: 1, threads: 2)
        let rows = try (1...specification.months).map { month in
            try world.advance()
            return "\(specification.id),1,\(month)"
                + world.observe().map { "," + ($0.isNaN ? "" : $0.description) }.joined()
        }
        return (rows, specification.residentCount)
    }

    private func rows(_ csv: String) -> [String] { csv.split(separator: "\n").dropFirst().map(String.init) }

    @Test("what is seen is what the saved scenario gives, byte by byte, futures too")
    func saved() async throws {
        let visitor = try await Visitor()
        let id = try await begun(visitor)
        let future = try await visitor.post(
            "/api/games/\(id)/futures",
            #"{"side":0,"month":15,"changes":[{"lever":"support.agenda","value":0},{"lever":"cultivation","value":0.4,"month":20}]}"#
        )
        #expect(future.status == 201 && future["sides.2.parent"] as? Int == 0 && future["sides.2.from"] as? Int == 15)
        #expect(try await visitor.settled(id)["state"] as? String == "ended")
        var series: [[String]] = []
        for side in 0...2 {
            series.append(rows(try await visitor.get("/api/games/\(id)/series.csv?side=\(side)").text))
            let yaml = try await visitor.get("/api/games/\(id)/scenario.yaml?side=\(side)").text
            #expect(try lived(yaml, seed: 5).series == series[side], "side \(side)")
            let command = try await visitor.get("/api/games/\(id)/command?side=\(side)")
            #expect((command["saved"] as? String)?.contains("--seed 5") == true && command["whole"] != nil)
        }
        func numbers(_ rows: ArraySlice<String>) -> [String] {
            rows.map { $0.split(separator: ",", maxSplits: 1)[1].description }
        }
        #expect(
            numbers(series[2][..<14]) == numbers(series[0][..<14])
                && numbers(series[2][14...]) != numbers(series[0][14...]))
        // Frames of the shared months are the same bytes too.
        let frames = try await [0, 2].asyncMap { side in
            try await visitor.get("/api/games/\(id)/frames.bin?side=\(side)&from=1&to=14").body
        }
        #expect(frames[0] == frames[1] && frames[0].count == 16 + 14 * 3 * 67)
    }

    @Test("a scenario file that was saved is a game again")
    func sent() async throws {
        let visitor = try await Visitor()
        let id = try await begun(visitor)
        let yaml = try await visitor.get("/api/games/\(id)/scenario.yaml").text
        let body = String(
            decoding: try JSONSerialization.data(
                withJSONObject: ["yaml": yaml, "seed": 5, "months": 26] as [String: Any]),
            as: UTF8.self)
        let made = try await visitor.post("/api/games/scenario", body)
        let again = try #require(made["id"] as? String)
        #expect(try await visitor.settled(again)["state"] as? String == "ended")
        #expect(
            try await visitor.get("/api/games/\(again)/series.csv").text
                == visitor.get("/api/games/\(id)/series.csv").text)
    }

    @Test("lived to a month, on, and after a restart it is what it is when lived at once")
    func steps() async throws {
        let visitor = try await Visitor()
        let whole = try await begun(visitor)
        let body = Self.village.replacingOccurrences(of: #""seed":5"#, with: #""seed":5,"until":7"#)
        let made = try await visitor.post("/api/games", body)
        let id = try #require(made["id"] as? String)
        let paused = try await visitor.settled(id)
        #expect(paused["state"] as? String == "paused" && paused["sides.1.monthsLived"] as? Int == 7)
        let one = try await visitor.post("/api/games/\(id)/live", #"{"side":0,"until":8}"#)
        #expect(one["sides.0.until"] as? Int == 8 && one["sides.1.until"] as? Int == 7)
        #expect(try await visitor.settled(id)["sides.0.monthsLived"] as? Int == 8)
        await visitor.leave()
        let later = try await Visitor(folder: visitor.folder)
        #expect(try await later.settled(id)["sides.0.monthsLived"] as? Int == 8)
        #expect(try await later.post("/api/games/\(id)/live", "{}").status == 200)
        #expect(try await later.settled(id)["state"] as? String == "ended")
        for side in 0...1 {
            let path = "series.csv?side=\(side)"
            #expect(
                try await later.get("/api/games/\(id)/\(path)").text == later.get("/api/games/\(whole)/\(path)").text)
        }
        #expect(try await later.send("DELETE", "/api/games/\(id)", ["Origin": later.origin]).status == 200)
        #expect(try await later.get("/api/games/\(id)").status == 404)
        #expect(!FileManager.default.fileExists(atPath: later.folder + "/games/\(id).json"))
    }

    @Test("what is let go of is lived again")
    func forgotten() async throws {
        let visitor = try await Visitor()
        let id = try await begun(visitor)
        let before = try await visitor.get("/api/games/\(id)/series.csv").text
        let game = try visitor.studio.shelf.game(id)
        #expect(game.bytes > 0)
        game.forget()
        #expect(game.bytes == 0)
        #expect(try await visitor.get("/api/games/\(id)/series.csv").text == before)
    }

    @Test("the stream tells every month once, and goes on after the last event that was seen")
    func stream() async throws {
        let visitor = try await Visitor()
        let id = try await begun(visitor)
        func listen(_ query: String, _ headers: String = "", months: Int) async throws -> String {
            let text = try await visitor.raw(
                "GET /api/games/\(id)/stream\(query) HTTP/1.1\r\nHost: 127.0.0.1:\(visitor.port)\r\n\(headers)\r\n",
                until: { String(decoding: $0, as: UTF8.self).components(separatedBy: "event: month").count > months })
            return String(decoding: text, as: UTF8.self)
        }
        func ids(_ text: String) -> [String] {
            text.components(separatedBy: "event: month\nid: ").dropFirst().map { String($0.prefix { $0 != "\n" }) }
        }
        let all = try await listen("", months: 52)
        #expect(
            all.contains("Content-Type: text/event-stream") && Set(ids(all)).count == 52 && ids(all).last == "0:26,1:26"
        )
        #expect(all.contains("event: state") && all.contains(#""kind":"scheduled""#))
        let rest = try await listen("", "Last-Event-ID: 0:20,1:19\r\n", months: 13)
        #expect(ids(rest).count == 13 && ids(rest).first == "0:21,1:19" && ids(rest).last == "0:26,1:26")
        #expect(ids(try await listen("?side=1&from=25", months: 2)) == ["1:25", "1:26"])
        // What is no id of ours is as if there were none.
        #expect(ids(try await listen("?side=0", "Last-Event-ID: ../../x,99:-1,0:a\r\n", months: 26)).count == 26)
    }

    @Test("frames are the residents' columns")
    func frames() async throws {
        let visitor = try await Visitor()
        let id = try await begun(visitor)
        let frames = try await visitor.get("/api/games/\(id)/frames.bin?side=0&from=2&to=900").body
        #expect(frames.prefix(4) == Data("COG1".utf8) && frames.count == 16 + 25 * 3 * 67)
        #expect([UInt8](frames[4..<16]) == [67, 0, 0, 0, 2, 0, 0, 0, 25, 0, 0, 0])
        let rungs = [UInt8](frames[16..<83])
        #expect(rungs.allSatisfy { $0 <= 4 })
        let csv = try await visitor.get("/api/games/\(id)/series?side=0")
        let place = try #require((csv["keys"] as? [String])?.firstIndex(of: "participation.rung1plus"))
        let share = try #require(((csv["months"] as? [[Any]])?[1][place] as? NSNumber)?.doubleValue)
        #expect(abs(share - Double(rungs.count { $0 > 0 }) / 67) < 1e-9)
        let layout = try await visitor.get("/api/games/\(id)/layout")
        #expect(layout["residents"] as? Int == 67 && layout["communities.0.count"] as? Int == 67)
        #expect(try await visitor.get("/api/games/\(id)/traits.bin").body.count == 67)
        #expect(try await visitor.get("/api/games/\(id)/frames.bin?side=7").status == 404)
        #expect(try await visitor.get("/api/games/\(id)/frames.bin?from=x").status == 400)
    }

    @Test("questions are answered as of the month, and not beyond what was lived")
    func questions() async throws {
        let visitor = try await Visitor()
        let id = try await begun(visitor)
        let why = try await visitor.get("/api/games/\(id)/why?kind=resident&id=7&month=15&versus=1")
        #expect(why["answers.0.explanation.month"] as? Int == 15 && why["answers.1.explanation.month"] as? Int == 15)
        #expect((why["text.zh"] as? String)?.contains("居民 7") == true)
        let ties = try await visitor.get("/api/games/\(id)/ties?resident=7&month=15")
        #expect((ties["ties"] as? [Int])?.isEmpty == false)
        let society = try await visitor.get("/api/games/\(id)/organisations?month=26")
        #expect(society["residents"] as? [Any] != nil && society["projects"] as? [Any] != nil)
        let committee = try await visitor.get("/api/games/\(id)/why?kind=committee&id=1&month=3")
        #expect(committee.status == 200, "\(committee.text)")
        for query in [
            "kind=resident&id=68&month=1", "kind=resident&id=1&month=27", "kind=account&id=outside:x&month=1",
            "kind=nobody&id=1", "kind=project&id=../../x", "kind=resident&id=x",
        ] {
            let answer = try await visitor.get("/api/games/\(id)/why?\(query)")
            #expect([400, 404].contains(answer.status), "\(query): \(answer.text)")
        }
    }

    @Test("a change that lasts is made anew where the regime would undo it, until players change it again")
    func lasting() async throws {
        let visitor = try await Visitor()
        func yaml(_ changes: String) async throws -> ScenarioSpecification {
            let body =
                #"{"place":"xinhong","regimes":["qingyuan"],"months":60,"share":0.01,"until":0,"changes":\#(changes)}"#
            let id = try #require(try await visitor.post("/api/games", body)["id"] as? String)
            let text = try await visitor.get("/api/games/\(id)/scenario.yaml").text
            return try ScenarioSource(text: text, named: "a").document().specification
        }
        func months(_ specification: ScenarioSpecification) -> [Int] {
            specification.events.filter { $0.title.en.hasPrefix("The players") }.map { $0.at - specification.start + 1 }
        }
        let regime = try await yaml("[]")
        let lever = try #require(
            regime.events.flatMap(\.changes).first { $0.lever == "rights.design" || $0.lever == "rights.commission" }?
                .lever)
        let set = regime.events.filter { $0.reset || $0.changes.contains { $0.lever == lever } }
            .map { $0.at - regime.start + 1 }.filter { $0 > 1 && $0 <= 60 }
        #expect(!set.isEmpty)
        let change = #"{"month":1,"lever":"\#(lever)","value":false"#
        #expect(months(try await yaml("[\(change)}]")) == [1])
        #expect(months(try await yaml("[\(change),\"lasting\":true}]")) == [1] + Set(set).sorted())
        let end = set[0]
        let until = #"[\#(change),"lasting":true},{"month":\#(end),"lever":"\#(lever)","value":true}]"#
        #expect(months(try await yaml(until)) == [1, end])
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
