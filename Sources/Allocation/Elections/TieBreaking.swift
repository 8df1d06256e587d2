/// Who goes first when a rule has no reason to choose.
///
/// The convention unless told otherwise is ``identifier``: the smaller id goes first. Every rule breaks every tie by
/// this one order, at the moment the tie arises; no rule breaks ties by rounding or by the order of memory.
public enum TieBreaking: Sendable, Equatable {
    /// By id, as text, code point by code point ("10" before "9").
    case identifier
    /// The cheaper first, then by id.
    case cheapest
    /// The dearer first, then by id.
    case dearest
    /// As they stand in the list or the file.
    case fileOrder
    /// By a lottery that the seed decides: by a 64-bit hash of seed and id, then by id. It depends on nothing else, so
    /// a project's luck does not change when another joins.
    case seeded(UInt64)

    /// The indices of the projects, the one that wins ties first.
    public func order(_ projects: [BallotProject]) -> [Int] {
        let indices = Array(projects.indices)
        switch self {
        case .identifier:
            return indices.sorted { idPrecedes(projects, $0, $1) }
        case .cheapest:
            return indices.sorted {
                let (a, b) = (projects[$0].cost, projects[$1].cost)
                return a != b ? a < b : idPrecedes(projects, $0, $1)
            }
        case .dearest:
            return indices.sorted {
                let (a, b) = (projects[$0].cost, projects[$1].cost)
                return a != b ? a > b : idPrecedes(projects, $0, $1)
            }
        case .fileOrder:
            return indices
        case .seeded(let seed):
            let lots = projects.map { lot($0.id, seed: seed) }
            return indices.sorted { lots[$0] != lots[$1] ? lots[$0] < lots[$1] : idPrecedes(projects, $0, $1) }
        }
    }

    /// Each project's place in ``order(_:)``, from 0; the smaller wins a tie.
    public func ranks(_ projects: [BallotProject]) -> [Int] {
        var ranks = [Int](repeating: 0, count: projects.count)
        for (rank, project) in order(projects).enumerated() { ranks[project] = rank }
        return ranks
    }

    private func idPrecedes(_ projects: [BallotProject], _ a: Int, _ b: Int) -> Bool {
        let (first, second) = (projects[a].id.unicodeScalars, projects[b].id.unicodeScalars)
        if first.elementsEqual(second) { return a < b }
        return first.lexicographicallyPrecedes(second)
    }

    /// A 64-bit hash of an id under a seed: FNV-1a (Fowler, Noll and Vo, 1991), then the finisher of SplitMix64
    /// (Steele, Lea and Flood, 2014).
    private func lot(_ id: String, seed: UInt64) -> UInt64 {
        var word: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in id.utf8 { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word &>> 31)
    }
}
