import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("Files of claims")
struct ClaimReaderTests {
    static let right = """
        id: C07
        title: {en: Without a home, zh: 甲}
        source: {author: Lu, year: 2020, place: {en: section 3, zh: 第三节}}
        says: {en: "It says so, clearly", zh: 乙}
        kind: emergent
        because: {en: several mechanisms, zh: 丙}
        scenario: polycentric
        places: [liyuan-xiaojie-3]
        months: 24
        levers: [coordination, attention]
        set: {institutions.taskLoad: 0.50}
        arms:
          - id: with
            name: {en: with, zh: 有}
            set: {institutions.coordination.alignment: 0.8}
            attentionUntil: 12
          - id: without
            name: {en: without, zh: 无}
        metrics:
          - id: friction
            name: {en: friction, zh: 摩擦}
            observable: projects.friction
            from: 13
            until: 24
            direction: lower
            smallest: 0.02
            why: {en: as large as that, zh: 丁}
          - id: share
            name: {en: share, zh: 比}
            observable: money.lost
            from: 1
            until: 24
            statistic: sum
            terms: [{arm: with, weight: 2, observable: money.spent, from: 6}]
            per: [{arm: without, weight: 1, until: 12}]
            direction: higher
            against: 1
            smallest: 0.1
            why: {en: a tenth, zh: 戊}
            reported: true
        unequal: [{what: money, why: {en: part of it, zh: 己}}]

        """

    static func read(_ text: String) throws -> Claim { try Fixture.with(text) { try Claim.read(path: $0) } }

    private func faults(_ old: String, _ new: String) throws -> [String] {
        do {
            _ = try Self.read(Self.right.replacingOccurrences(of: old, with: new))
            return []
        } catch let error as ScenarioFaults { return error.faults.map(\.text.en) }
    }

    @Test("what is left out is filled in")
    func right() throws {
        let claim = try Self.read(Self.right)
        #expect(claim.arms.map(\.attentionUntil) == [12, nil])
        #expect(claim.settings.map(\.text) == ["institutions.taskLoad=0.50"])
        #expect(claim.arms[0].settings.map(\.text) == ["institutions.coordination.alignment=0.8"])
        #expect(claim.judged.map(\.id) == ["friction"])
        let friction = claim.metrics[0]
        #expect(friction.parts[0].terms.map(\.arm) == ["with", "without"])
        #expect(friction.parts[0].terms.map(\.weight) == [1, -1])
        #expect(friction.effect(of: -0.1) == 0.1, "lower is the claimed way")
        let share = claim.metrics[1]
        #expect(share.isRatio && share.unit.isEmpty)
        let (over, under) = (share.parts[0].terms[0].quantity, share.parts[0].per[0].quantity)
        #expect((over.observable, over.from, over.until) == ("money.spent", 6, 24))
        #expect((under.observable, under.from, under.until) == ("money.lost", 1, 12))
        #expect(over.statistic == .sum)
    }

    struct Wrong: Sendable {
        let old: String
        let new: String
        let told: String
    }

    @Test(
        "every fault is told where it stands",
        arguments: [
            Wrong(
                old: "until: 24\n    direction: lower", new: "until: 25\n    direction: lower",
                told: "found months 13 to 25"),
            Wrong(
                old: "{arm: with, weight: 2", new: "{arm: wth, weight: 2",
                told: "found the arm wth; expected one of with, without"),
            Wrong(
                old: "observable: projects.friction", new: "observable: projects.frction",
                told: "did you mean projects.friction?"),
            Wrong(old: "what: money", new: "what: moneys", told: "unequal[0]: found moneys"),
            Wrong(
                old: "institutions.coordination.alignment: 0.8", new: "parameters.trust.up: 0.8",
                told: "found a behavioural parameter"),
            Wrong(old: "direction: lower", new: "direction: down", told: "metrics.friction.direction: found down"),
            Wrong(old: "smallest: 0.02", new: "smallest: 0", told: "metrics.friction.smallest: found 0"),
            Wrong(old: "statistic: sum", new: "statistic: leadLag", told: "leadLag with behind:"),
            Wrong(old: "reported: true", new: "shapley: alignment", told: "one of terms (with per), parts and shapley"),
            Wrong(old: "id: without", new: "id: with", told: "found with a second time"),
            Wrong(old: "title:", new: "titel:", told: "did you mean title?"),
        ])
    func wrong(_ wrong: Wrong) throws {
        let faults = try faults(wrong.old, wrong.new)
        #expect(faults.contains { $0.contains(wrong.told) && $0.contains("scenario.yaml:") }, "\(faults)")
    }

    @Test("factors make every combination, and Shapley values share out what all of them do")
    func factors() throws {
        let arms = Self.right.range(of: "arms:")!.lowerBound..<Self.right.range(of: "metrics:")!.lowerBound
        let factors = """
            factors:
              - {id: a, name: {en: a, zh: a}, set: {institutions.coordination.alignment: 1}}
              - {id: b, name: {en: b, zh: b}, set: {institutions.coordination.pooling: 1}}
              - {id: c, name: {en: c, zh: c}, set: {institutions.coordination.integration: 1}}

            """
        let metrics = ["a", "b", "c"].map {
            """
              - id: of-\($0)
                name: {en: share, zh: 比}
                observable: projects.friction
                from: 1
                until: 24
                shapley: \($0)
                direction: lower
                smallest: 0.1
                why: {en: why, zh: 戊}
                reported: true

            """
        }.joined()
        var text = Self.right.replacingCharacters(in: arms, with: factors)
        let from = text.range(of: "  - id: share")!.lowerBound
        let until = text.range(of: "unequal:")!.lowerBound
        text.replaceSubrange(from..<until, with: metrics)
        let claim = try Self.read(text)
        #expect(claim.arms.map(\.id) == ["none", "a", "b", "a+b", "c", "a+c", "b+c", "a+b+c"])
        #expect(claim.arms[3].settings.count == 2)
        #expect(
            claim.metrics[0].parts[0].terms.map(\.arm) == ["a+b+c", "none"], "all less none, unless it says otherwise")
        // A game worked by hand: v = 6 for all, 4 with a and b, 2 with a and c, 1 with a alone, nothing else.
        let game = ["a+b+c": 6.0, "a+b": 4, "a+c": 2, "a": 1]
        let values = claim.metrics.dropFirst().map { metric in
            metric.parts[0].terms.reduce(0) { $0 + $1.weight * (game[$1.arm] ?? 0) }
        }
        let byHand = [1.0 / 3 + 4.0 / 6 + 2.0 / 6 + 6.0 / 3, 3.0 / 6 + 4.0 / 3, 1.0 / 6 + 2.0 / 3]
        for (value, expected) in zip(values, byHand) { #expect(abs(value - expected) < 1e-12) }
        #expect(abs(values.reduce(0, +) - 6) < 1e-12)
    }

    @Test("the schema names every key and asks for arms or factors")
    func schema() throws {
        let schema = try #require(
            JSONSerialization.jsonObject(with: Data(ScenarioSchema.claimJSON().utf8)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        #expect(["id", "levers", "arms", "factors", "metrics", "unequal"].allSatisfy { properties[$0] != nil })
        #expect((schema["oneOf"] as? [Any])?.count == 2)
    }
}
