/// Why a calculation has no answer.
public enum NumericsError: Error, Equatable, CustomStringConvertible {
    /// An argument lies outside the range in which the function means something.
    case outOfRange(argument: String, found: Double, wanted: String)

    /// The calculation started and did not reach an answer.
    case failed(task: String, reason: String)

    /// The fault and what would be right, in one English sentence.
    public var description: String {
        switch self {
        case .outOfRange(let argument, let found, let wanted): "\(argument) is \(found), but must be \(wanted)"
        case .failed(let task, let reason): "\(task) failed: \(reason)"
        }
    }

    /// Throws ``outOfRange(argument:found:wanted:)`` where a condition on `found` does not hold.
    static func require(
        _ holds: Bool, _ argument: String, _ found: Double, _ wanted: String
    ) throws(NumericsError) {
        guard holds else { throw .outOfRange(argument: argument, found: found, wanted: wanted) }
    }
}
