/// Inputs and results of a model, whichever model it is: points, and at each the results of its replicates.
public struct SensitivitySample: Sendable, Equatable {
    public let names: [String]
    /// A row for each point, a number for each input; names of choices stand as their places in a list.
    public let rows: [[Double]]
    /// By point, then replicate; every point has as many.
    public let results: [[Double]]
    /// Whether replicates of different points have nothing in common; else replicate r has the same draws at every point.
    public let ownDraws: Bool

    public init(names: [String], rows: [[Double]], results: [[Double]], ownDraws: Bool = false) {
        precondition(
            rows.count == results.count && rows.allSatisfy { $0.count == names.count }, "a sample that is not whole")
        self.names = names
        self.rows = rows
        self.results = results
        self.ownDraws = ownDraws
    }

    public var replicates: Int { results.first?.count ?? 0 }

    /// The mean over replicates at each point.
    public var means: [Double] { results.map { $0.reduce(0, +) / Double($0.count) } }

    /// Which method its rows were laid for.
    public var method: SensitivityMethod {
        if (try? SaltelliBlocks(rows: rows, names: names)) != nil { return .sobol }
        if (try? MorrisMoves(rows: rows, names: names)) != nil { return .morris }
        return .pawn
    }
}

/// Ways to tell how much a result depends on its inputs.
public enum SensitivityMethod: String, Sendable, CaseIterable {
    case morris, sobol, pawn
}
