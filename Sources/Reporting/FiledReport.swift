public import Archive

/// What an analysis found, for the screen and as files.
public protocol FiledReport: Sendable {
    /// The names of what ``write(to:language:)`` writes.
    var files: [String] { get }

    /// For a terminal: lines that end with a line feed, none wider than the style's width.
    func screen(in language: Language, style: ScreenStyle) -> String

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    func write(to folder: String, language: Language) throws(ArchiveError)
}
