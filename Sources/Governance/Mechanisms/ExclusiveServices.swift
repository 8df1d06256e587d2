/// Services that reach only those who belong (work units) or pay (firms), beside those that are for all.
///
/// Two kinds can meet in one resident, so that four tables of relief are enough; who has which is noted in
/// ``Scratch/clients``. Relief of both kinds and of public services adds up, to kappa at most; public services do not
/// know who is served elsewhere.
struct ExclusiveServices: Sendable, Codable {
    enum Kind: Int, CaseIterable { case workUnit, firm }

    /// Relief by domain for residents with that combination of kinds: bit 0 work unit, bit 1 firm.
    private(set) var relief: [SIMD8<Float>] = []
    /// Service units by kind and domain, and what they could take off needs.
    private(set) var units = [SIMD8<Double>](repeating: SIMD8(), count: Kind.allCases.count)
    private(set) var strength = [SIMD8<Double>](repeating: SIMD8(), count: Kind.allCases.count)

    /// Whether there are any; without, who has them is not noted either.
    var isActive: Bool { !relief.isEmpty }

    /// Makes room in the month's notes of who is served.
    mutating func open(_ scratch: Scratch, count: Int) {
        guard !isActive else { return }
        relief = [SIMD8<Float>](repeating: SIMD8(), count: 1 << Kind.allCases.count)
        scratch.clients.update(repeating: 0, count: count)
    }

    /// Shares units of that quality evenly over what residents of a kind ask for (kappa times their need).
    mutating func give(
        _ kind: Kind, units: SIMD8<Double>, asked: SIMD8<Double>, quality: Double, reach: Double
    ) {
        var more = SIMD8<Float>()
        for k in 0..<Domain.count where asked[k] > 0 { more[k] = Float(reach * quality * min(1, units[k] / asked[k])) }
        for bits in relief.indices where bits & kind.bit != 0 { relief[bits] += more }
        self.units[kind.rawValue] += units
        strength[kind.rawValue] += units * quality
    }

    /// What firms could take off needs, as a share of `all` that the month's services could, in the domain.
    func firmShare(_ k: Int, of all: Double) -> Double { all > 0 ? strength[Kind.firm.rawValue][k] / all : 0 }

    /// Sums over both kinds.
    var allUnits: SIMD8<Double> { units.reduce(SIMD8(), +) }
    var allStrength: SIMD8<Double> { strength.reduce(SIMD8(), +) }
}

extension ExclusiveServices.Kind {
    /// Its bit in a resident's note.
    var bit: Int { 1 << rawValue }
}
