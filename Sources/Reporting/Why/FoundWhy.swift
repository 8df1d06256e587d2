public import Governance

/// A resident worth asking about, and what it did under the other regime.
public struct FoundResident: Sendable, Equatable, Encodable {
    public let here: ResidentDecision
    public let there: ResidentDecision?

    public init(here: ResidentDecision, there: ResidentDecision?) { (self.here, self.there) = (here, there) }
}

extension WhyReport<[FoundResident]> {
    public func screen(in language: Language, style: ScreenStyle) -> String {
        func said(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }
        return page(language) { _, found in
            guard !found.isEmpty else { return [.sentence(said("There is nobody.", "没有这样的居民。"))] }
            let compares = found.contains { $0.there != nil }
            func step(_ decision: ResidentDecision) -> String { "\(decision.before) > \(decision.rung)" }
            let rows = found.map { resident -> (String, [String]) in
                let asked = resident.here.asked
                let what =
                    asked?.kind.map { $0.label[language] + said(", ", "，") + (asked?.provider?.label[language] ?? "") }
                    ?? (asked == nil ? said("nothing", "无") : said("its organisation's work", "所在组织的工作"))
                let margin = asked.map { WhyPage.utility($0.margin) } ?? "-"
                let there =
                    resident.there.map { [step($0), WhyPage.utility(resident.here.utility - $0.utility)] } ?? []
                return (
                    "\(resident.here.number)", [resident.here.community, what, margin, step(resident.here)] + there
                )
            }
            return [
                WhyPage.table(
                    said("Resident", "居民"),
                    [
                        said("community", "社区"), said("asked to", "受邀"), said("above what\nit takes", "高出门槛"),
                        said("rungs", "级"),
                    ]
                        + (compares ? [said("rungs\nversus", "对照的级"), said("utility\ngained", "效用之差")] : []), rows)
            ]
        }
        .screen(style)
    }
}
