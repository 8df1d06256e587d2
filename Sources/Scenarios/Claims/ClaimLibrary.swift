import Foundation

/// A folder of claims: `C07-attention-moves-on.yaml` is the claim C07.
public struct ClaimLibrary: Sendable {
    public let folder: String

    /// The library in the first of the folders that holds a claim; nil if none does.
    public init?(in folders: [String]) {
        guard let found = folders.first(where: { !Self.files(in: $0).isEmpty }) else { return nil }
        folder = found
    }

    private static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix("C") && $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    /// Paths of all claims, by number.
    public var files: [String] { Self.files(in: folder) }

    /// The number that a file's name begins with.
    public static func number(of file: String) -> String {
        String((file as NSString).lastPathComponent.prefix { $0 != "-" && $0 != "." })
    }

    /// The path of a claim that somebody named by its number or its file; nil where there is none.
    public func path(of name: String) -> String? {
        FileManager.default.fileExists(atPath: name)
            ? name
            : files.first { Self.number(of: $0) == name.uppercased() || ($0 as NSString).lastPathComponent == name }
    }
}
