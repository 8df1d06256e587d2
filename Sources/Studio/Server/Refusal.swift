import Foundation
public import Governance
public import Hummingbird
import Scenarios

/// Why a request was not done: what was found, where, and what would be right, in both languages.
public struct Refusal: Error, Sendable, Equatable {
    public enum Code: String, Sendable, Encodable {
        /// A value that cannot be, and a body that is no JSON.
        case value, json
        /// Something of that name does not exist.
        case unknown
        /// Another host, another page's origin, no token, or another type of content.
        case host, origin, token, type
        /// Too large a body; too many runs waiting; no room for more.
        case large, busy, full
        /// Not now: the game or the session is in another state.
        case state
        /// More than a group's budget bears.
        case budget
        /// The studio's own fault.
        case failed
    }

    public let code: Code
    public let message: Text
    /// Where in the request, such as `changes[0].value`.
    public var key: String?
    public var found: String?
    public var nearest: String?
    /// Line of a scenario file.
    public var line: Int?
    /// All faults of a scenario, where it was refused.
    public var faults: [Fault] = []

    /// What a group's decision would cost, where it is too much.
    var spending: Overspending?

    public struct Fault: Sendable, Equatable, Encodable {
        public let key: String
        public let line: Int?
        public let en: String
        public let zh: String
    }

    public init(
        _ code: Code, _ en: String, _ zh: String, key: String? = nil, found: String? = nil, nearest: String? = nil
    ) {
        self.code = code
        message = Text(en: en, zh: zh)
        (self.key, self.found, self.nearest) = (key, found.map(Self.short), nearest)
    }

    /// A value that must be from one number to another.
    static func outside(_ key: String, _ found: some CustomStringConvertible, _ range: ClosedRange<Double>) -> Refusal {
        let (low, high) = (NumberText.plain(range.lowerBound), NumberText.plain(range.upperBound))
        return Refusal(
            .value, "\(key) is \(found), but must be from \(low) to \(high).",
            "\(key) 为 \(found)，应在 \(low) 至 \(high) 之间。",
            key: key, found: "\(found)")
    }

    /// A name that nothing has.
    static func unknown(
        _ what: Text, _ name: String, key: String? = nil, among known: some Sequence<String> = EmptyCollection<String>()
    ) -> Refusal {
        let near = NearestName.of(name, among: known)
        let shown = short(name)
        return Refusal(
            .unknown, "There is no \(what.en) “\(shown)”." + (near.map { " Did you mean \($0)?" } ?? ""),
            "没有\(what.zh)“\(shown)”。" + (near.map { "是否想写 \($0)？" } ?? ""), key: key, found: name, nearest: near)
    }

    /// Faults of a scenario; the first is the refusal's own.
    static func faults(_ faults: ScenarioFaults, renamed: (String) -> String = { $0 }) -> Refusal {
        let first = faults.faults[0]
        var refusal = Refusal(
            .value, first.text.en, first.text.zh, key: renamed(first.keyPath), found: first.found.en,
            nearest: first.nearest)
        refusal.line = first.line
        refusal.faults = faults.faults.prefix(20).map {
            Fault(key: renamed($0.keyPath), line: $0.line, en: $0.text.en, zh: $0.text.zh)
        }
        return refusal
    }

    /// What somebody sent, short and on one line.
    private static func short(_ text: String) -> String {
        String(text.prefix(60).map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
    }

    public static func == (a: Refusal, b: Refusal) -> Bool {
        a.code == b.code && a.message == b.message && a.key == b.key && a.found == b.found && a.nearest == b.nearest
    }
}

extension Refusal: Encodable {
    private enum Keys: String, CodingKey { case error }
    private enum Own: String, CodingKey { case code, en, zh, key, found, nearest, line, faults, spending }

    public func encode(to encoder: any Encoder) throws {
        var whole = encoder.container(keyedBy: Keys.self)
        var own = whole.nestedContainer(keyedBy: Own.self, forKey: .error)
        try own.encode(code, forKey: .code)
        try own.encode(message.en, forKey: .en)
        try own.encode(message.zh, forKey: .zh)
        try own.encodeIfPresent(key, forKey: .key)
        try own.encodeIfPresent(found, forKey: .found)
        try own.encodeIfPresent(nearest, forKey: .nearest)
        try own.encodeIfPresent(line, forKey: .line)
        try own.encodeIfPresent(spending, forKey: .spending)
        if !faults.isEmpty { try own.encode(faults, forKey: .faults) }
    }
}

extension Refusal: HTTPResponseError {
    public var status: HTTPResponse.Status {
        switch code {
        case .value, .json: .badRequest
        case .unknown: .notFound
        case .host, .origin, .token: .forbidden
        case .type: .unsupportedMediaType
        case .large: .contentTooLarge
        case .busy: .tooManyRequests
        case .full: .serviceUnavailable
        case .state, .budget: .conflict
        case .failed: .internalServerError
        }
    }

    public func response(from request: Request, context: some RequestContext) throws -> Response {
        JSONReply(self, status: status).response
    }
}
