public import Governance

/// A scenario that was read and found right: what a world is built from, and where it came from.
public struct ScenarioDocument: Sendable {
    public let specification: ScenarioSpecification
    /// The futures that the file declares; empty where it is one scenario.
    public let branches: [ScenarioBranch]
    /// The files read, the named one first, then those that it extends.
    public let files: [ScenarioFile]
    /// The changes applied from the command line, `key=value`, in their order.
    public let overrides: [String]
    /// The literature and records that the scenario rests on.
    public let sources: [String]
    /// The facts of the sources that it carries, and the claims that it serves, by their numbers.
    public let facts: [String]
    public let claims: [String]
    /// Where each number comes from, in the order of the scenario's keys.
    public let provenance: [ProvenanceEntry]
    /// Every value that decides what happens, with its place's and its files' laid over one another and the changes applied; its
    /// name, what it is about and what it rests on are left out.
    public var values: [KeyedValue] { tree.leaves() }
    /// What the files and the changes say, without the words for people.
    let tree: Tree

    /// The whole scenario as one file, which extends no other and has its people in it: what is read from it is the same.
    ///
    /// - Parameters:
    ///   - id: what it is called there.
    ///   - comment: lines to stand at the top.
    public func text(id: String, comment: [String] = []) -> String {
        let own = specification
        func words(_ text: Text) -> String { "{en: \(Tree.quoted(text.en)), zh: \(Tree.quoted(text.zh))}" }
        func list(_ key: String, _ items: [String]) -> [String] {
            items.isEmpty ? [] : ["\(key): [" + items.map(Tree.quoted).joined(separator: ", ") + "]"]
        }
        let head =
            comment.map { "# " + $0 } + ["id: \(id)", "title: \(words(own.title))", "summary: \(words(own.summary))"]
            + list("sources", sources) + list("facts", facts) + list("claims", claims)
            + (own.experimental.map { ["experimental: " + Tree.quoted($0)] } ?? [])
        let body = BlockText(tree.without(["branches", "extends", "place"])).lines
        return (head + body).joined(separator: "\n") + "\n"
    }
}

/// A file as it was read.
public struct ScenarioFile: Sendable, Equatable {
    public let path: String
    public let bytes: [UInt8]
}

/// Where one number of a scenario comes from.
public struct ProvenanceEntry: Sendable, Equatable {
    public enum Kind: String, Sendable {
        /// Someone has published or recorded it.
        case source
        /// The scenario's author has set it, for the reason given.
        case assumed
    }

    public let keyPath: String
    /// The number as written.
    public let value: String
    public let kind: Kind
    /// The source and what it says, or the reason for the assumption.
    public let text: String
    public let file: String
    /// Counted from 1; nil for what the command line gave.
    public let line: Int?
}
