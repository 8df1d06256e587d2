public import Experiments
import Archive
public import Governance
public import Scenarios

/// Claims and the worlds that their experiments need; arms that are the same in several claims are one world.
public struct ClaimPlan: Sendable {
    public let claims: [PlannedClaim]
    /// Each lived once, however many claims use it.
    public let worlds: [PlannedScenario]

    /// - Parameter claims: read, each of another number.
    /// - Throws: every fault of scenarios, places and changes, and every difference that no lever covers, of all claims.
    public init(_ claims: [Claim], library: ScenarioLibrary) throws(ScenarioFaults) {
        var worlds: [PlannedScenario] = []
        var places: [String: Int] = [:]
        var planned: [PlannedClaim] = []
        var faults: [ScenarioFault] = []
        for claim in claims {
            let documents: [[ScenarioDocument]]
            do throws(ScenarioFaults) {
                documents = try claim.resolved(in: library)
            } catch {
                faults += error.faults
                continue
            }
            let own = documents.map { beside in
                zip(claim.arms, beside).map { arm, document in
                    let world = Self.world(of: document, attentionUntil: arm.attentionUntil)
                    if let place = places[world.id] { return place }
                    places[world.id] = worlds.count
                    worlds.append(world)
                    return worlds.count - 1
                }
            }
            planned.append(
                PlannedClaim(
                    claim: claim, worlds: own,
                    placeNames: documents.compactMap { $0.first?.specification.place?.title }))
        }
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        self.claims = planned
        self.worlds = worlds
    }

    /// Runs of all worlds under one seed; by its observables the archive tells all that claims ask for, so transfers are not
    /// kept.
    public func experiment(replicates: Int, seed: UInt64) -> Experiment {
        var experiment = Experiment(scenarios: worlds, replicates: replicates, seed: seed)
        experiment.keepsMoney = false
        return experiment
    }

    /// A document as a world of its own name: scenario, place, and a digest of everything that decides what happens.
    private static func world(of document: ScenarioDocument, attentionUntil: Int?) -> PlannedScenario {
        var specification = document.specification
        let content = document.content + "months=\(specification.months)\nattention=\(attentionUntil ?? 0)\n"
        let digest = Digest.sha256(of: content)
        let place = specification.place?.id ?? specification.id
        specification.id = "\(document.specification.id).\(place).\(digest.prefix(10))"
        var world = PlannedScenario(
            specification: specification, file: document.files.first?.path ?? "", sha256: digest)
        if let attentionUntil { world.endAttention(after: attentionUntil) }
        return world
    }
}

/// A claim and its worlds.
public struct PlannedClaim: Sendable {
    public let claim: Claim
    /// Places in the plan's worlds, by place of the claim and then by arm.
    public let worlds: [[Int]]
    /// What the places are called, in the claim's order.
    public let placeNames: [Text]

    public var id: String { claim.id }
}
