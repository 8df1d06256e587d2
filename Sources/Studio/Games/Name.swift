/// Names that the studio gives: of games, sessions and keys.
enum Name {
    /// Letters and digits that cannot be mistaken for one another.
    private static let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")

    /// A new name that nobody can guess.
    static func new(_ count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] })
    }

    /// Whether it can be such a name: nothing else gets near the file system.
    static func isID(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
}
