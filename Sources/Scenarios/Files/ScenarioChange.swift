/// A change of one value of a scenario, and where it was asked for.
public struct ScenarioChange: Sendable, Equatable {
    /// `key.path=value`, the value in YAML.
    public let text: String
    let place: Place
    /// Why it is asked for, in words; of the command line, the change itself.
    private let reason: String?

    /// A change from the command line.
    public init(_ text: String) { self.init(text, place: .commandLine) }

    /// A change that some part of the program asks for.
    ///
    /// - Parameter reason: what covers its numbers.
    public init(_ text: String, reason: String) { self.init(text, place: .commandLine, reason: reason) }

    init(_ text: String, place: Place, reason: String? = nil) {
        self.text = text
        self.place = place
        self.reason = reason
    }

    /// Who asks for it, in words for the provenance of a number.
    var asker: String { reason ?? (place == .commandLine ? "--set \(text)" : "\(place.file): \(text)") }
}
