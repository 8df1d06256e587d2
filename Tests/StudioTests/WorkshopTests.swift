import Foundation
import Governance
import Testing

@testable import Studio

@Suite("Sessions of a class")
struct WorkshopTests {
    /// Two years in turns of half a year for 66 residents.
    private static let session = #"""
        {"title":"Class 3","place":"liyuan-xiaojie-3","regime":"qingyuan","months":24,"turn":6,"share":0.1,"seed":3,
         "goals":[{"observable":"trust.committee","better":"higher"}],
         "roles":[{"id":"government","levers":["taskLoad","sensing.survey","capacity.committeeTraining"]},
                  {"id":"committee","levers":["engagement.committee.culture"]}] BUDGET}
        """#

    private struct Class {
        let visitor: Visitor
        let code: String
        let teacher: String

        func post(_ path: String, _ body: String) async throws -> Visitor.Answer {
            try await visitor.post("/api/workshops/\(code)/\(path)", body)
        }

        func join(_ name: String, _ role: String = "government") async throws -> (
            number: Int, key: String, game: String
        ) {
            let joined = try await post("groups", #"{"name":"\#(name)","role":"\#(role)"}"#)
            #expect(joined.status == 201, "\(joined.text)")
            return (
                try #require(joined["group"] as? Int), try #require(joined["key"] as? String),
                try #require(joined["game"] as? String)
            )
        }

        func decide(_ group: (number: Int, key: String, game: String), _ changes: String = "[]") async throws
            -> Visitor.Answer
        {
            let answer = try await post(
                "groups/\(group.number)/decide", #"{"key":"\#(group.key)","changes":\#(changes)}"#)
            if answer.status == 200 { _ = try await visitor.settled(group.game) }
            return answer
        }

        func steer(_ word: String, key: String? = nil) async throws -> Visitor.Answer {
            try await post(word, #"{"teacherKey":"\#(key ?? teacher)"}"#)
        }

        var board: Visitor.Answer { get async throws { try await visitor.get("/api/workshops/\(code)") } }
    }

    private func open(_ visitor: Visitor, budget: Int? = nil) async throws -> Class {
        let body = Self.session.replacingOccurrences(of: "BUDGET", with: budget.map { ",\"budget\":\($0)" } ?? "")
        let made = try await visitor.post("/api/workshops", body)
        #expect(made.status == 201, "\(made.text)")
        return Class(
            visitor: visitor, code: try #require(made["code"] as? String),
            teacher: try #require(made["teacherKey"] as? String))
    }

    @Test("groups decide turn by turn, the teacher opens the next, and the board compares")
    func turns() async throws {
        let session = try await open(try await Visitor())
        let (a, b) = (try await session.join("A"), try await session.join("B", "committee"))
        #expect(try await session.post("groups", #"{"name":"A"}"#).status == 400)
        #expect(try await session.decide(a, #"[{"lever":"taskLoad","value":0.3}]"#).status == 200)
        var board = try await session.board
        #expect(board["groups.0.monthsLived"] as? Int == 6 && board["groups.1.monthsLived"] as? Int == 0)
        #expect(board["groups.0.values.trust.committee"] == nil, "a key has a dot")
        #expect((board["groups.0.values"] as? [String: Any])?["trust.committee"] is Double)
        // The turn is over for A; the next is the teacher's to open. B goes on unchanged then.
        #expect(try await session.decide(a).status == 409)
        #expect(try await session.steer("advance").status == 200)
        _ = try await session.visitor.settled(b.game)
        board = try await session.board
        #expect(board["horizon"] as? Int == 12 && board["groups.1.monthsLived"] as? Int == 6)
        #expect(try await session.decide(a).status == 200)
        #expect(try await session.decide(b).status == 200)
        // A role moves its own levers only.
        _ = try await session.steer("advance")
        let foreign = try await session.decide(b, #"[{"lever":"taskLoad","value":0.3}]"#)
        #expect(foreign.status == 400 && foreign["error.key"] as? String == "changes[0].lever")
        #expect(try await session.decide(b, #"[{"lever":"engagement.committee.culture","value":9}]"#).status == 400)
    }

    @Test("keys are asked for, and a game of the session goes by its rules alone")
    func keys() async throws {
        let session = try await open(try await Visitor())
        let (a, b) = (try await session.join("A"), try await session.join("B"))
        #expect(try await session.decide((a.number, b.key, a.game)).code == "token")
        #expect(try await session.decide((7, a.key, a.game)).status == 404)
        for word in ["advance", "pause", "resume", "close"] {
            #expect(try await session.steer(word, key: a.key).code == "token")
        }
        for (path, body) in [
            ("live", "{}"), ("pause", "{}"), ("cancel", "{}"),
            ("futures", #"{"side":0,"month":1,"changes":[{"lever":"taskLoad","value":0}]}"#),
        ] { #expect(try await session.visitor.post("/api/games/\(a.game)/\(path)", body).code == "state") }
        let removal = try await session.visitor.send(
            "DELETE", "/api/games/\(a.game)", ["Origin": session.visitor.origin])
        #expect(removal.code == "state")
        // Who knew the seed could live the future before deciding.
        #expect(try await session.visitor.get("/api/games/\(a.game)")["seed"] == nil)
        #expect(try await session.visitor.get("/api/games/\(a.game)/command").code == "state")
        #expect(try await session.steer("pause").status == 200)
        #expect(try await session.decide(a).code == "state")
        #expect(try await session.steer("resume").status == 200)
        #expect(try await session.decide(a).status == 200)
        #expect(try await session.steer("close").status == 200)
        #expect(try await session.decide(a).code == "state")
        #expect(try await session.visitor.get("/api/games/\(a.game)")["seed"] as? Int == 3)
        #expect(try await session.visitor.get("/api/games/\(a.game)/command").status == 200)
        #expect(try await session.post("groups", #"{"name":"C"}"#).code == "state")
    }

    @Test("beyond the budget a decision is refused with what the ledger says, and cheaper ones are taken")
    func budget() async throws {
        let session = try await open(try await Visitor(), budget: 1000)
        let a = try await session.join("A")
        let dear = try await session.decide(
            a, #"[{"lever":"sensing.survey","value":1},{"lever":"capacity.committeeTraining","value":20}]"#)
        #expect(dear.status == 409 && dear.code == "budget", "\(dear.text)")
        let cost = try #require(dear["error.spending.cost"] as? Int)
        let unchanged = try #require(dear["error.spending.unchanged"] as? Int)
        #expect(cost > unchanged && cost > 100_000 && dear["error.spending.budget"] as? Int == 100_000)
        #expect(try await session.board["groups.0.monthsLived"] as? Int == 0, "nothing is lived of what was refused")
        // To go on unchanged, or for less, is always possible; what it cost then is what was said.
        #expect(try await session.decide(a, #"[{"lever":"sensing.survey","value":0}]"#).status == 200)
        let spent = try #require((try await session.board["groups.0.spent"] as? [Int])?.first)
        #expect(spent <= unchanged)
    }

    @Test("a session outlives the server")
    func restart() async throws {
        let session = try await open(try await Visitor())
        let a = try await session.join("A")
        #expect(try await session.decide(a, #"[{"lever":"taskLoad","value":0.3}]"#).status == 200)
        let before = try await session.board
        await session.visitor.leave()
        let later = Class(
            visitor: try await Visitor(folder: session.visitor.folder), code: session.code, teacher: session.teacher)
        _ = try await later.board
        _ = try await later.visitor.settled(a.game)
        #expect(try await later.board.text == before.text)
        #expect(try await later.steer("advance").status == 200)
        #expect(try await later.decide(a).status == 200)
        // Keys are nowhere on disk.
        let files = try FileManager.default.contentsOfDirectory(atPath: session.visitor.folder + "/workshops")
        for file in files {
            let text = try String(contentsOfFile: session.visitor.folder + "/workshops/" + file, encoding: .utf8)
            #expect(!text.contains(a.key) && !text.contains(session.teacher))
        }
    }

    @Test(
        "wrong sessions are refused with their key",
        arguments: [
            (#"{"task":"none"}"#, "task"), (#"{"place":"x","regime":"qingyuan","goals":[]}"#, "place"),
            (#"{"place":"xinhong","regime":"qingyuan","goals":[]}"#, "goals"),
            (
                #"{"place":"xinhong","regime":"qingyuan","goals":[{"observable":"x","better":"higher"}]}"#,
                "goals[0].observable"
            ),
            (
                #"{"place":"xinhong","regime":"qingyuan","turn":99,"goals":[{"observable":"match","better":"higher"}]}"#,
                "turn"
            ),
            (
                #"{"place":"xinhong","regime":"qingyuan","budget":-1,"goals":[{"observable":"match","better":"higher"}]}"#,
                "budget"
            ),
            (
                #"{"place":"xinhong","regime":"qingyuan","pace":"fast","goals":[{"observable":"match","better":"higher"}]}"#,
                "pace"
            ),
            (
                #"{"place":"xinhong","regime":"qingyuan","goals":[{"observable":"match","better":"best"}]}"#,
                "goals[0].better"
            ),
        ])
    func wrong(body: String, key: String) async throws {
        let answer = try await Visitor().post("/api/workshops", body)
        #expect([400, 404].contains(answer.status) && answer["error.key"] as? String == key, "\(answer.text)")
    }
}
