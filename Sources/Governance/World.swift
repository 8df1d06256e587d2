/// Everything that a run lives in: residents, organisations, government, money; advanced month by month.
///
/// A world is worked by one caller at a time. Within a month it may use several threads; their number never changes a
/// bit of what comes out.
public final class World {
    public let specification: ScenarioSpecification
    /// Sorted by id, whatever their order in the file.
    /// Where several processes live the run, those of this one.
    public internal(set) var communities: [Community]
    /// All communities of the run.
    let roster: Roster
    /// The processes that live the run together; nil where this one does alone.
    let company: Company?
    /// Where several do: what they ask one another about far ties, and what communities here have moved in accounts known to all
    /// since the others heard of it.
    private(set) var farTieDesk: FarTieDesk?
    var untold: [String: Int64] = [:]
    public internal(set) var organisations: [SocialOrganisation]
    /// Sorted by id.
    let firms: [FirmTerms]
    /// Ids of those whose capital has come in.
    var foundedFirms: Set<String> = []
    public internal(set) var government = Government()
    public internal(set) var ledger = Ledger()
    /// Who last paid how much into each fund.
    var paidIn: [String: [FundPayment]] = [:]
    /// Months lived, burn-in included.
    public internal(set) var monthsLived = 0
    /// Months lived since the scenario's start; below zero in the burn-in.
    public var monthsDone: Int { monthsLived - specification.burnIn }
    /// The month that comes next.
    public var date: YearMonth { specification.start + monthsDone }
    let context: RunContext
    private let scratches: [Scratch]
    /// For steps of society that look at residents, community after community.
    var scratch: Scratch { scratches[0] }

    /// Builds the world and lives through its burn-in.
    ///
    /// - Parameters:
    ///   - replicate: from 0; replicates share nothing but the scenario.
    ///   - threads: 1 or more; how many work on a month at once.
    /// - Throws: ``WorldError`` where a community is too large, two have one address, or the burn-in fails.
    public convenience init(
        _ specification: ScenarioSpecification, seed: UInt64, replicate: UInt32, threads: Int = 1
    ) throws(WorldError) {
        try self.init(founding: specification, seed: seed, replicate: replicate, threads: threads)
        for _ in 0..<specification.burnIn { try advanceBurnIn() }
    }

    /// Builds the world as it is before its burn-in, for callers who want to live that month by month too.
    public convenience init(
        founding specification: ScenarioSpecification, seed: UInt64, replicate: UInt32, threads: Int = 1
    ) throws(WorldError) {
        try self.init(founding: specification, seed: seed, replicate: replicate, threads: threads, company: nil)
    }

    /// The same in one of several processes, which all found it together: it peoples its share of the communities.
    ///
    /// - Parameter company: nil where this process lives the run alone.
    public convenience init(
        founding specification: ScenarioSpecification, seed: UInt64, replicate: UInt32, threads: Int, company: Company?
    ) throws(WorldError) {
        let context = RunContext(specification: specification, seed: seed, replicate: replicate)
        do throws(WorldError) {
            let founding = try Founding(context, company)
            self.init(
                context, founding.communities(context, threads: threads), founding.roster, threads: threads,
                company: company)
        } catch {
            company?.fail(error.description)
            throw error
        }
        do throws(ModelError) {
            if let company { farTieDesk = try FarTieDesk(self, company) }
            try Closing.noteFarTies(self)
        } catch { throw .elsewhere(error.description) }
    }

    /// A world of those communities in which no month has been lived.
    ///
    /// - Parameter roster: all communities of the run, where these are not all.
    init(
        _ context: RunContext, _ communities: [Community], _ roster: Roster? = nil, threads: Int,
        company: Company? = nil
    ) {
        let specification = context.specification
        let roster = roster ?? Roster(communities, streets: specification.district.streets.count)
        self.context = context
        self.roster = roster
        self.company = company
        self.specification = specification
        self.communities = communities
        firms = specification.firms.sorted { $0.id < $1.id }
        organisations = specification.organisations.map { terms in
            SocialOrganisation(
                terms: terms,
                communities: roster.specifications.indices.filter {
                    let own = roster.specifications[$0]
                    let groups = own.groupsAtStart(specification.rollout)
                    return terms.communities.includes(own.id, groups: groups)
                })
        }
        let largest = communities.map(\.residents.count).max() ?? 0
        scratches = (0..<max(1, threads)).map { _ in Scratch(capacity: largest) }
    }

    /// Lives a month of the burn-in.
    ///
    /// - Throws: ``WorldError`` `burnIn`; the world is then not to be used any more.
    public func advanceBurnIn() throws(WorldError) {
        do { try advance() } catch { throw .burnIn(month: monthsLived + 1, error) }
    }

    /// Lives one month.
    ///
    /// - Throws: ``ModelError``; the world is then not to be used any more.
    public func advance() throws(ModelError) { try advance(seenBy: nil) }

    /// Lives one month while somebody looks on, if anybody does.
    func advance(seenBy witness: (any Witness)?) throws(ModelError) {
        do throws(ModelError) { try live(seenBy: witness) } catch {
            // What another process has told, all know.
            if case .elsewhere = error { throw error }
            company?.fail(error.description)
            throw error
        }
    }

    private func live(seenBy witness: (any Witness)?) throws(ModelError) {
        let month = Month(
            run: context, number: UInt32(monthsLived + 1), date: date, isRecorded: monthsDone >= 0)
        ledger.beginMonth()
        for phase in Schedule.phases {
            switch phase {
            case .society(let name, let step):
                witness?.before(name, self, month)
                try step(self, month)
                witness?.after(name, self, month)
            case .communities(let steps):
                forEachCommunity { community, scratch in
                    for (name, step) in steps {
                        witness?.before(name, community, month, scratch)
                        step(&community, month, scratch)
                        witness?.after(name, community, month, scratch)
                    }
                }
            }
        }
        monthsLived += 1
    }

    /// Does `work` on every community, on as many threads as there are scratches; each touches its community alone.
    func forEachCommunity(_ work: @Sendable (inout Community, Scratch) -> Void) {
        communities.withUnsafeMutableBufferPointer { communities in
            Parallel.forEach(count: communities.count, workers: scratches, in: communities) { _, community, scratch in
                work(&community, scratch)
            }
        }
    }

    /// What `work` makes of each element, in their order; done on as many threads. It reads the world and changes nothing.
    func parallel<Element, Output>(_ elements: [Element], _ work: (Element) -> Output) -> [Output] {
        var outputs = [Output?](repeating: nil, count: elements.count)
        nonisolated(unsafe) let (elements, work) = (elements, work)
        outputs.withUnsafeMutableBufferPointer { outputs in
            Parallel.forEach(count: elements.count, workers: scratches, in: outputs) { n, output, _ in
                output = work(elements[n])
            }
        }
        return outputs.compactMap { $0 }
    }

    /// Ids of the communities that live here, in the order of ``observe(community:)``.
    public var communityIDs: [String] { communities.map(\.id) }

    /// The transfers of the month just lived, summed by payer, payee and purpose.
    public var flows: [MoneyFlow] { ledger.monthFlows }

    /// Values of all observables for the whole world after the month just lived, in the order of ``Observable/all``;
    /// NaN where one is undefined.
    public func observe() -> [Double] {
        var whole = Tally()
        for community in communities { whole.add(community.tally) }
        return Observable.values(whole)
    }

    /// The same for one community, by its place in ``communityIDs``.
    public func observe(community: Int) -> [Double] { Observable.values(communities[community].tally) }

    /// Bytes that a world of this scenario takes, nearly: residents, ties, and what each community holds beside them.
    public static func bytes(for specification: ScenarioSpecification, threads: Int = 1) -> Int {
        let counts = specification.people.communities.map { $0.adults(share: specification.people.adultShare) }
        let types = Dictionary(specification.people.types.map { ($0.id, $0) }) { first, _ in first }
        var far = 0.0
        for (community, count) in zip(specification.people.communities, counts) {
            far += Double(count) * (types[community.type]?.tiesBeyond ?? 0)
        }
        return counts.reduce(0, +) * ResidentBlock.bytesPerResident + Int(far) * MemoryLayout<FarTie>.stride
            + threads * (counts.max() ?? 0) * Scratch.bytesPerRow + counts.count
            * (Tally.bytes + 256 * MemoryLayout<Int>.stride)
    }
}

/// Why a world could not be built.
public enum WorldError: Error, Equatable, CustomStringConvertible {
    case tooLarge(community: String, residents: Int)
    /// Two communities whose ids hash to one address; one of them needs another id.
    case sameAddress(String, String)
    case unknownType(community: String, type: String)
    case unknownStreet(community: String, street: String)
    case burnIn(month: Int, ModelError)
    /// Another process of the run says so.
    case elsewhere(String)

    public var description: String {
        switch self {
        case .tooLarge(let community, let residents):
            "community \(community) has \(residents) residents, at most \(ResidentBlock.capacity) fit in one; divide it"
        case .sameAddress(let a, let b): "communities \(a) and \(b) have ids of one hash; give one of them another id"
        case .unknownType(let community, let type): "community \(community) is of an unknown type, \(type)"
        case .unknownStreet(let community, let street): "community \(community) is in an unknown street, \(street)"
        case .burnIn(let month, let error): "month \(month) of the burn-in: \(error)"
        case .elsewhere(let text): text
        }
    }
}

/// Why a month could not be lived: a breach of the model's own rules.
public enum ModelError: Error, Equatable, CustomStringConvertible {
    case ledger(LedgerError)
    case lever(LeverError)
    case allocation(String)
    /// Another process of the run says so.
    case elsewhere(String)

    public var description: String {
        switch self {
        case .ledger(let error): error.description
        case .lever(let error): error.description
        case .allocation(let text), .elsewhere(let text): text
        }
    }
}
