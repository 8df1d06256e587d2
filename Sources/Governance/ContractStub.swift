// TEMPORARY, NEVER COMMITTED: the model's surface, so that modules above Governance can be compiled and tried before it is there.
public struct Observable: Sendable, Equatable {
    public let key: String
    /// "share", "yuan", "1", "units/resident", ...
    public let unit: String
    public let meaning: Text
    public let formula: String
    /// Values possible; nil where unbounded.
    public let range: ClosedRange<Double>?
    public static let all: [Observable] = [
        o("participation.rung1plus", "share", "residents who take part (rung 1 and above)", "参与居民占比(一级及以上)"),
        o("participation.oldShare", "share", "of those who take part, share of 60 and older", "参与者中 60 岁以上占比"),
        o("trust.committee", "share", "mean trust in the residents' committee", "对居委会的平均信任"),
        o("need.mean", "share", "mean unmet need", "平均未满足需求"),
        o("match", "share", "supply that meets demand", "供需匹配度"),
        o("cost.perNeedMet", "yuan/unit", "money spent per unit of need met", "单位需求满足成本"),
    ]
    private static func o(_ k: String, _ u: String, _ en: String, _ zh: String) -> Observable {
        Observable(key: k, unit: u, meaning: Text(en: en, zh: zh), formula: "sum", range: 0...1)
    }
}
public enum WorldError: Error, Equatable, CustomStringConvertible { case collision(String); public var description: String { "collision" } }
public enum ModelError: Error, CustomStringConvertible { case broken(String); public var description: String { "broken" } }
public struct Schedule { public struct Step: Sendable { public let name: String; public let source: String; public let meaning: Text }
    public static let steps: [Step] = [] }
public final class World {
    public private(set) var monthsDone = 0
    let specification: ScenarioSpecification
    let seed: UInt64, replicate: UInt32
    public init(_ specification: ScenarioSpecification, seed: UInt64, replicate: UInt32, threads: Int = 1) throws(WorldError) {
        self.specification = specification; self.seed = seed; self.replicate = replicate
    }
    public func advance() throws(ModelError) { monthsDone += 1 }
    public func observe() -> [Double] { (0..<Observable.all.count).map { Double(Int(seed) + Int(replicate) * 7 + monthsDone * 3 + $0 * 11) .truncatingRemainder(dividingBy: 97) / 97 } }
    public func observe(community: Int) -> [Double] { observe() }
    public var communityIDs: [String] { specification.people.communities.map(\.id).sorted() }
    public var flows: [MoneyFlow] { [MoneyFlow(from: "outside.state", to: "street.qingyuan", purpose: "grant", fen: 12345)] }
    public static func bytes(for specification: ScenarioSpecification) -> Int { specification.residentCount * 160 }
}
