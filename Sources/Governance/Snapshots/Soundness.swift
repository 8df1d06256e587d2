extension World {
    /// Whether every row number is one: what is read without a look at it must not lead out of a column.
    var isSound: Bool {
        communities.allSatisfy { community in
            let residents = community.residents
            return residents.isSound
                && [community.workUnit, community.voted, community.acquainted].allSatisfy {
                    $0.isEmpty || $0.count == residents.count
                }
                && community.organisations.allSatisfy {
                    $0.leader >= 0 && $0.leader < residents.count && $0.members.allSatisfy { $0 < residents.count }
                }
                && community.earnings.allSatisfy { organisations.indices.contains($0.organisation) }
                && community.farTies.allSatisfy {
                    Int($0.from) < residents.count && communities.indices.contains(Int($0.community))
                        && Int($0.to) < communities[Int($0.community)].residents.count
                }
                && community.tally.isSound && community.knowledge.shares.count == Domain.count
                && community.hoursBank.count == Provider.allCases.count * ActivityKind.count
        }
    }
}

extension ResidentBlock {
    /// Whether ties lead to rows and rungs are rungs.
    fileprivate var isSound: Bool {
        (0..<count).allSatisfy { tieCount[$0] <= Self.tieSlots && rung[$0] < Rung.allCases.count }
            && (0..<(count * Self.tieSlots)).allSatisfy { tie[$0] <= count }
    }
}

extension Tally {
    fileprivate var isSound: Bool {
        rungs.isSound && needs.count == Self.needBins
    }
}
