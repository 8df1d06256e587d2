/// The community is counted: everything that observables need, in one pass over its residents.
///
/// Not done in the months of the burn-in. Reads: everything. Writes: the community's tally. Draws: none.
enum Recording {
    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        community.history.note(community.organisations.count)
        guard month.isRecorded else {
            community.events = MonthEvents()
            return
        }
        var tally = Tally()
        count(community.residents, into: &tally)
        tally.communities = 1
        tally.events = community.events
        tally.organisations = community.organisations.count
        tally.members = community.organisations.reduce(0) { $0 + $1.members.count }
        tally.running = community.projects.count { $0.state == .running }
        tally.orientation = community.committee.orientation
        tally.facilitation = community.committee.facilitation
        tally.committeeHours = month.run.specification.committees.staff * month.run.specification.committees.hours
        tally.freeHours = community.committee.freeHours
        tally.attention = community.experience.attention
        tally.heeded = community.experience.heeded
        tally.accuracy = community.knowledge.accuracy
        tally.invited = community.engagement.invited
        tally.turnedAway = community.engagement.turnedAway
        tally.service = community.service.balance
        tally.partners = PartnerTally(community)
        tally.order = OrderTally(community)
        tally.design = DesignTally(community, month)
        tally.acquaintance = AcquaintanceTally(community, trust: tally.trust)
        tally.hours = HoursTally(community)
        tally.market = MarketTally(community, month.run.parameters)
        tally.add(journal: community.journal)
        community.tally = tally
        community.events = MonthEvents()
    }

    static func count(_ residents: ResidentBlock, into tally: inout Tally) {
        tally.residents = residents.count
        var need = SIMD8<Float>()
        var vulnerable = SIMD8<Float>()
        var trust = SIMD4<Float>()
        var attitudes = SIMD4<Float>()
        var ties = 0
        var isolated = 0
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RungCensus.cells) { rungs in
            rungs.initialize(repeating: 0)
            tally.needs.withUnsafeMutableBufferPointer { needs in
                for i in 0..<residents.count {
                    let traits = residents.traits[i]
                    rungs[Int(residents.rung[i]) &* 256 &+ Int(traits)] &+= 1
                    let n = residents.need[i]
                    need += n
                    vulnerable += n * (Traits(rawValue: traits).isVulnerable ? 1 : 0)
                    needs[min(Tally.needBins - 1, Int(n.treeSum * Tally.binsPerUnit))] &+= 1
                    trust += residents.trust[i]
                    attitudes += SIMD4(
                        residents.spirit[i], residents.efficacy[i], residents.skill[i], residents.fatigue[i])
                    let count = residents.tieCount[i]
                    ties &+= Int(count)
                    isolated &+= count == 0 ? 1 : 0
                }
            }
            if let table = rungs.baseAddress { tally.rungs = RungCensus(table) }
        }
        tally.need = SIMD8<Double>(need)
        tally.needVulnerable = SIMD8<Double>(vulnerable)
        tally.trust = SIMD4<Double>(trust)
        tally.attitudes = SIMD4<Double>(attitudes)
        tally.ties = ties
        tally.isolated = isolated
    }
}
