import ArgumentParser
import Foundation
import Governance
import Scenarios

/// What a shell offers after a TAB, beside the words that commands and options list themselves.
extension CompletionKind {
    /// Ways to govern: those of the library by id, and files.
    static var scenarios: CompletionKind { .shelf(.regimes) }

    /// Places: those of the library by id, and files.
    static var places: CompletionKind { .shelf(.places) }

    /// Ways to govern that are rolled out: those of the library by id, and files.
    static var rollouts: CompletionKind { .shelf(.scaleups) }

    /// Designs: those that came with the program by name, and files.
    static var designs: CompletionKind { .companions("Designs") }

    /// Plans: those that came with the program by name, and files.
    static var plans: CompletionKind { .companions("Plans") }

    /// Claims by number, and files.
    static var claims: CompletionKind {
        .names { Shipped.claims?.files.map(ClaimLibrary.number) ?? [] }
    }

    /// Keys of what is observed.
    static var observables: CompletionKind { .custom { _, _, _ in Observable.all.map(\.key) } }

    /// What `--set` can change: key paths of levers.
    static var changes: CompletionKind { .custom { _, _, _ in Lever.all.map { "institutions.\($0.key)=" } } }

    private static func shelf(_ shelf: ScenarioLibrary.Shelf) -> CompletionKind {
        .names { Shipped.library?.names(on: shelf) ?? [] }
    }

    private static func companions(_ folder: String) -> CompletionKind {
        .names { Shipped.library?.companions(in: folder) ?? [] }
    }

    /// Names, and files that one could name instead; those that begin as what stands there.
    private static func names(_ known: @escaping @Sendable () -> [String]) -> CompletionKind {
        .custom { _, _, beginning in
            (known() + Files.beginning(with: beginning)).filter { $0.hasPrefix(beginning) }
        }
    }
}

/// Files as a shell would offer them.
private enum Files {
    /// YAML files and folders in the folder that the beginning of a path names; a folder ends with a slash.
    static func beginning(with path: String) -> [String] {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return names.sorted().compactMap { name in
            var isFolder: ObjCBool = false
            guard !name.hasPrefix("."), FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder)
            else { return nil }
            if isFolder.boolValue { return folder + name + "/" }
            return name.hasSuffix(".yaml") ? folder + name : nil
        }
    }
}
