public import Governance

/// Why a session could not be held.
public enum SessionError: Error, Sendable, Equatable {
    /// Bad input: nothing was written.
    case refused(Text)
    /// It broke under way; runs that had ended are kept.
    case broken(Text)

    public var isRefusal: Bool {
        if case .refused = self { true } else { false }
    }

    public var message: Text {
        switch self {
        case .refused(let text), .broken(let text): text
        }
    }
}
