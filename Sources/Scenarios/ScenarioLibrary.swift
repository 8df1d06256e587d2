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
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(shelf.rawValue)")) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\(shelf.rawValue)/\($0)" }
    }

    /// What can be named on a shelf, by name.
    public func names(on shelf: Shelf) -> [String] {
        files(on: shelf).map { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension }
    }

    /// The path of what somebody named: a file as it is, else one below the library's folder, else one on the shelf by its
    /// id; the name itself where there is none of these.
    public func path(of name: String, on shelf: Shelf) -> String {
        let tries = [name, "\(folder)/\(name)", "\(folder)/\(shelf.rawValue)/\(name).yaml"]
        return tries.first(where: FileManager.default.fileExists(atPath:)) ?? name
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
