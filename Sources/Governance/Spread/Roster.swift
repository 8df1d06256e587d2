import Numerics

/// All communities of a run, as far as a scenario fixes them: who they are, where, how many live there; and which of them live in
/// this process.
///
/// Communities stand in the order of their ids. A process lives those next to one another whose middle resident, counted
/// through all of them, falls into its part of the residents: shares are as even as whole communities can be, and the
/// same in every process.
struct Roster: Sendable {
    let specifications: [CommunitySpecification]
    let identities: [UInt64]
    let streets: [Int]
    /// Places of those that live here.
    let own: Range<Int>
    /// The process that each community lives in; empty where there is one.
    let homes: [Int]
    /// By street: whether its communities live in several processes.
    private let isDivided: [Bool]
    /// Streets that this process has a part in deciding, in order.
    let streetsHere: [Int]

    var count: Int { specifications.count }

    /// Everybody lives here.
    init(_ communities: [Community], streets count: Int) {
        specifications = communities.map(\.specification)
        identities = communities.map(\.identity)
        streets = communities.map(\.street)
        own = 0..<communities.count
        homes = []
        isDivided = Array(repeating: false, count: count)
        streetsHere = Array(0..<count)
    }

    /// The share of one process.
    ///
    /// - Parameters:
    ///   - homes: the process that each community lives in; empty where there is one.
    ///   - place: this process.
    init(_ sorted: [CommunitySpecification], streets: [Int], district: District, homes: [Int], place: Int) {
        specifications = sorted
        identities = sorted.map { Identity.hash($0.id) }
        self.streets = streets
        self.homes = homes
        guard !homes.isEmpty else {
            own = 0..<sorted.count
            isDivided = Array(repeating: false, count: district.streets.count)
            streetsHere = Array(isDivided.indices)
            return
        }
        let first = homes.firstIndex { $0 >= place } ?? homes.count
        own = first..<(homes.firstIndex { $0 > place } ?? homes.count)
        var processes = [Set<Int>](repeating: [], count: district.streets.count)
        for (street, home) in zip(streets, homes) { processes[street].insert(home) }
        isDivided = processes.map { $0.count > 1 }
        streetsHere = processes.indices.filter { processes[$0].count > 1 || processes[$0].contains(place) }
    }

    /// The process that each community lives in.
    static func homes(_ counts: [Int], processes: Int) -> [Int] {
        let all = counts.reduce(0, +)
        var before = 0
        return counts.map { count in
            defer { before += count }
            return min(processes - 1, (2 * before + count) * processes / max(1, 2 * all))
        }
    }

    /// Whether communities of that street live in other processes too.
    func isShared(_ street: Int) -> Bool { isDivided[street] }
}
