import Archive
import Governance
public import Scenarios

/// Two scenarios and the switches between them, with what holds for every scenario between the two.
public struct SwitchedPair: Sendable {
    public let pair: ScenarioPair
    public let switches: [Switch]
    /// Months of a run; nil for the shorter of the two.
    public var months: Int?
    /// The last month in which the upper level attends; nil where nothing ends that.
    public var attentionUntil: Int?

    /// More switches than this cannot be addressed.
    public static let most = 48

    public init(_ pair: ScenarioPair, switches: [Switch], months: Int? = nil, attentionUntil: Int? = nil) {
        self.pair = pair
        self.switches = switches
        self.months = months
        self.attentionUntil = attentionUntil
    }

    /// The months of a run.
    public var length: Int { months ?? min(pair.first.specification.months, pair.second.specification.months) }

    /// The coalition in which every switch stands as in the second.
    public var all: UInt64 { (1 << UInt64(switches.count)) - 1 }

    /// The number of the point at which a coalition is lived.
    public static func number(_ coalition: UInt64) -> Int { Int(coalition) + 1 }

    static func coalition(at point: DesignPoints.Point) -> UInt64 { UInt64(point.number - 1) }

    /// The scenario with some switches as in the second.
    ///
    /// - Throws: what makes it no valid scenario.
    func scenario(_ coalition: UInt64) throws(ScenarioFaults) -> PlannedScenario {
        let elements = turned(coalition).flatMap(\.elements)
        var planned = PlannedScenario(
            specification: try pair.specification(with: Set(elements)),
            file: files.map(\.path).joined(separator: " + "),
            sha256: Digest.sha256(of: files.map { Digest.sha256(of: $0.bytes) }.joined(separator: "\n")),
            changes: pair.first.overrides)
        planned.last(length)
        if let attentionUntil { planned.endAttention(after: attentionUntil) }
        return planned
    }

    private func turned(_ coalition: UInt64) -> [Switch] {
        switches.enumerated().filter { coalition >> UInt64($0.offset) & 1 == 1 }.map(\.element)
    }

    /// The files of both, each first of its own.
    private var files: [ScenarioFile] { pair.first.files + pair.second.files }

    /// Which scenario a coalition makes, for a fault that it has.
    func words(_ coalition: UInt64) -> Text {
        let (first, second) = (pair.first.specification.id, pair.second.specification.id)
        let ids = turned(coalition).map(\.id).joined(separator: ", ")
        return Text(
            en:
                "where \(ids.isEmpty ? "nothing" : ids) is as in \(second) and all else as in \(first); switches that need one another "
                + "can be joined with --groups",
            zh: "\(ids.isEmpty ? "无开关" : ids) 取自 \(second)，其余取自 \(first)；相互依赖的开关可用 --groups 合并")
    }

    func point(_ coalition: UInt64) -> DesignPoints.Point {
        let turned = switches.indices.map { coalition >> UInt64($0) & 1 == 1 }
        let ids = (pair.first.specification.id, pair.second.specification.id)
        return DesignPoints.Point(
            number: Self.number(coalition), values: turned.map { .choice($0 ? ids.1 : ids.0) },
            coordinates: turned.map { $0 ? 0.75 : 0.25 })
    }

    /// The design as the archive keeps it: a factor for each switch, which is the first's or the second's.
    func design(seed: UInt64, replicates: Int) -> Design {
        var design = Design()
        let (first, second) = (pair.first.specification, pair.second.specification)
        design.id = pair.id
        design.title = Text(
            en: "From \(first.title.en) to \(second.title.en)", zh: "从“\(first.title.zh)”到“\(second.title.zh)”")
        design.seed = seed
        design.replicates = replicates
        design.factors = switches.map { own in
            var factor = Factor()
            factor.id = own.id
            factor.key = own.elements.joined(separator: ",")
            factor.space = .listed([.choice(first.id), .choice(second.id)])
            return factor
        }
        return design
    }
}
