/// What is counted of a community in a month; tallies of communities add up to the world's.
struct Tally: Sendable, Codable {
    var communities = 0
    var residents = 0
    /// Residents by group and rung.
    var rungs = RungCensus()
    /// Residents by their mean need over the domains, in bins of equal width.
    var needs = [UInt32](repeating: 0, count: needBins)
    /// Sums over residents; the next over the vulnerable.
    var need = SIMD8<Double>()
    var needVulnerable = SIMD8<Double>()
    var trust = SIMD4<Double>()
    /// Sums of spirit, efficacy, skill, fatigue.
    var attitudes = SIMD4<Double>()
    var ties = 0
    var isolated = 0
    var organisations = 0
    var members = 0
    var running = 0
    var events = MonthEvents()
    /// Sums over communities.
    var orientation = 0.0
    var facilitation = 0.0
    var committeeHours = 0.0
    var freeHours = 0.0
    var attention = 0.0
    var heeded = 0.0
    var accuracy = 0.0
    var invited = 0
    var turnedAway = 0
    var service = ServiceBalance()
    var partners = PartnerTally()
    var order = OrderTally()
    var market = MarketTally()
    var design = DesignTally()
    var acquaintance = AcquaintanceTally()
    var hours = HoursTally()
    /// Fen.
    var spent: Int64 = 0
    var diverted: Int64 = 0
    var recovered: Int64 = 0
    var writtenOff: Int64 = 0

    static let needBins = 256
    /// Bins for each unit of the sum of needs over the domains.
    static let binsPerUnit = Float(needBins) / Float(Domain.count)
    static let bytes = needBins * 4 + 2048

    mutating func add(journal: [Transfer]) {
        for transfer in journal {
            switch transfer.purpose {
            case .spending, .overhead: spent += transfer.fen
            case .diversion: diverted += transfer.fen
            case .clawback: recovered += transfer.fen
            case .writtenOff: writtenOff += transfer.fen
            case .purchase, .workUnit, .survey: events.paidBy.note(transfer.from, transfer.fen)
            default: break
            }
        }
    }

    mutating func add(_ other: Tally) {
        communities += other.communities
        residents += other.residents
        rungs.add(other.rungs)
        for n in needs.indices { needs[n] += other.needs[n] }
        need += other.need
        needVulnerable += other.needVulnerable
        trust += other.trust
        attitudes += other.attitudes
        ties += other.ties
        isolated += other.isolated
        organisations += other.organisations
        members += other.members
        running += other.running
        events.add(other.events)
        orientation += other.orientation
        facilitation += other.facilitation
        committeeHours += other.committeeHours
        freeHours += other.freeHours
        attention += other.attention
        heeded += other.heeded
        accuracy += other.accuracy
        invited += other.invited
        turnedAway += other.turnedAway
        service.add(other.service)
        partners.add(other.partners)
        order.add(other.order)
        market.add(other.market)
        design.add(other.design)
        acquaintance.add(other.acquaintance)
        hours.add(other.hours)
        spent += other.spent
        diverted += other.diverted
        recovered += other.recovered
        writtenOff += other.writtenOff
    }
}

/// What happened in a community this month and is counted once.
struct MonthEvents: Sendable, Equatable, Codable {
    var completed = 0
    var failed = 0
    var terminated = 0
    var organisationsFounded = 0
    var organisationsEnded = 0
    /// Residents who moved in.
    var moved = 0
    /// Residents who voted on projects.
    var ballots = 0
    /// Each counted evenly over the communities that it served.
    var socialOrganisationsLeft = 0.0
    /// Fen: standing service, wages and contracts, paid for the community; grants made to its projects.
    var standing: Int64 = 0
    var granted: Int64 = 0
    /// Of these to projects in visible domains.
    var grantedVisible: Int64 = 0
    /// Fen that partners of a coordinating body added to grants.
    var pooled: Int64 = 0
    /// Fen of what is standing that went to contracts and surveys; fen given to organisations by donors.
    var contracts: Int64 = 0
    var surveys: Int64 = 0
    var donated: Int64 = 0
    /// Fen of all that is done here, by who pays.
    var paidBy = PaidBy()
    /// Fen released into funds that the community takes part in, evenly over them, by who pays; what goes back later included.
    var released = PaidBy()

    mutating func add(_ other: MonthEvents) {
        completed += other.completed
        failed += other.failed
        terminated += other.terminated
        organisationsFounded += other.organisationsFounded
        organisationsEnded += other.organisationsEnded
        moved += other.moved
        ballots += other.ballots
        socialOrganisationsLeft += other.socialOrganisationsLeft
        standing += other.standing
        granted += other.granted
        grantedVisible += other.grantedVisible
        pooled += other.pooled
        contracts += other.contracts
        surveys += other.surveys
        donated += other.donated
        paidBy.add(other.paidBy)
        released.add(other.released)
    }

    mutating func end(_ state: Project.State) {
        switch state {
        case .running: break
        case .completed: completed += 1
        case .failed: failed += 1
        case .terminated: terminated += 1
        }
    }
}

/// Supply against demand in service units, and the need that was met.
struct ServiceBalance: Sendable, Equatable, Codable {
    var demand = 0.0
    var matched = 0.0
    /// Excess that could have met unmet demand in other domains, and excess beyond all demand.
    var misplaced = 0.0
    var overreach = 0.0
    var needMet = 0.0
    var projectUnits = 0.0
    var residentUnits = 0.0
    var purchased = 0.0
    var purchasedStrength = 0.0
    var projectNeedMet = 0.0
    var projectNeedMetVulnerable = 0.0

    mutating func add(_ other: ServiceBalance) {
        demand += other.demand
        matched += other.matched
        misplaced += other.misplaced
        overreach += other.overreach
        needMet += other.needMet
        projectUnits += other.projectUnits
        residentUnits += other.residentUnits
        purchased += other.purchased
        purchasedStrength += other.purchasedStrength
        projectNeedMet += other.projectNeedMet
        projectNeedMetVulnerable += other.projectNeedMetVulnerable
    }
}

extension ServiceMonth {
    /// The three failures of supply after Xing (2022), in service units, and what was met.
    var balance: ServiceBalance {
        var balance = ServiceBalance()
        var excess = 0.0
        for k in 0..<Domain.count {
            balance.demand += demand[k]
            balance.matched += min(demand[k], supply[k])
            excess += max(0, supply[k] - demand[k])
        }
        balance.misplaced = min(excess, balance.demand - balance.matched)
        balance.overreach = excess - balance.misplaced
        balance.needMet = needMet
        balance.projectUnits = projectUnits
        balance.residentUnits = residentUnits
        balance.purchased = purchased
        balance.purchasedStrength = purchasedStrength
        balance.projectNeedMet = projectNeedMet
        balance.projectNeedMetVulnerable = projectNeedMetVulnerable
        return balance
    }
}
