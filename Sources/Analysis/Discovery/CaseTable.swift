public import Governance

/// Cases of some model: what was put in, by name. Outcomes stand beside it.
public struct CaseTable: Sendable {
    public let inputs: [Input]
    /// Cases; every input has a value for each.
    public let count: Int

    /// Something that was varied between cases.
    public struct Input: Sendable {
        public let id: String
        /// What it is and its unit, where that is known.
        public let meaning: Text?
        public let unit: String?
        public let values: Values

        public init(id: String, meaning: Text? = nil, unit: String? = nil, values: Values) {
            self.id = id
            self.meaning = meaning
            self.unit = unit
            self.values = values
        }
    }

    /// An input's values, one a case.
    public enum Values: Sendable, Equatable {
        case numbers([Double])
        /// Each a place among the labels, which have no order.
        case words([Int], labels: [String])

        /// Words with their labels in alphabetical order.
        public static func words(_ texts: [String]) -> Values {
            let labels = Set(texts).sorted()
            let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
            return .words(texts.map { places[$0] ?? 0 }, labels: labels)
        }

        var count: Int {
            switch self {
            case .numbers(let numbers): numbers.count
            case .words(let places, _): places.count
            }
        }

        func rows(_ rows: [Int]) -> Values {
            switch self {
            case .numbers(let numbers): .numbers(rows.map { numbers[$0] })
            case .words(let places, let labels): .words(rows.map { places[$0] }, labels: labels)
            }
        }
    }

    /// - Parameter inputs: all of one length.
    public init(_ inputs: [Input]) {
        self.inputs = inputs
        count = inputs.first?.values.count ?? 0
        precondition(inputs.allSatisfy { $0.values.count == count }, "inputs of different lengths")
    }

    /// Those cases alone, in that order; one may come several times.
    func rows(_ rows: [Int]) -> CaseTable {
        CaseTable(
            inputs.map { Input(id: $0.id, meaning: $0.meaning, unit: $0.unit, values: $0.values.rows(rows)) })
    }
}
