/// Trust of those who have met an outside organisation of late, and of those who have not.
struct AcquaintanceTally: Sendable, Equatable, Codable {
    var met = 0
    var unmet = 0
    /// Sums over them.
    var trustMet = SIMD4<Double>()
    var trustUnmet = SIMD4<Double>()

    mutating func add(_ other: Self) {
        met += other.met
        unmet += other.unmet
        trustMet += other.trustMet
        trustUnmet += other.trustUnmet
    }

    init() {}

    /// - Parameter trust: sums over all residents.
    init(_ community: borrowing Community, trust: SIMD4<Double>) {
        let residents = community.residents
        var (count, sum) = (Int32(0), SIMD4<Float>())
        for (i, months) in community.acquainted.enumerated() {
            // A number, not a branch: who has met one is as good as chance to the processor.
            let one: Int32 = months > 0 ? 1 : 0
            count &+= one
            sum += residents.trust[i] * Float(one)
        }
        (met, unmet) = (Int(count), residents.count - Int(count))
        trustMet = SIMD4<Double>(sum)
        trustUnmet = trust - trustMet
    }
}

extension Observable.Definition {
    /// Lu (2020) tells them apart: who has not met the organisation takes it for the committee.
    static let acquaintance: [Self] = [TrustSubject.committee, .socialOrganisation].flatMap { subject in
        let (key, name, lane) = (subject.rawValue, subject.label, subject.lane)
        return [
            Self(
                "trust.\(key).met", "index", "mean of trust over those who attended what one organised in 12 months",
                0...1,
                "trust in \(name.en) of those who met an outside organisation", "接触过外来社会组织者对\(name.zh)的信任"
            ) { ratio($0.acquaintance.trustMet[lane], Double($0.acquaintance.met)) },
            Self(
                "trust.\(key).unmet", "index", "mean of trust over all others", 0...1,
                "trust in \(name.en) of those who met none", "未接触外来社会组织者对\(name.zh)的信任"
            ) { ratio($0.acquaintance.trustUnmet[lane], Double($0.acquaintance.unmet)) },
        ]
    }
}
