import Allocation
import Fuzzing

/// An election in the form of Pabulib.
private enum Input {
    static let words = Words(joining: [
        Words(BallotKind.allCases.map(\.rawValue)),
        Words([
            "META\nkey;value\n", "PROJECTS\n", "VOTES\n", "project_id", "cost", "voter_id", "vote", "points", "votes",
            "score", "selected", "num_projects", "num_votes", "budget", "vote_type", "min_length", "max_length",
            "district",
            "category", "target", "neighborhood", ";", "\"", "\"\"", "999999999999999999", "0.000001", "0.0000001",
        ]),
    ])

    static let lines = Lines(words)

    static func seeds() -> [[UInt8]] {
        Repository.texts(in: "Tests/AllocationTests/Fixtures", ending: ".pb").map { Array($0.text.utf8) }
    }

    static func read(_ bytes: UnsafeRawBufferPointer) {
        var pieces = PabulibReader()
        let half = bytes.count / 2
        pieces.add(Array(bytes.prefix(half)))
        pieces.add(Array(bytes.dropFirst(half)))
        guard let file = try? PabulibFile(Array(bytes)) else {
            precondition((try? pieces.finish()) == nil, "in two pieces it is read")
            return
        }
        precondition((try? pieces.finish()) == file, "in two pieces it is another")
        precondition((try? PabulibFile(file.bytes))?.election == file.election, "what is written is not what was read")
    }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialise(_ count: Start.Count, _ arguments: Start.Arguments) -> CInt {
    Start.begin("elections", count, arguments, words: Input.words, seeds: Input.seeds)
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
