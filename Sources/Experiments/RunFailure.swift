public import Governance

/// A run that could not be lived to its end.
public struct RunFailure: Error, Sendable, Equatable {
    public let scenario: String
    public let replicate: Int
    /// The month in which it broke, from 1; 0 before the start.
    public let month: Int
    public let reason: String

    public var message: Text {
        Text(
            en: "\(scenario), replicate \(replicate), \(month == 0 ? "before the start" : "month \(month)"): \(reason)",
            zh: "\(scenario)，第 \(replicate) 次重复，\(month == 0 ? "起始之前" : "第 \(month) 个月")：\(reason)")
    }
}
