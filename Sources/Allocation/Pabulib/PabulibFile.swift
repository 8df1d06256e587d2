/// A participatory-budgeting election in the form of Pabulib: every section and every column, kept as it was written,
/// and what they mean.
///
/// The form (Faliszewski, Flis, Peters, Pierczynski, Skowron, Stolicki, Szufa and Talmon, "Participatory Budgeting:
/// Data, Tools, and Analysis", 2023): text in UTF-8 with the sections META, PROJECTS and VOTES, each a table of fields
/// separated by `;` under a line with the columns' names.
public struct PabulibFile: Sendable, Equatable {
    /// A line of META.
    public struct Entry: Sendable, Equatable {
        public var key: String
        public var value: String

        public init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// META, in the file's order.
    public let meta: [Entry]
    /// PROJECTS, all columns.
    public let projects: TextTable
    /// VOTES, all columns.
    public let votes: TextTable
    /// What the file says, ready for a rule.
    public let election: Election
    /// The places of the projects that were chosen in reality, where the file tells (column `selected`).
    public let selected: [Int]?
    /// What is odd, yet can be counted.
    public let warnings: [PabulibFault]

    init(
        meta: [Entry], projects: TextTable, votes: TextTable, election: Election, selected: [Int]?,
        warnings: [PabulibFault]
    ) {
        self.meta = meta
        self.projects = projects
        self.votes = votes
        self.election = election
        self.selected = selected
        self.warnings = warnings
    }

    /// Reads a whole file.
    /// - Throws: ``PabulibFaults``: every fault, up to a limit.
    public init(_ bytes: [UInt8]) throws(PabulibFaults) {
        var reader = PabulibReader()
        reader.add(bytes)
        self = try reader.finish()
    }

    /// The value of a key of META.
    public subscript(key: String) -> String? { meta.first { $0.key == key }?.value }
}
