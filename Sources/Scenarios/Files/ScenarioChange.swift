/// A change of one value of a scenario, and where it was asked for.
public struct ScenarioChange: Sendable, Equatable {
    /// `key.path=value`, the value in YAML.
    public let text: String
    let place: Place

    /// A change from the command line.
    public init(_ text: String) { self.init(text, place: .commandLine) }

    init(_ text: String, place: Place) {
        self.text = text
        self.place = place
    }

    /// Who asks for it, in words for the provenance of a number.
    var asker: String { place == .commandLine ? "--set \(text)" : "\(place.file): \(text)" }
}
