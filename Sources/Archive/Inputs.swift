public import Governance

/// What the runs of an archive are made from: the same inputs give the same bytes.
public struct Inputs: Sendable, Equatable {
    /// The program's name and version, such as `Cogov 0.1.0`.
    public var program: String
    /// Fingerprint of the model: its observables and the defaults of its parameters.
    public var model: String
    public var seed: UInt64
    /// Keys of the observables, in the order of the columns.
    public var observables: [String]
    public var scenarios: [ScenarioInput]
    /// The points at which the scenarios are run; nil where they are run as their files tell them.
    public var design: DesignInput?

    public init(
        program: String, model: String, seed: UInt64, observables: [String], scenarios: [ScenarioInput],
        design: DesignInput? = nil
    ) {
        self.program = program
        self.model = model
        self.seed = seed
        self.observables = observables
        self.scenarios = scenarios
        self.design = design
    }
}

/// A scenario as it entered: the file's content, what the command line changed in it, and its months.
public struct ScenarioInput: Sendable, Equatable, Codable {
    public var id: String
    public var title: Text
    /// The file's path as it was given.
    public var file: String
    /// SHA-256 of the file's bytes, in hexadecimal.
    public var sha256: String
    /// What `--set` changed, as `key=value` in the order given.
    public var changes: [String]
    /// First month of the calendar, `YYYY-MM`: month 1 of the series.
    public var start: String
    public var months: Int
    /// Residents of 16 and older.
    public var residents: Int
    /// Ids of the communities, sorted.
    public var communities: [String]
    /// The communities' names, in the order of their ids; nil in archives that did not keep them.
    public var communityNames: [Text]?
    /// Names of the communities' types, in the order of their ids; nil in archives that did not keep them.
    public var communityTypes: [Text]?
    /// Residents of 16 and older of each community, in the order of their ids; nil in archives that did not keep them.
    public var communityResidents: [Int]?
    /// Behavioural parameters that differ from their defaults.
    public var parametersChanged: [ParameterChange]
    /// The last month of the run in which the upper level attends, where the command line ended it.
    public var attentionUntil: Int?
    /// What happens at a date of its own within the run, in order; nil where it was not recorded.
    public var events: [Event]?

    public init(
        id: String, title: Text, file: String, sha256: String, changes: [String], start: String, months: Int,
        residents: Int, communities: [String], communityNames: [Text]? = nil, communityTypes: [Text]? = nil,
        communityResidents: [Int]? = nil, parametersChanged: [ParameterChange], attentionUntil: Int? = nil,
        events: [Event]? = nil
    ) {
        self.id = id
        self.title = title
        self.file = file
        self.sha256 = sha256
        self.changes = changes
        self.start = start
        self.months = months
        self.residents = residents
        self.communities = communities
        self.communityNames = communityNames
        self.communityTypes = communityTypes
        self.communityResidents = communityResidents
        self.parametersChanged = parametersChanged
        self.attentionUntil = attentionUntil
        self.events = events
    }

    /// A dated change of institutions.
    public struct Event: Sendable, Equatable, Codable {
        /// The month of the run that it is in force from, from 1.
        public var month: Int
        public var title: Text

        public init(month: Int, title: Text) {
            self.month = month
            self.title = title
        }
    }

    /// A behavioural parameter with its default and the value that this scenario gives it.
    public struct ParameterChange: Sendable, Equatable, Codable {
        public var key: String
        public var standard: Double
        public var value: Double

        public init(key: String, standard: Double, value: Double) {
            self.key = key
            self.standard = standard
            self.value = value
        }
    }

    /// Whether what it tells of communities is told of each, and its months are some.
    var isWhole: Bool {
        Keeping.lengths.contains(months)
            && [communityNames?.count, communityTypes?.count, communityResidents?.count]
                .allSatisfy { $0 == nil || $0 == communities.count }
    }

    /// SHA-256 of everything here that decides what a run gives: content, changes and months, not the file's place.
    public var hash: String {
        Digest.sha256(of: ([sha256, String(months)] + changes).joined(separator: "\u{0}"))
    }
}

/// One way in which the inputs asked for differ from those that an archive holds.
public struct InputDifference: Sendable, Equatable {
    public let message: Text

    init(_ en: String, _ zh: String) { message = Text(en: en, zh: zh) }

    /// Everything in which `asked` differs from `kept`, which holds one scenario of the same id.
    static func between(kept: ScenarioInput, asked: ScenarioInput) -> [InputDifference] {
        var found: [InputDifference] = []
        if kept.sha256 != asked.sha256 {
            found.append(
                InputDifference(
                    "\(asked.id): the file \(asked.file) has another content "
                        + "(\(kept.sha256.prefix(12))... then, \(asked.sha256.prefix(12))... now)",
                    "\(asked.id)：文件 \(asked.file) 的内容不同"
                        + "（原为 \(kept.sha256.prefix(12))…，现为 \(asked.sha256.prefix(12))…）"))
        }
        if kept.months != asked.months {
            found.append(
                InputDifference(
                    "\(asked.id): \(kept.months) months then, \(asked.months) now",
                    "\(asked.id)：原为 \(kept.months) 个月，现为 \(asked.months) 个月"))
        }
        if kept.changes != asked.changes {
            let (then, now) = (kept.changes.joined(separator: " "), asked.changes.joined(separator: " "))
            found.append(
                InputDifference(
                    "\(asked.id): --set \(then.isEmpty ? "nothing" : then) then, \(now.isEmpty ? "nothing" : now) now",
                    "\(asked.id)：原 --set 为 \(then.isEmpty ? "无" : then)，现为 \(now.isEmpty ? "无" : now)"))
        }
        return found
    }

    /// A value that holds for the whole archive, if it differs.
    static func of(_ en: String, _ zh: String, kept: String?, asked: String) -> [InputDifference] {
        guard let kept, kept != asked else { return [] }
        return [InputDifference("\(en): \(kept) then, \(asked) now", "\(zh)：原为 \(kept)，现为 \(asked)")]
    }
}
