extension PabulibVotes {
    /// What is known of the voters: every column beyond the ballot itself with 2 to ``mostGroups`` values; ages by band.
    var groupings: [VoterGrouping] {
        let ballot: Set<String> = ["voter_id", "vote", "points"]
        return table.header.indices.filter { !ballot.contains(table.header[$0]) }.compactMap { grouping($0) }
    }

    /// With more, a column tells persons rather than groups.
    static let mostGroups = 30

    private func grouping(_ column: Int) -> VoterGrouping? {
        let isAge = table.header[column] == "age"
        var places: [String: Int32] = [:]
        var members: [Int32] = []
        members.reserveCapacity(table.count)
        for row in 0..<table.count {
            let text = table[row, column].trimmed
            let label = isAge ? Self.ageBand(text) : text
            guard !label.isEmpty else {
                members.append(-1)
                continue
            }
            let place = places[label] ?? Int32(places.count)
            places[label] = place
            guard places.count <= Self.mostGroups else { return nil }
            members.append(place)
        }
        guard places.count > 1 else { return nil }
        // In the order of the labels, whatever the order of the voters.
        let sorted = places.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
        var rank = [Int32](repeating: 0, count: sorted.count)
        for (new, old) in sorted.enumerated() { rank[Int(old.value)] = Int32(new) }
        return VoterGrouping(
            name: table.header[column], labels: sorted.map(\.key), members: members.map { $0 < 0 ? -1 : rank[Int($0)] })
    }

    private static func ageBand(_ text: String) -> String {
        guard let age = Int(text), (0...130).contains(age) else { return "" }
        switch age {
        case ..<18: return "0-17"
        case ..<30: return "18-29"
        case ..<45: return "30-44"
        case ..<60: return "45-59"
        case ..<75: return "60-74"
        default: return "75+"
        }
    }
}
