public import Governance

/// What a source claims, as an experiment: the same people, seeds and money lived under institutions that differ in named
/// levers only, and what must be seen for the claim to be supported.
public struct Claim: Sendable {
    public var id = ""
    /// The claim in one sentence.
    public var title = Text(en: "", zh: "")
    public var source = Source()
    /// What the source says, in own words.
    public var says = Text(en: "", zh: "")
    public var kind = Kind.emergent
    /// Why it is built in, or which mechanisms must work together.
    public var because = Text(en: "", zh: "")
    /// The scenario that arms start from: a file, or an id in the library.
    public var scenario = ""
    /// The places that the experiment is made on; the first is that of robustness runs.
    public var places: [String] = []
    public var months = 1
    /// Changes to every arm.
    public var settings: [Setting] = []
    /// What arms may differ in: levers, wherever they are set, or key paths and all that is under them.
    public var levers: [String] = []
    /// The sides that are compared, in order.
    public var arms: [Arm] = []
    /// Levers that are crossed, where the arms are all their combinations.
    public var factors: [Factor] = []
    public var metrics: [Metric] = []
    /// What the sides may have unequal although it is no lever, and why.
    public var unequal: [Unequal] = []
    /// The claim's file as it was read.
    public var file = ScenarioFile(path: "", bytes: [])

    /// Metrics that the verdict rests on.
    public var judged: [Metric] { metrics.filter { !$0.isReported } }

    /// Ids of the arms that these metrics use, in the claim's order.
    public func arms(in metrics: [Metric]) -> [String] {
        let used = Set(metrics.flatMap(\.parts).flatMap { $0.terms + $0.per }.filter { $0.weight != 0 }.map(\.arm))
        return arms.map(\.id).filter(used.contains)
    }

    /// Who claims it, and where.
    public struct Source: Sendable, Equatable {
        public var author = ""
        public var year = 0
        public var place = Text(en: "", zh: "")
    }

    /// Whether one equation's sign alone gives it, so that only its size informs, or several mechanisms must work together.
    public enum Kind: String, Named {
        case builtIn, emergent

        public var label: Text {
            switch self {
            case .builtIn: Text(en: "built in", zh: "内建")
            case .emergent: Text(en: "emergent", zh: "涌现")
            }
        }
    }

    /// A change of a scenario, `key.path=value`, and where it stands in the claim's file.
    public struct Setting: Sendable, Equatable {
        public var text: String
        let place: Place

        /// The key path before the equals sign.
        var keyPath: String { String(text.prefix { $0 != "=" }) }
    }

    /// One side of the experiment.
    public struct Arm: Sendable {
        public var id = ""
        public var name = Text(en: "", zh: "")
        /// Another scenario than the claim's.
        public var scenario: String?
        /// The last month of the upper level's attention; nil where it does not end.
        public var attentionUntil: Int?
        public var settings: [Setting] = []
        var place = Place(file: "")
    }

    /// A lever that is on or off.
    public struct Factor: Sendable {
        public var id = ""
        public var name = Text(en: "", zh: "")
        public var settings: [Setting] = []
        var place = Place(file: "")
    }

    /// Something that the sides have unequal: the key of an observable or the beginning of one, and why.
    public struct Unequal: Sendable {
        public var what = ""
        public var why = Text(en: "", zh: "")
    }
}
