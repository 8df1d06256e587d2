/// A part of the space of inputs: an interval of each number, and some of the labels of each word.
public struct Box: Sendable, Equatable {
    /// By input.
    public internal(set) var limits: [Limits]

    /// What a box lets an input be.
    public enum Limits: Sendable, Equatable {
        /// Both ends belong to it; nil where it is open.
        case range(low: Double?, high: Double?)
        /// By label: whether it belongs to it.
        case labels([Bool])

        /// Whether anything is left out.
        public var isRestricted: Bool {
            switch self {
            case .range(let low, let high): low != nil || high != nil
            case .labels(let kept): kept.contains(false)
            }
        }
    }

    /// The box that holds everything.
    init(around table: CaseTable) {
        limits = table.inputs.map { input in
            switch input.values {
            case .numbers: .range(low: nil, high: nil)
            case .words(_, let labels): .labels(labels.map { _ in true })
            }
        }
    }

    /// Places of the inputs that it restricts.
    public var restricted: [Int] { limits.indices.filter { limits[$0].isRestricted } }

    func holds(_ row: Int, of table: CaseTable) -> Bool {
        for (input, limits) in zip(table.inputs, limits) {
            switch (input.values, limits) {
            case (.numbers(let values), .range(let low, let high)):
                if let low, values[row] < low { return false }
                if let high, values[row] > high { return false }
            case (.words(let places, _), .labels(let kept)): if !kept[places[row]] { return false }
            default: return false
            }
        }
        return true
    }

    /// Those of the cases that it holds.
    public func cases(of table: CaseTable, among rows: [Int]) -> [Int] { rows.filter { holds($0, of: table) } }
}
