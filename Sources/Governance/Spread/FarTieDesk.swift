/// What this process asks others about far ties, and they ask it: whom, settled at the start, since far ties last as long as a run.
struct FarTieDesk {
    /// By process: residents here, by their community's number here and their row, of whom it wants to know.
    private var asked: [[(community: Int, row: Int)]] = []

    /// Tells all others of whom one wants to know, in the order of ties.
    init(_ world: World, _ company: Company) throws(ModelError) {
        let homes = world.roster.homes
        var wanted = [[UInt32]](repeating: [], count: company.count)
        for community in world.communities {
            for tie in community.farTies where homes[Int(tie.community)] != company.place {
                wanted[homes[Int(tie.community)]] += [tie.community, UInt32(tie.to)]
            }
        }
        _ = try company.gather("far ties")
        let parts = company.swap(wanted.map { $0.withUnsafeBytes { Array($0) } })
        asked = parts.map { bytes in
            let words = [UInt32](bytes: bytes)
            return stride(from: 0, to: words.count, by: 2).map { place in
                (Int(words[place]) - world.roster.own.lowerBound, Int(words[place + 1]))
            }
        }
    }

    /// Notes what stands at the other ends of all ties of this process's communities.
    func note(_ world: World, _ company: Company) throws(ModelError) {
        let blocks = world.communities.map(\.residents)
        let answers = asked.map { residents in
            residents.enumerated().map { n, resident in
                let next = residents[min(n + 8, residents.count - 1)]
                blocks[next.community].fetchExample(next.row)
                return End(blocks[resident.community], resident.row)
            }
        }
        _ = try company.gather("far ties")
        let heard = company.swap(answers.map { $0.withUnsafeBytes { Array($0) } }).map { [End](bytes: $0) }
        var next = [Int](repeating: 0, count: company.count)
        for c in world.communities.indices {
            for n in world.communities[c].farTies.indices {
                let tie = world.communities[c].farTies[n]
                let end: End
                if let other = world.here(Int(tie.community)) {
                    end = End(blocks[other], Int(tie.to))
                } else {
                    let process = world.roster.homes[Int(tie.community)]
                    end = heard[process][next[process]]
                    next[process] += 1
                }
                world.communities[c].farTies[n].see(end)
            }
        }
    }

    /// What a resident shows to those it has a far tie with.
    struct End: BitwiseCopyable {
        let active: Float
        let trust: (Float, Float, Float, Float)

        init(_ residents: ResidentBlock, _ row: Int) {
            active = residents.rung[row] > 0 ? 1 : 0
            let seen = residents.trust[row]
            trust = (seen[0], seen[1], seen[2], seen[3])
        }
    }
}

extension FarTie {
    mutating func see(_ end: FarTieDesk.End) {
        active = end.active
        trust = SIMD4(end.trust.0, end.trust.1, end.trust.2, end.trust.3)
    }
}
