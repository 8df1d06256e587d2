import Numerics

/// What of a scenario has acted in a run before a date: two scenarios of one past can share its run until then.
///
/// Left out is what has not acted yet, so that it may differ: events, terms and pledges dated later, organisations, fund
/// lines and firms that begin later, ends that come later; and what never acts: words, and the months that a run lasts.
public struct Past: Sendable, Equatable {
    /// Parts by the keys of the scenario file that they stand under, and a hash of what each holds.
    let parts: [Part]

    struct Part: Sendable, Equatable, Codable {
        let name: String
        let identity: UInt64
    }

    init(parts: [Part]) { self.parts = parts }

    /// Keys of the parts in which this past and another differ.
    public func differences(from other: Past) -> [String] {
        zip(parts, other.parts).filter { $0 != $1 }.map(\.0.name)
    }
}

extension ScenarioSpecification {
    /// What has acted before `date`, the first month that has not been lived.
    public func past(before date: YearMonth) -> Past {
        func part(_ name: String, _ value: Any) -> Past.Part {
            Past.Part(name: name, identity: Identity.hash(CanonicalText.of(value)))
        }
        return Past(parts: [
            part("people", people), part("committees", committees), part("publicService", publicService),
            part("district", district), part("period", [start, start + -burnIn]), part("institutions", institutions),
            part("parameters", parameters),
            part("organisations", organisations.filter { $0.from < date }.map { $0.past(before: date) }),
            part("funds", fundLines.filter { $0.from < date }.map { $0.past(before: date) }),
            part("firms", firms.filter { $0.from < date }.map { $0.past(before: date) }),
            part("events", events.filter { $0.at < date }), part("rollout", rollout as Any),
        ])
    }
}

extension ScenarioSpecification {
    /// This scenario with levers that change at a date.
    ///
    /// - Parameter levers: new values by the levers' keys; the order does not matter.
    public func with(
        _ levers: [String: LeverValue], from date: YearMonth, in communities: CommunitySelection = .all,
        title: Text? = nil
    ) -> ScenarioSpecification {
        var changed = self
        let changes = levers.sorted { $0.key < $1.key }.map { ScheduledEvent.Change(lever: $0.key, value: $0.value) }
        changed.events.append(
            ScheduledEvent(
                at: date, title: title ?? Text(en: "Change of institutions", zh: "制度变更"), communities: communities,
                changes: changes))
        return changed
    }
}

extension Optional<YearMonth> {
    /// None where it ends what was there in every month before `date`.
    fileprivate func past(before date: YearMonth) -> YearMonth? { flatMap { $0 + 1 < date ? $0 : nil } }
}

extension SocialOrganisationTerms {
    fileprivate func past(before date: YearMonth) -> Self {
        var past = self
        past.until = until.past(before: date)
        past.pledges.removeAll { $0.at >= date }
        return past
    }
}

extension FundLine {
    fileprivate func past(before date: YearMonth) -> Self {
        var past = self
        past.until = until.past(before: date)
        past.pledges.removeAll { $0.at >= date }
        past.changes.removeAll { $0.at >= date }
        return past
    }
}

extension FirmTerms {
    fileprivate func past(before date: YearMonth) -> Self {
        var past = self
        past.until = until.past(before: date)
        return past
    }
}

/// A value as text that tells everything in it but words for people, the same whatever the order of sets.
enum CanonicalText {
    static func of(_ value: Any) -> String {
        if value is Text { return "" }
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else { return "\(value)" }
        // A case without its name would be told from another only by what it holds.
        let label = mirror.displayStyle == .enum ? "." : ""
        var parts = mirror.children.map { label + ($0.label ?? "") + ":" + of($0.value) }
        if mirror.displayStyle == .set || mirror.displayStyle == .dictionary { parts.sort() }
        return "(" + parts.joined(separator: ",") + ")"
    }
}
