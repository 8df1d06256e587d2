public import Governance

/// How communities stand at the end of each run, by scenario and replicate.
public struct StandingTable: Sendable {
    /// Communities of each scenario, in the order of their ids.
    public let communities: [[Community]]
    public let replicates: Int
    /// By scenario and replicate; empty where a run is missing or does not tell.
    private var values: [[[Double]]]

    /// A community as tables name it.
    public struct Community: Sendable, Hashable {
        public let id: String
        /// Nil where the archive did not keep it, as the type.
        public let name: Text?
        /// The name of its type; nil where the archive did not keep it.
        public let type: Text?
        /// Residents of 16 and older; nil where the archive did not keep it.
        public let residents: Int?

        public init(id: String, name: Text? = nil, type: Text?, residents: Int? = nil) {
            self.id = id
            self.name = name
            self.type = type
            self.residents = residents
        }
    }

    /// A table in which nothing is recorded yet.
    public init(communities: [[Community]], replicates: Int) {
        self.communities = communities
        self.replicates = replicates
        values = communities.map { _ in Array(repeating: [], count: replicates) }
    }

    /// Records one run.
    ///
    /// - Returns: false where the values are not those of the scenario's communities; nothing is then recorded.
    @discardableResult
    public mutating func record(_ standing: [Double], scenario: Int, replicate: Int) -> Bool {
        guard standing.isEmpty || standing.count == (communities[scenario].count + 1) * Standing.measures.count
        else { return false }
        values[scenario][replicate] = standing
        return true
    }

    /// A measure of a community, or of the whole where `community` is nil, in each replicate; NaN where it is not known.
    public func sample(scenario: Int, community: Int?, measure: Int) -> [Double] {
        let row = community ?? communities[scenario].count
        return values[scenario].map { $0.isEmpty ? .nan : $0[row * Standing.measures.count + measure] }
    }

    /// Whether anything is known of the scenario.
    public func tells(of scenario: Int) -> Bool { values[scenario].contains { !$0.isEmpty } }
}
