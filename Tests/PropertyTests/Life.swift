import Governance
import Numerics
import RandomScenarios
import SpreadSupport
import Testing

@testable import Governance

/// All that somebody outside can see of a run, month by month: what is observed, by community, and every transfer.
struct Life: Equatable, Sendable {
    struct Month: Equatable, Sendable {
        var whole: [UInt64] = []
        /// By the communities' ids.
        var communities: [String: [UInt64]] = [:]
        var flows: [MoneyFlow] = []
        /// Of every resident of these communities, by id.
        var residents: [String: UInt64] = [:]
    }

    var months: [Month] = []

    mutating func add(_ world: World) {
        var month = Month(whole: world.observe().map(\.bitPattern), flows: world.flows)
        for (c, id) in world.communityIDs.enumerated() {
            month.communities[id] = world.observe(community: c).map(\.bitPattern)
            month.residents[id] = world.communities[c].bits
        }
        months.append(month)
    }

    /// A run from its beginning, as many months as the scenario has.
    static func of(
        _ specification: ScenarioSpecification, threads: Int = 1, replicate: UInt32 = 0
    ) throws -> Life {
        let world = try World(specification, seed: 11, replicate: replicate, threads: threads)
        var life = Life()
        for _ in 0..<specification.months {
            try world.advance()
            life.add(world)
        }
        return life
    }

    /// The first thing that is not the same; nil where all is.
    func firstDifference(from other: Life) -> String? {
        guard months.count == other.months.count else { return "\(months.count) months, not \(other.months.count)" }
        for (number, (own, its)) in zip(months, other.months).enumerated() where own != its {
            for (id, values) in own.communities.sorted(by: { $0.key < $1.key }) {
                guard let theirs = its.communities[id] else { return "no community \(id)" }
                if let key = Self.key(values, theirs) { return "month \(number + 1): \(key) of \(id)" }
                if own.residents[id] != its.residents[id] { return "month \(number + 1): residents of \(id)" }
            }
            if let key = Self.key(own.whole, its.whole) { return "month \(number + 1): \(key) of the whole" }
            let (here, there) = (
                own.flows.filter { !its.flows.contains($0) }, its.flows.filter { !own.flows.contains($0) }
            )
            return "month \(number + 1): flows \(here.prefix(2)), not \(there.prefix(2))"
        }
        return nil
    }

    private static func key(_ a: [UInt64], _ b: [UInt64]) -> String? {
        zip(a, b).enumerated().first { $1.0 != $1.1 }.map { place, values in
            "\(Observable.all[place].key) is \(Double(bitPattern: values.0)), not \(Double(bitPattern: values.1)),"
        }
    }
}

extension Community {
    /// One word that changes with any bit of any resident.
    fileprivate var bits: UInt64 {
        UnsafeRawBufferPointer(start: residents.base, count: residents.byteCount)
            .reduce(UInt64(residents.count)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
