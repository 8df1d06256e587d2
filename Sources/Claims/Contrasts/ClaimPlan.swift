import Archive
public import Experiments
public import Governance
public import Scenarios

/// Claims and the worlds that their experiments need; arms that are the same in several claims are one world.
public struct ClaimPlan: Sendable {
    public let claims: [PlannedClaim]
    /// Each lived once, however many claims use it.
    public let worlds: [PlannedScenario]
    /// By world, keys of the behavioural parameters that its scenario, which is experimental, sets itself.
    let settled: [Set<String>]

    /// - Parameter claims: read, each of another number.
    /// - Throws: every fault of scenarios, places and changes, and every difference that no lever covers, of all claims.
    public init(_ claims: [Claim], library: ScenarioLibrary) throws(ScenarioFaults) {
        var worlds: [PlannedScenario] = []
        var settled: [Set<String>] = []
        var places: [String: Int] = [:]
        var planned: [PlannedClaim] = []
        var faults: [ScenarioFault] = []
        for claim in claims {
            let documents: [[ScenarioDocument]]
            let groups: [[String: [String]]]
            do throws(ScenarioFaults) {
                documents = try claim.resolved(in: library)
                groups = try claim.groups(in: library)
            } catch {
                faults += error.faults
                continue
            }
            let own = zip(documents, groups).map { beside, groups in
                zip(claim.arms, beside).map { arm, document in
                    let world = Self.world(of: document, attentionUntil: arm.attentionUntil)
                    let place = places[world.id] ?? worlds.count
                    if place == worlds.count {
                        places[world.id] = place
                        worlds.append(world)
                        settled.append(Self.settled(by: document))
                    }
                    if !groups.isEmpty { worlds[place].keepsCommunities = true }
                    return place
                }
            }
            planned.append(
                PlannedClaim(
                    claim: claim, worlds: own, groups: groups,
                    placeNames: documents.compactMap { $0.first?.specification.place?.title }))
        }
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        self.claims = planned
        self.worlds = worlds
        self.settled = settled
    }

    private static func settled(by document: ScenarioDocument) -> Set<String> {
        let head = "parameters."
        return Set(
            document.values.map(\.keyPath).filter { $0.hasPrefix(head) }.map { String($0.dropFirst(head.count)) })
    }

    /// Runs of all worlds under one seed; by its observables the archive tells all that claims ask for, so transfers are not
    /// kept.
    public func experiment(replicates: Int, seed: UInt64) -> Experiment {
        var experiment = Experiment(scenarios: worlds, replicates: replicates, seed: seed)
        experiment.keeping.money = false
        experiment.writesTables = false
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
    /// Ids of the communities of each group that terms name, by place.
    public let groups: [[String: [String]]]
    /// What the places are called, in the claim's order.
    public let placeNames: [Text]

    public var id: String { claim.id }

    /// Communities of a group on a place, by their rank among the ids, with their residents.
    func weights(of group: String, place: Int, in world: PlannedScenario) -> [Int: Double] {
        let ids = Set(groups[place][group] ?? [])
        let people = world.specification.people
        let ranked = people.communities.sorted { $0.id < $1.id }.enumerated().filter { ids.contains($1.id) }
        return Dictionary(
            uniqueKeysWithValues: ranked.map { ($0, Double($1.adults(share: people.adultShare))) })
    }
}
