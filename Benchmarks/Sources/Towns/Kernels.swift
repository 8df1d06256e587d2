import CReference

@testable import Governance
@testable import Numerics

/// The participation-and-trust kernel of one world, in Swift as the model runs it and in C over the same columns.
public final class Kernels {
    private let world: World
    private let parameters: Parameters
    private let scratch: Scratch
    private let stream: Stream
    public let residents: Int

    public init(residents wanted: Int) throws {
        world = try World(Town.specification(residents: wanted), seed: 1, replicate: 0)
        for _ in 0..<12 { try world.advance() }
        parameters = world.specification.parameters
        scratch = Scratch(capacity: world.communities.map(\.residents.count).max() ?? 0)
        stream = Stream(seed: 1, replicate: 0, name: "participation")
        residents = world.specification.residentCount
    }

    /// Draws, gathers and adds up utility, then moves trust, once for every community.
    public func swift() {
        for community in world.communities {
            prepare(community)
            stream.fill(
                logistic: scratch.utility, count: community.residents.count, community: community.address, month: 1,
                draw: 0)
            Participation.gather(community.residents, community.farTies, scratch)
            Participation.advance(community.residents, scratch, parameters.participation)
            Trust.advance(
                community.residents, scratch,
                Trust.Signals(
                    community, parameters.trust, ownQuality: parameters.delivery.qualityOrganisation), parameters.trust)
        }
    }

    public func c() {
        for community in world.communities {
            prepare(community)
            runC(community)
        }
    }

    /// The largest difference between the two versions' results, over all residents.
    public func difference() -> Float {
        var largest: Float = 0
        for community in world.communities {
            let count = community.residents.count
            prepare(community)
            stream.fill(
                logistic: scratch.utility, count: count, community: community.address, month: 1, draw: 0)
            Participation.gather(community.residents, community.farTies, scratch)
            Participation.advance(community.residents, scratch, parameters.participation)
            Trust.advance(
                community.residents, scratch,
                Trust.Signals(
                    community, parameters.trust, ownQuality: parameters.delivery.qualityOrganisation), parameters.trust)
            let utility = (0..<count).map { scratch.utility[$0] }
            let trust = (0..<count).map { community.residents.trust[$0] }
            community.residents.trust.update(from: scratch.trust, count: count)
            prepare(community)
            runC(community)
            for i in 0..<count {
                largest = max(largest, abs(utility[i] - scratch.utility[i]))
                largest = max(largest, abs(trust[i] - community.residents.trust[i]).max())
            }
            community.residents.trust.update(from: scratch.trust, count: count)
        }
        return largest
    }

    /// What both versions find done: trust copied, far ties summed, nobody met.
    private func prepare(_ community: Community) {
        let count = community.residents.count
        scratch.trust.update(from: community.residents.trust, count: count)
        scratch.trust[count] = SIMD4()
        scratch.farTrust.update(repeating: SIMD4(), count: count)
        for tie in community.farTies { scratch.farTrust[Int(tie.from)] += tie.trust }
        scratch.met.update(repeating: 0, count: count)
    }

    private func runC(_ community: Community) {
        let residents = community.residents
        let count = UInt32(residents.count)
        let (p, t) = (parameters.participation, parameters.trust)
        cogov_noise(scratch.utility, count, stream.key.0, stream.key.1, community.address, 1, 0)
        scratch.activeTies.update(repeating: 0, count: residents.count)
        scratch.farCount.update(repeating: 0, count: residents.count)
        for tie in community.farTies {
            scratch.activeTies[Int(tie.from)] += tie.active
            scratch.farCount[Int(tie.from)] += 1
        }
        cogov_gather(
            count, residents.tie, residents.tieCount, residents.rung, scratch.active, scratch.activeTies,
            scratch.farCount)
        let weights = [p.base, p.spirit, p.efficacy, p.neighbours, p.habit, p.fatigue, p.seasoned].map { Float($0) }
        cogov_utility(
            count, scratch.utility, residents.standing, residents.spirit, residents.efficacy, scratch.activeTies,
            residents.habit, residents.fatigue, weights)
        let signals = Trust.Signals(community, t, ownQuality: parameters.delivery.qualityOrganisation)
        let seen = signals.seen.flatMap { [$0.x, $0.y, $0.z, $0.w] }
        let moves = signals.moves.flatMap { [$0.x, $0.y, $0.z, $0.w] }
        let byService = [Float(t.byService), 0, Float(t.byService), 0]
        let byTies = [0, 0, 0, Float((1 - t.neighboursBase) / 2)]
        let floats = { (pointer: UnsafeMutableRawPointer) in pointer.assumingMemoryBound(to: Float.self) }
        cogov_trust(
            count, floats(residents.trust), floats(scratch.trust), floats(residents.need), residents.tie,
            residents.tieCount, floats(scratch.farTrust), scratch.farCount, scratch.activeTies, scratch.met, seen,
            moves,
            byService, byTies, Float(t.up), Float(t.down), Float(t.social))
    }
}

private func abs(_ v: SIMD4<Float>) -> SIMD4<Float> { v.replacing(with: -v, where: v .< 0) }
