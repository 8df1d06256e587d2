public import Governance
public import Scenarios

/// A known answer: what theory, experiment or other programs say that a mechanism must give.
///
/// Every verification runs the model itself, with all else switched off by levers and parameters, from a fixed seed. The
/// answer comes from a formula or a table that shares no code with the mechanism.
public struct Verification: Sendable {
    /// Its name on the command line and in tables.
    public let id: String
    public let title: Text
    /// The equation or the data that it rests on, and who published them.
    public let source: Text
    let check: @Sendable (VerificationSetting) throws -> [VerificationCheck]

    /// All of them, in the order of tables.
    public static let all: [Verification] = [
        .needSteadyState, .issueStock, .asymmetricTrust, .socialTrust, .binaryChoice, .tippingPoint, .hysteresis,
        .meanField, .conditionalCooperation, .allocationWinners, .sobolIndices, .morrisEffects, .ledger, .nullWorld,
    ]

    /// The verification of that id, or nil.
    public static func named(_ id: String) -> Verification? { all.first { $0.id == id } }

    /// Verifies; whatever goes wrong on the way is a failure.
    public func verify(_ setting: VerificationSetting) -> VerificationResult {
        do {
            return VerificationResult(verification: self, checks: try check(setting))
        } catch let missing as MissingEvidence {
            return VerificationResult(verification: self, checks: [], missing: missing.what)
        } catch {
            return VerificationResult(verification: self, checks: [], fault: "\(error)")
        }
    }
}

/// How much is done, and where what the model does not hold is found.
public struct VerificationSetting: Sendable {
    /// How many people and repetitions.
    public enum Effort: Sendable {
        /// Seconds in a debug build: enough for a gross fault.
        case quick
        /// What `cogov verify` does.
        case full
    }

    public var effort: Effort
    /// The scenarios that come with the program, with the figures in `evidence/` beside them; nil where they are not there.
    public var library: ScenarioLibrary?
    /// A folder of real elections with the winners that another program found; nil where there is none.
    public var elections: String?

    public init(effort: Effort, library: ScenarioLibrary?, elections: String? = nil) {
        self.effort = effort
        self.library = library
        self.elections = elections
    }

    /// One number in a quick verification, another in a full one.
    func either<Value>(_ quick: Value, _ full: Value) -> Value { effort == .quick ? quick : full }

    /// The library, or the word that it is missing.
    func shipped() throws(MissingEvidence) -> ScenarioLibrary {
        guard let library else {
            throw MissingEvidence(
                what: Text(
                    en: "Scenarios/ is not here; COGOV_SCENARIOS tells where it is",
                    zh: "此处没有 Scenarios/；请以 COGOV_SCENARIOS 指明其位置"))
        }
        return library
    }
}

/// Something that a verification compares with is not there.
struct MissingEvidence: Error {
    let what: Text
}

/// What came of a verification.
public struct VerificationResult: Sendable {
    public let verification: Verification
    public let checks: [VerificationCheck]
    /// What was not there to compare with, if that is why there are no checks.
    public var missing: Text?
    /// What went wrong on the way.
    public var fault: String?

    /// Whether all could be compared and agrees; nil where there was nothing to compare with.
    public var passes: Bool? {
        guard missing == nil else { return nil }
        return fault == nil && !checks.isEmpty && checks.allSatisfy(\.passes)
    }
}
