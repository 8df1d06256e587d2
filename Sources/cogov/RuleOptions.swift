public import Allocation
public import ArgumentParser

/// Which rules, and how they are set.
struct RuleOptions: ParsableArguments {
    enum Ties: String, CaseIterable, ExpressibleByArgument { case identifier, cheapest, dearest, file, lottery }

    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp(said("A rule, or all; may be given again.", "规则，或 all；可重复。"), valueName: "r"))
    var asked: [String] = ["all"]

    @Option(help: ArgumentHelp(said("How a funded project serves its supporters.", "获资助项目给支持者的满意度。")))
    var satisfaction: Satisfaction?

    @Option(help: ArgumentHelp(said("What equal shares does with money that is left.", "均等份额法如何处理余款。")))
    var completion = EqualShares.Completion.add1uUtilitarian

    @Option(help: ArgumentHelp(said("Who goes first among equals.", "平局时谁优先。")))
    var ties = Ties.identifier

    @Option(help: ArgumentHelp(said("Seats of the jury.", "评审团席位数。"), valueName: "n"))
    var seats = 15

    @Option(
        help: ArgumentHelp(
            said("The column of the voters by which the jury's seats are divided.", "按投票人的哪一栏分配评审团席位。"),
            valueName: "column"))
    var quotaBy: String?

    @Option(help: ArgumentHelp(said("What officials favour; may be given again.", "官员青睐的标签；可重复。"), valueName: "tag"))
    var favour: [String] = []

    @Option(
        help: ArgumentHelp(
            said("Who has earmarked money; may be given again.", "专款归谁；可重复。"), valueName: "id or tag"))
    var recipient: [String] = []

    @Option(
        help: ArgumentHelp(
            said("Branches that maximum welfare may look at.", "总满意度最大化最多考察的分支数。"), valueName: "n"))
    var limit = 20_000_000

    @Option(help: ArgumentHelp(said("Seed of lotteries.", "抽签的种子。"), valueName: "s"))
    var seed: UInt64 = 1

    func validate() throws {
        let known = RuleRegistry.ids + ["all"]
        for rule in asked where !known.contains(rule) {
            throw ValidationError(
                said(
                    "--rule takes one of \(known.joined(separator: ", ")), not “\(rule)”.",
                    "--rule 可取 \(known.joined(separator: ", "))，而不是“\(rule)”。"))
        }
        for (name, value) in [("--seats", seats), ("--limit", limit)] where value < 1 {
            throw ValidationError(said("\(name) must be at least 1, not \(value).", "\(name) 至少为 1，而不是 \(value)。"))
        }
    }

    /// The ids of the rules asked for; of all rules those that need nothing more than was given.
    func rules(for election: Election) -> [String] {
        guard asked.contains("all") else { return RuleRegistry.ids.filter(asked.contains) }
        return RuleRegistry.ids.filter { $0 != Earmark.description.id || !recipient.isEmpty }
    }

    var settings: RuleSettings {
        RuleSettings(
            satisfaction: satisfaction, completion: completion, limit: limit, seats: seats, quotaBy: quotaBy,
            seed: seed,
            favoured: favour, recipients: recipient)
    }

    var convention: TieBreaking {
        switch ties {
        case .identifier: .identifier
        case .cheapest: .cheapest
        case .dearest: .dearest
        case .file: .fileOrder
        case .lottery: .seeded(seed)
        }
    }

    /// What every outcome is measured by.
    func measure(for election: Election) -> Satisfaction {
        satisfaction ?? .usual(for: election.ballots.kind)
    }
}

extension Satisfaction: ExpressibleByArgument {}
extension EqualShares.Completion: ExpressibleByArgument {}
