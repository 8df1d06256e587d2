import Foundation
import Fuzzing
import Governance

/// Requests to the studio, one an input. An answer of 500 or more is a fault of the studio's.
private enum Input {
    static let answering: Answering = {
        do {
            return try Answering(repository: Repository.folder, folder: Desk("studio").path)
        } catch { fatalError("\(error)") }
    }()

    /// What has been asked, by route; with names of this studio's where an input cannot know them.
    static let requests: [String] = {
        let small = #""place":"liyuan-xiaojie-3","share":0.02"#
        let game =
            #"{\#(small),"regimes":["liyuan-direct","jinsong"],"months":12,"seed":3,"replicate":2,"title":"a","until":6,"#
            + #""changes":[{"side":1,"month":2,"lever":"taskLoad","value":0.5,"communities":["xiaojie-3"],"lasting":true}]}"#
        let goals =
            #""goals":[{"observable":"need.mean","better":"lower"}],"roles":[{"id":"government","levers":["taskLoad"]}]"#
        let yaml = Repository.texts(in: "Tests/ScenariosTests/Fixtures").first?.text ?? ""
        let quoted = (try? JSONEncoder().encode(yaml)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
        let reads = [
            "/", "/page/main.js", "/page/../secret", "/api/games", "/api/games/GAME", "/api/games/GAME/layout",
            "/api/games/GAME/traits.bin", "/api/games/GAME/frames.bin?side=0&from=1&to=3",
            "/api/games/GAME/series?side=0",
            "/api/games/GAME/stream?from=2&side=0", "/api/games/GAME/why?kind=resident&id=3&month=2&versus=0",
            "/api/games/GAME/why?kind=account&id=committee:xiaojie-3&month=2",
            "/api/games/GAME/ties?resident=4&month=3",
            "/api/games/GAME/organisations?month=1", "/api/games/GAME/scenario.yaml", "/api/games/GAME/command?side=0",
            "/api/games/GAME/series.csv", "/api/games/GAME/money.csv", "/api/workshops/CODE",
            "/api/workshops/CODE/stream",
        ].map { "GET " + $0 }
        let headers = [
            "GET /page/main.js\nIf-None-Match: \"a\"\nAccept-Encoding: gzip, br\nCookie: cogov-token=abc; a=b",
            "GET /api/games\nHost: localhost:8750\nSec-Fetch-Site: cross-site\nLast-Event-ID: 3",
            "POST /api/games\nContent-Type: text/plain; charset=x\nOrigin: null\nContent-Length: 99\nSec-Fetch-Site: none\n\n{}",
        ]
        let writes = [
            "/api/games\n\n" + game,
            "/api/games/scenario\n\n{\"yaml\":\(quoted),\"months\":3,\"seed\":4,\"title\":\"b\"}",
            #"/api/games/scenario"# + "\n\n" + #"{"yaml":"id: a\nextends: b\n"}"#,
            #"/api/games/GAME/live"# + "\n\n" + #"{"side":0,"until":3}"#, "/api/games/GAME/pause\n\n{}",
            "/api/games/GAME/cancel\n\n{}",
            "/api/games/GAME/futures\n\n"
                + #"{"side":0,"month":2,"title":"c","changes":[{"lever":"rights.design","value":true}]}"#,
            "/api/workshops\n\n"
                + #"{"task":"village","title":"t","months":12,"turn":3,"budget":1000,"pace":"teacher",\#(goals)}"#,
            "/api/workshops\n\n" + #"{\#(small),"regime":"liyuan-direct","months":6,"turn":2,"seed":9,\#(goals)}"#,
            "/api/workshops/CODE/groups\n\n" + #"{"name":"b","role":"government"}"#,
            "/api/workshops/CODE/groups/0/decide\n\n"
                + #"{"key":"GROUPKEY","until":3,"changes":[{"lever":"taskLoad","value":0}]}"#,
            "/api/workshops/CODE/advance\n\n" + #"{"teacherKey":"TEACHERKEY"}"#,
            "/api/workshops/CODE/pause\n\n" + #"{"teacherKey":"TEACHERKEY"}"#,
            "/api/workshops/CODE/resume\n\n" + #"{"teacherKey":"TEACHERKEY"}"#,
        ].map { "POST " + $0 }
        return reads + headers + writes + [
            "DELETE /api/games/none", "HEAD /", "OPTIONS /api/games", "PUT /api/games/GAME\n\n{}",
        ]
    }()

    /// Keys and paths of the requests themselves, and what the registries know.
    static let words = Words(joining: [
        Words(requests.flatMap { $0.split { !($0.isLetter || $0.isNumber || "-./_:".contains($0)) }.map(String.init) }),
        Words(Lever.all.map(\.key)), Words(Observable.all.map(\.key)),
        Words(Repository.texts(in: "Scenarios/regimes").map { String($0.name.dropLast(5)) }),
    ])

    static let lines = Lines(words)

    static func read(_ bytes: UnsafeRawBufferPointer) {
        let answer = answering.answer(Exchange(bytes))
        precondition(
            answer.status < 500 || answer.status == 503,
            "\(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
    }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialise(_ count: Start.Count, _ arguments: Start.Arguments) -> CInt {
    Start.begin("studio", count, arguments, words: Input.words, seeds: { Input.requests.map { Array($0.utf8) } })
    _ = Input.answering
    return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
    Input.lines.mutate(data, count, most: most, seed: seed)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Input.read(UnsafeRawBufferPointer(start: data, count: count))
    return 0
}
