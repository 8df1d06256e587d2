import Governance
import Numerics

/// A group that a scenario draws from whatever place it is put on: the communities from one share of all to another, in
/// an order that hangs on their ids alone.
struct GroupRule: Sendable, Equatable {
    var id: String
    var from = 0.0
    var to = 1.0

    /// Enters the groups into the communities, unless these name all of them themselves.
    static func apply(_ rules: [GroupRule], to communities: inout [CommunitySpecification]) {
        let named = Set(communities.flatMap(\.groups))
        guard !rules.allSatisfy({ named.contains($0.id) }) else { return }
        let drawn = Set(rules.map(\.id))
        let order = communities.indices.sorted {
            (Identity.hash(communities[$0].id), communities[$0].id) < (
                Identity.hash(communities[$1].id), communities[$1].id
            )
        }
        for (rank, c) in order.enumerated() {
            let position = Double(rank) / Double(order.count)
            communities[c].groups.removeAll { drawn.contains($0) }
            communities[c].groups += rules.filter { $0.from <= position && position < $0.to }.map(\.id)
        }
    }
}

/// Groups drawn by a scenario.
enum GroupFormat {
    static let group = Shape<GroupRule>.object(
        Text(en: "a mapping with id, from and to", zh: "含 id、from、to 的映射"), blank: GroupRule(id: ""),
        [
            .required("id", \.id, .id(of: .group), "its id", "编号"),
            .optional("from", \.from, .share, "where it begins, as a share of the communities", "起始份额"),
            .optional("to", \.to, .share, "where it ends", "结束份额"),
        ]
    )
    .checked { group, tree, path, reading in
        guard group.to <= group.from, reading.isClean(at: path) else { return }
        reading.refuse(
            tree.place, path, Text(en: "a group that ends where it begins", zh: "终点不大于起点的分组"),
            Text(en: "to above from", zh: "to 大于 from"))
    }
}
