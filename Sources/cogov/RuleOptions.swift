public import Allocation
public import ArgumentParser

/// Which rules, and how they are set.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp(said("A rule, or all; may be given again.", "规则，或 all；可重复。"), valueName: "r"))
    var asked: [String] = ["all"]

    @Option(help: ArgumentHelp(said("How a funded project serves its supporters.", "获资助项目给支持者的满意度。")))
    var satisfaction: Satisfaction?

    @Option(help: ArgumentHelp(said("What equal shares does with money that is left.", "均等份额法如何处理余款。")))
    var completion = EqualShares.Completion.add1uUtilitarian

    @Option(help: ArgumentHelp(said("Who goes first among equals.", "平局时谁优先。")))
    var ties = TieBreaking.Convention.identifier

    @Option(help: ArgumentHelp(said("Seats of the jury.", "评审团席位数。"), valueName: "n"))
    var seats = 15

    @Option(
        help: ArgumentHelp(
            said("The column of the voters by which the jury's seats are divided.", "按投票人的哪一栏分配评审团席位。"),
            valueName: "column"))
    var quotaBy: String?

    @Option(
        help: ArgumentHelp(
            said(
                "Jury's seats of one group of that column; may be given again, groups not named have none.",
                "该栏中某一组的席位数；可重复，未提及的组没有席位。"),
            valueName: "group=n"))
    var quota: [String] = []

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
        if !quota.isEmpty, quotaBy == nil {
            throw ValidationError(
                said("--quota needs --quota-by, the column that its group is in.", "--quota 需与 --quota-by（分组所在的栏）一起使用。")
            )
        }
        for text in quota where Self.quota(text) == nil {
            throw ValidationError(
                said(
                    "--quota takes a group and its seats, such as F=7, not “\(text)”.",
                    "--quota 写作“组=席位数”，如 F=7，而不是“\(text)”。"))
        }
        let named = quota.compactMap { Self.quota($0)?.group }
        if let twice = named.first(where: { name in named.count { $0 == name } > 1 }) {
            throw ValidationError(said("--quota names “\(twice)” twice.", "--quota 重复指定“\(twice)”。"))
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
            quotas: Dictionary(quota.compactMap(Self.quota).map { ($0.group, $0.seats) }) { first, _ in first },
            seed: seed, favoured: favour, recipients: recipient)
    }

    /// `GROUP=SEATS`; the group's name may itself have an equals sign.
    private static func quota(_ text: String) -> (group: String, seats: Int)? {
        guard let sign = text.lastIndex(of: "="), let seats = Int(text[text.index(after: sign)...]), seats >= 0
        else { return nil }
        return (String(text[..<sign]), seats)
    }

    var convention: TieBreaking { ties.order(seed: seed) }

    /// What every outcome is measured by.
    func measure(for election: Election) -> Satisfaction {
        satisfaction ?? .usual(for: election.ballots.kind)
    }
}

extension Satisfaction: ExpressibleByArgument {}
extension EqualShares.Completion: ExpressibleByArgument {}
extension TieBreaking.Convention: ExpressibleByArgument {}
