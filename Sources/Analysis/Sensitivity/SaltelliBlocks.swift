import Numerics

/// Rows of inputs that are a ``Numerics/SaltelliMatrix``: whether they are, and with second order or without.
public struct SaltelliBlocks: Sendable, Equatable {
    public let dimensions: Int
    public let secondOrder: Bool

    /// - Throws: ``SensitivityFault`` where rows are none: the first that does not fit.
    public init(rows: [[Double]], names: [String]) throws(SensitivityFault) {
        dimensions = names.count
        let d = names.count
        var fault: SensitivityFault?
        var found: Bool?
        for secondOrder in [true, false] {
            let length = SaltelliMatrix.rowsPerPoint(dimensions: d, secondOrder: secondOrder)
            guard !rows.isEmpty, rows.count.isMultiple(of: length) else { continue }
            if let wrong = Self.misfit(rows, length, secondOrder: secondOrder, names) {
                fault = fault ?? wrong
            } else {
                found = secondOrder
                break
            }
        }
        guard let found else {
            throw fault
                ?? .rows(
                    found: rows.count, method: "sobol",
                    wanted:
                        "a multiple of \(d + 2) or, with second order, \(2 * d + 2): Saltelli's rows for \(d) inputs",
                    wantedZh: "\(d + 2) 的倍数，含二阶时为 \(2 * d + 2) 的倍数（\(d) 个输入的 Saltelli 设计）")
        }
        secondOrder = found
    }

    private static func misfit(
        _ rows: [[Double]], _ length: Int, secondOrder: Bool, _ names: [String]
    ) -> SensitivityFault? {
        let d = names.count
        for start in stride(from: 0, to: rows.count, by: length) {
            let (a, b) = (rows[start], rows[start + length - 1])
            for (offset, base, other) in [(1, a, b)] + (secondOrder ? [(1 + d, b, a)] : []) {
                for j in 0..<d {
                    let row = rows[start + offset + j]
                    guard let wrong = (0..<d).first(where: { row[$0] != ($0 == j ? other : base)[$0] }) else {
                        continue
                    }
                    let (one, two) = base == a ? ("A", "B") : ("B", "A")
                    return .row(
                        start + offset + j + 1, found: "\(names[wrong]) = \(row[wrong])",
                        foundZh: "\(names[wrong]) = \(row[wrong])",
                        wanted:
                            "\((wrong == j ? other : base)[wrong]), as this row of a Saltelli design is \(one) with \(names[j]) of \(two)",
                        wantedZh: "\((wrong == j ? other : base)[wrong])（该行应为 \(one) 且 \(names[j]) 取自 \(two)）")
                }
            }
        }
        return nil
    }
}
