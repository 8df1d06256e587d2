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
}

extension TieBreaking {
    /// A convention by the name that people give it.
    public enum Convention: String, CaseIterable, Sendable {
        case identifier, cheapest, dearest, file, lottery

        /// The convention.
        /// - Parameter seed: of the lottery.
        public func order(seed: UInt64) -> TieBreaking {
            switch self {
            case .identifier: .identifier
            case .cheapest: .cheapest
            case .dearest: .dearest
            case .file: .fileOrder
            case .lottery: .seeded(seed)
            }
        }

        /// What people read.
        public var label: Text {
            switch self {
            case .identifier: Text(en: "by id", zh: "按编号")
            case .cheapest: Text(en: "the cheaper first", zh: "费用低者优先")
            case .dearest: Text(en: "the dearer first", zh: "费用高者优先")
            case .file: Text(en: "as they stand", zh: "按原有顺序")
            case .lottery: Text(en: "by lot", zh: "抽签")
            }
        }
    }
}
