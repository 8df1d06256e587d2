import Allocation
import Foundation
import Governance

extension Verification {
    /// Rules of allocation against worked examples of a textbook and a theorem, and against the winners of real elections that another
    /// program found in exact arithmetic, where such a folder is at hand.
    static let allocationWinners = Verification(
        id: "allocation-winners", title: Text(en: "Rules of allocation find the known winners", zh: "分配规则得出已知结果"),
        source: Text(
            en:
                "Lackner and Skowron (2023), examples of sequential Phragmén and equal shares; D’Hondt’s seats on party lists (Phragmén 1894); real elections of Pabulib as counted "
                + "by pabutools",
            zh:
                "Lackner 与 Skowron（2023）中序贯 Phragmén 与等额份额法的例题；政党名单上的 D’Hondt 席位（Phragmén 1894）；Pabulib 真实选举（pabutools 计票）"
        )
    ) { setting in
        // "ab" approves a and b. Four seats, or three, at a cost of one each.
        let phragmen = textbook(
            budget: 4, ["ab", "ab", "ab", "ac", "ac", "ac", "ad", "ad", "bcf", "e", "f", "g"])
        // Parties of six and four voters: three seats go two to one, as by D'Hondt's divisors.
        let parties = textbook(budget: 3, [String](repeating: "abc", count: 6) + [String](repeating: "de", count: 4))
        let shares = textbook(budget: 3, ["cd", "cd", "cd", "ab", "ab", "ac", "ac", "bd"])
        var checks = [
            try agreement(
                Text(en: "textbook, sequential Phragmén", zh: "例题：序贯 Phragmén"), SequentialPhragmen(), phragmen,
                winners: ["a", "b", "c", "d"]),
            try agreement(
                Text(en: "party lists, sequential Phragmén", zh: "政党名单：序贯 Phragmén"), SequentialPhragmen(), parties,
                winners: ["a", "b", "d"]),
            try agreement(
                Text(en: "textbook, equal shares", zh: "例题：等额份额法"),
                EqualShares(satisfaction: .cardinality, completion: .none), shares, winners: ["a", "c"]),
        ]
        if let folder = setting.elections { checks.append(try realElections(in: folder, setting)) }
        return checks
    }

    private static func textbook(budget: Int64, _ voters: [String]) -> Election {
        let names = Array("abcdefg")
        return Election(
            budget: budget, projects: names.map { BallotProject(id: String($0), cost: 1) },
            ballots: Ballots(.approval, voters.map { Ballot($0.compactMap { names.firstIndex(of: $0) }) }))
    }

    private static func agreement(
        _ quantity: Text, _ rule: some FundingRule, _ election: Election, winners: Set<String>
    ) throws -> VerificationCheck {
        let funded = Set(try rule.fund(election, ties: .identifier).steps.map(\.id))
        return .exact(
            Text(
                en: "\(quantity.en): wrong winners", zh: "\(quantity.zh)：差异项目数"), expected: 0,
            found: Double(funded.symmetricDifference(winners).count), within: 0,
            because: Text(en: "the same projects", zh: "结果相同"))
    }

    /// Every rule on every election of the folder that has an answer; a quick verification takes the small ones.
    private static func realElections(in folder: String, _ setting: VerificationSetting) throws -> VerificationCheck {
        var (compared, different) = (0, [String]())
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".pb") }.sorted()
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(file)")))
            guard setting.effort == .full || bytes.count < 10_000 else { continue }
            let name = String(file.dropLast(3))
            let election = try PabulibFile(bytes).election
            let answers = try JSONDecoder().decode(
                Answers.self, from: Data(contentsOf: URL(filePath: "\(folder)/\(name).json")))
            for (title, answer) in answers.rules.sorted(by: { $0.key < $1.key }) {
                guard let winners = answer.winners, let rule = rule(title) else { continue }
                compared += 1
                let funded = try rule.fund(election, ties: .identifier).steps.map(\.id)
                if Set(funded) != Set(winners) { different.append("\(name) \(title)") }
            }
        }
        guard compared > 0 else {
            throw MissingEvidence(what: Text(en: "\(folder) has no election", zh: "\(folder) 中没有选举文件"))
        }
        return .exact(
            Text(
                en: "real elections, \(compared) outcomes of \(files.count) files: those that differ",
                zh: "真实选举：\(files.count) 个文件、\(compared) 个结果中的差异数"), expected: 0,
            found: Double(different.count), within: 0,
            because: different.first.map { Text(en: "first: \($0)", zh: "首个：\($0)") }
                ?? Text(en: "the same projects", zh: "结果相同"))
    }

    private struct Answers: Decodable {
        struct Answer: Decodable { let winners: [String]? }
        let rules: [String: Answer]
    }

    /// The rule that the answers call by that name: `greedy[cost]`, `equal-shares/add1u[cardinality]`, `phragmen`.
    private static func rule(_ title: String) -> (any FundingRule)? {
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
            ? CostEffectivenessGreedy(satisfaction: satisfaction) : parts[0] == "phragmen" ? SequentialPhragmen() : nil
    }
}
