public import Governance

/// A run that could not be lived to its end.
public struct RunFailure: Error, Sendable, Equatable {
    public let scenario: String
    /// The number of the design's point; 0 where there is no design.
    public var point = 0
    public let replicate: Int
    /// The month in which it broke, from 1; 0 before the start.
    public let month: Int
    public let reason: String

    public var message: Text {
        Text(
            en: "\(scenario)\(point > 0 ? ", point \(point)" : ""), replicate \(replicate), \(month == 0 ? "before the start" : "month \(month)"): \(reason)",
            zh: "\(scenario)\(point > 0 ? "，第 \(point) 点" : "")，第 \(replicate) 次重复，\(month == 0 ? "起始之前" : "第 \(month) 个月")：\(reason)")
    }
}
