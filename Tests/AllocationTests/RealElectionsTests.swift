import Foundation
import Testing

@testable import Allocation

/// Real elections of Pabulib against the winners that another implementation computed in exact fractions. The data are
/// not part of the project: the tests look for them in the folder that the environment variable COGOV_DATA names, or in
/// ../shared/data beside the package, and are skipped, with these words, where they are not there.
@Suite(.enabled(if: RealElections.folder != nil, "no real elections: set COGOV_DATA to the folder that has pabulib/"))
struct RealElectionsTests {
    @Test(arguments: RealElections.names)
    func everyRuleGivesTheExpectedWinners(_ name: String) throws {
        let election = try RealElections.file(name).election
        for (title, expected) in try RealElections.expected(name) {
            guard let rule = RealElections.rule(title), let winners = expected else { continue }
            let outcome = try rule.fund(election, ties: .identifier)
            #expect(Set(outcome.funded) == Set(winners), "\(name) \(title)")
            if case let rule as CostEffectivenessGreedy = rule, rule.satisfaction == .cost {
                let byVotes = try UtilitarianGreedy(satisfaction: .cost).fund(election, ties: .identifier)
                #expect(Set(byVotes.funded) == Set(winners), "\(name) by votes")
            }
        }
    }

    /// Whatever equal shares does with the money left, it wrongs nobody.
    @Test(arguments: RealElections.names)
    func equalSharesWrongsNobody(_ name: String) throws {
        let election = try RealElections.file(name).election
        let satisfaction = Satisfaction.usual(for: election.ballots.kind)
        for completion in EqualShares.Completion.allCases {
            let outcome = try EqualShares(completion: completion).fund(election, ties: .identifier)
            #expect(outcome.spent <= election.budget)
            #expect(try JustifiedRepresentation(outcome, of: election, satisfaction: satisfaction).wronged.isEmpty)
        }
    }

    /// Most votes first cannot have more satisfaction than the highest there is.
    @Test(arguments: RealElections.names)
    func nothingBeatsTheMaximum(_ name: String) throws {
        let election = try RealElections.file(name).election
        let satisfaction = Satisfaction.usual(for: election.ballots.kind)
        let best = try average(MaximumWelfare(), election, satisfaction)
        for id in RuleRegistry.ids where id != Earmark.description.id {
            let rule = try #require(RuleRegistry.rule(id))
            #expect(try average(rule, election, satisfaction) <= best * (1 + 1e-12), "\(id)")
        }
    }

    private func average(
        _ rule: any FundingRule, _ election: Election, _ satisfaction: Satisfaction
    ) throws -> Double {
        let outcome = try rule.fund(election, ties: .identifier)
        return try OutcomeMeasures(outcome, of: election, satisfaction: satisfaction).averageSatisfaction ?? 0
    }

    @Test(arguments: RealElections.names)
    func filesAreWrittenAsTheyWereRead(_ name: String) throws {
        let bytes = try RealElections.bytes(name)
        let file = try PabulibFile(bytes)
        #expect(file.warnings.isEmpty)
        let lines = bytes.filter { $0 != 0x0D }
        #expect(file.bytes == (lines.last == 0x0A ? lines : lines + [0x0A]))
    }
}

enum RealElections {
    static let folder: URL? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["COGOV_DATA"].map { URL(filePath: $0) }
        let folder = (named ?? package.appending(path: "../shared/data")).appending(path: "pabulib")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static let names: [String] = {
        let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
        return files.filter { $0.hasSuffix(".pb") }.map { String($0.dropLast(3)) }.sorted()
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: try #require(folder).appending(path: name + ".pb")))
    }

    static func file(_ name: String) throws -> PabulibFile { try PabulibFile(bytes(name)) }

    /// The winners by rule; nil where the other implementation took too long.
    static func expected(_ name: String) throws -> [String: [String]?] {
        struct Answers: Decodable {
            struct Answer: Decodable { let winners: [String]? }
            let rules: [String: Answer]
        }
        let data = try Data(contentsOf: try #require(folder).appending(path: name + ".json"))
        return try JSONDecoder().decode(Answers.self, from: data).rules.mapValues(\.winners)
    }

    /// The rule that the data call by that name.
    static func rule(_ title: String) -> (any FundingRule)? {
        let parts = title.split(separator: "[")
        let measures: [Substring: Satisfaction] = [
            "cost]": .cost, "cardinality]": .cardinality, "score]": .points, "borda]": .borda,
        ]
        let satisfaction = parts.count > 1 ? measures[parts[1]] : nil
        let completions: [Substring: EqualShares.Completion] = [
            "equal-shares": .none, "equal-shares/add1u": .add1u, "equal-shares/greedy": .utilitarian,
            "equal-shares/add1u+greedy": .add1uUtilitarian,
        ]
        if let completion = completions[parts[0]] {
            return EqualShares(satisfaction: satisfaction, completion: completion)
        }
        return parts[0] == "greedy"
            ? CostEffectivenessGreedy(satisfaction: satisfaction)
            : parts[0] == "phragmen" ? SequentialPhragmen() : nil
    }
}
