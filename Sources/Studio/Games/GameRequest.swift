import Foundation
import Governance
import Scenarios

/// What is asked of a new game.
struct GameRequest: Decodable {
    var place: String?
    var regimes: [String]
    var months: Int?
    var share: Double?
    var seed: UInt64?
    var replicate: Int?
    var title: String?
    var changes: [LeverChange]?
    var until: Int?

    /// The set-up, as far as it can be told without reading scenarios.
    ///
    /// - Throws: ``Refusal`` with the key of what cannot be.
    func setup(_ limits: Limits) throws(Refusal) -> GameSetup {
        guard (1...2).contains(regimes.count) else {
            throw Refusal(
                .value, "A game has one regime or two.", "每个对局有一种或两种治理模式。", key: "regimes",
                found: "\(regimes.count)")
        }
        let months = months ?? min(120, limits.months)
        guard (1...limits.months).contains(months) else {
            throw .outside("months", months, 1...Double(limits.months))
        }
        let share = share ?? 1
        guard share >= 0.001, share <= 1 else { throw .outside("share", share, 0.001...1) }
        let replicate = replicate ?? 1
        guard (1...1000).contains(replicate) else { throw .outside("replicate", replicate, 1...1000) }
        let until = until ?? months
        guard (0...months).contains(until) else { throw .outside("until", until, 0...Double(months)) }
        let changes = changes ?? []
        guard changes.count <= 500 else { throw .outside("changes", changes.count, 0...500) }
        for (place, change) in changes.enumerated() {
            if let side = change.side, !regimes.indices.contains(side) {
                throw .outside("changes[\(place)].side", side, 0...Double(regimes.count - 1))
            }
            try change.check("changes[\(place)]", months: 1...months)
        }
        return GameSetup(
            id: Name.new(10), title: try Self.title(title), place: place, months: months, share: share,
            seed: seed ?? 1, replicate: replicate,
            sides: regimes.indices.map { side in
                GameSetup.Side(
                    regime: regimes[side], changes: changes.filter { $0.side == nil || $0.side == side }, until: until)
            })
    }

    /// The set-up of a scenario file's text.
    static func setup(_ asked: ScenarioRequest, _ limits: Limits) throws(Refusal) -> GameSetup {
        var request = GameRequest(regimes: [""], months: asked.months, title: asked.title)
        (request.seed, request.replicate) = (asked.seed, asked.replicate)
        var setup = try request.setup(limits)
        setup.sides[0].regime = nil
        setup.sides[0].scenario = asked.yaml
        guard asked.months == nil else { return setup }
        let document: ScenarioDocument
        do throws(ScenarioFaults) {
            document = try ScenarioSource(text: asked.yaml, named: "scenario.yaml").document()
        } catch { throw .faults(error) }
        setup.months = document.specification.months
        setup.sides[0].until = setup.months
        guard setup.months <= limits.months else { throw .outside("months", setup.months, 1...Double(limits.months)) }
        return setup
    }

    /// What people call something: any text on one line, not too long. The page shows it as text, never as markup.
    static func title(_ title: String?) throws(Refusal) -> String {
        let title = (title ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard title.count <= 120, !title.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
            throw Refusal(
                .value, "A title is one line of at most 120 letters.", "标题须为一行，至多 120 字。", key: "title",
                found: title)
        }
        return title
    }
}

/// What is asked of a game by a scenario file.
struct ScenarioRequest: Decodable {
    var yaml: String
    var months: Int?
    var seed: UInt64?
    var replicate: Int?
    var title: String?
}
