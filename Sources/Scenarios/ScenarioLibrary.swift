import Foundation

/// A folder of scenarios and places, where a file may be named by its id alone: `jinsong` is `regimes/jinsong.yaml`.
public struct ScenarioLibrary: Sendable {
    /// The folder with `regimes/`, `places/` and `parts/`.
    public let folder: String

    /// Where a kind of file stands.
    public enum Shelf: String, Sendable {
        /// Ways to govern.
        case regimes
        /// People and offices.
        case places
        /// Ways to govern that are rolled out: pilots first, all others later.
        case scaleups
    }

    /// The library in the first of the folders that is one; nil if none is.
    public init?(in folders: [String]) {
        let found = folders.first { folder in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(Shelf.regimes.rawValue)", isDirectory: &isFolder)
                && isFolder.boolValue
        }
        guard let found else { return nil }
        folder = found
    }

    /// Paths of the files on a shelf, by name.
    public func files(on shelf: Shelf) -> [String] {
        names(on: shelf).map { "\(folder)/\(shelf.rawValue)/\($0).yaml" }
    }

    /// What can be named on a shelf, by name.
    public func names(on shelf: Shelf) -> [String] { Self.names(in: "\(folder)/\(shelf.rawValue)") }

    /// Names of the YAML files of a folder, without ending.
    private static func names(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { ($0 as NSString).deletingPathExtension }
    }

    /// The path of what somebody named: a file as it is, else one below the library's folder or the folder around it, else one on
    /// the shelf by its id; the name itself where there is none of these.
    public func path(of name: String, on shelf: Shelf) -> String {
        first([name, "\(folder)/\(name)", "\(around)/\(name)", "\(folder)/\(shelf.rawValue)/\(name).yaml"]) ?? name
    }

    /// The path of a file that stands beside the library, such as `task-load` in `Designs`: a file as it is, else one below the
    /// folder around the library, else one in `companion` by its name without ending; the name itself where there is none.
    public func path(of name: String, in companion: String) -> String {
        first([name, "\(around)/\(name)", "\(around)/\(companion)/\(name).yaml"]) ?? name
    }

    /// Names of the files in a folder beside the library, without ending.
    public func companions(in companion: String) -> [String] { Self.names(in: "\(around)/\(companion)") }

    /// The folder that the library stands in, with designs, plans and claims.
    public var around: String {
        let parent = (folder as NSString).deletingLastPathComponent
        return parent.isEmpty ? "." : parent
    }

    /// The first of the paths at which a file is. An absolute path that somebody gave is nothing below ours.
    private func first(_ paths: [String]) -> String? {
        let own = paths[0].hasPrefix("/") ? paths.prefix(1) : paths[...]
        return own.first(where: FileManager.default.fileExists(atPath:))
    }

    /// Whether what somebody named is there.
    public func holds(_ name: String, on shelf: Shelf) -> Bool {
        FileManager.default.fileExists(atPath: path(of: name, on: shelf))
    }

    /// The id on the shelf that is most like what somebody named; nil if none is near.
    public func nearest(_ name: String, on shelf: Shelf) -> String? {
        NearestName.of(name, among: names(on: shelf))
    }
}
