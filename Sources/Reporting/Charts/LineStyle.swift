/// The class that colours and dashes a line, its band and its dots.
struct LineStyle: Equatable {
    let name: String

    /// Those of a scenario; after eight they come again.
    static func scenario(_ place: Int) -> LineStyle { LineStyle(name: "s\(place % 8)") }

    /// What others are held against.
    static let context = LineStyle(name: "context")
}
