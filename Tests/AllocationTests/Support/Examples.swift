import Foundation
import Testing

@testable import Allocation

/// Elections that tests make for themselves, and the files beside them.
enum Example {
    static func bytes(_ file: String) throws -> [UInt8] {
        let url = try #require(Bundle.module.url(forResource: file, withExtension: nil, subdirectory: "Fixtures"))
        return [UInt8](try Data(contentsOf: url))
    }

    static func file(_ name: String) throws -> PabulibFile { try PabulibFile(bytes(name)) }

    /// An approval election; a voter is the string of the letters that name its projects.
    static func approval(budget: Int64, costs: KeyValuePairs<String, Int64>, _ voters: [String]) -> Election {
        let projects = costs.map { BallotProject(id: $0.key, cost: $0.value) }
        let ballots = voters.map { voter in
            Ballot(voter.map { letter in projects.firstIndex { $0.id == String(letter) } ?? -1 })
        }
        return Election(budget: budget, projects: projects, ballots: Ballots(.approval, ballots))
    }

    /// A small random election, in which ties are common.
    static func random(_ kind: BallotKind, seed: UInt64, voters: Int = 8, projects: Int = 6) -> Election {
        var random = Lottery(state: seed)
        let count = Int.random(in: 1...projects, using: &random)
        let list = (0..<count).map {
            BallotProject(id: "p\($0)", cost: Int64.random(in: 1...12, using: &random) * 5)
        }
        var ballots = Ballots(kind)
        for _ in 0..<Int.random(in: 1...voters, using: &random) {
            var choices = Array(0..<count).shuffled(using: &random)
            choices.removeLast(kind == .chooseOne ? count - 1 : Int.random(in: 0...count, using: &random))
            let points = choices.map { _ in Int64.random(in: (kind == .scoring ? -2 : 0)...4, using: &random) }
            ballots.append(Ballot(choices, points: points))
        }
        return Election(budget: Int64.random(in: 0...120, using: &random), projects: list, ballots: ballots)
    }
}

/// Pseudo-random numbers for tests (SplitMix64).
struct Lottery: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word &>> 31)
    }
}
