/// Questions to a run. A world that is asked stays where it is: what is asked is lived in a copy of it.
extension World {
    /// Where a resident lives.
    struct Home: Sendable, Equatable {
        let number: Int
        let community: String
        let row: Int
    }

    /// The numbers of all residents (``ResidentExplanation/Person``).
    public var residentNumbers: ClosedRange<Int> { 1...communities.reduce(0) { $0 + $1.residents.count } }

    /// The months of the scenario that lie ahead, counted from 1.
    public var monthsAhead: ClosedRange<Int> { (monthsDone + 1)...max(monthsDone + 1, specification.months) }

    /// Why that resident joins or stays away in that month.
    ///
    /// - Throws: ``ExplanationError`` where there is no such resident, or the month does not lie ahead of this world.
    public func explain(resident number: Int, month: Int) throws(ExplanationError) -> ResidentExplanation {
        try explain(residents: [number], month: month)[0]
    }

    /// The same of several residents, in their order.
    public func explain(residents numbers: [Int], month: Int) throws(ExplanationError) -> [ResidentExplanation] {
        var homes: [Home] = []
        for number in numbers { homes.append(try home(of: number)) }
        let witness = ResidentWitness(homes)
        _ = try living(month, seenBy: witness)
        let explanations = numbers.compactMap { witness.explanations[$0] }
        precondition(explanations.count == numbers.count, "every resident decides in every month")
        return explanations
    }

    /// What every resident decides in that month, by number.
    ///
    /// - Throws: ``ExplanationError`` where the month does not lie ahead of this world.
    public func decisions(month: Int) throws(ExplanationError) -> [ResidentDecision] {
        let witness = DecisionWitness()
        _ = try living(month, seenBy: witness)
        return witness.decisions
    }

    /// What moved in an account in that month.
    ///
    /// - Throws: ``ExplanationError`` where there is no such account by then, or the month does not lie ahead.
    public func explain(account: String, month: Int) throws(ExplanationError) -> AccountMonth {
        let witness = AccountWitness(account)
        let world = try living(month, seenBy: witness)
        return try AccountMonth(account, opening: witness.opening, isOld: witness.isOld, world, month: month)
    }

    /// What a committee did with its hours in that month, and what moved it.
    ///
    /// - Parameter committee: its community's id, or the community's place in the order of ids, from 1.
    /// - Throws: ``ExplanationError`` where there is no such committee, or the month does not lie ahead.
    public func explain(committee: String, month: Int) throws(ExplanationError) -> CommitteeTurn {
        let place = Int(committee).map { $0 - 1 }.flatMap { communities.indices.contains($0) ? $0 : nil }
        guard let c = communities.firstIndex(where: { $0.id == committee }) ?? place else {
            throw .unknown(.committee, name: committee, known: communityIDs)
        }
        let witness = CommitteeWitness(communityIDs[c])
        _ = try living(month, seenBy: witness)
        guard let turn = witness.turn else { preconditionFailure("every committee has a turn every month") }
        return turn
    }

    /// A project's life, from its proposal to its end.
    ///
    /// - Parameter lived: called after each month, with its number.
    /// - Throws: ``ExplanationError`` where none of that id is proposed in the months ahead.
    public func story(
        ofProject id: String, lived: (Int) -> Void = { _ in }
    ) throws(ExplanationError) -> ProjectStory {
        let witness = ProjectWitness(id)
        try live(seenBy: witness, lived) { witness.isOver }
        guard let story = witness.story else { throw .unknown(.project, name: id, known: witness.known) }
        return story
    }

    /// The life of a social organisation or of residents' own organisation, to its end or the scenario's.
    ///
    /// - Parameters:
    ///   - id: the scenario's id of a social organisation, or `COMMUNITY/organisation-N`.
    ///   - lived: called after each month, with its number.
    /// - Throws: ``ExplanationError`` where there is none of that id.
    public func story(
        ofOrganisation id: String, lived: (Int) -> Void = { _ in }
    ) throws(ExplanationError) -> OrganisationStory {
        if let o = organisations.firstIndex(where: { $0.terms.id == id }) {
            let witness = SocialOrganisationWitness(o)
            try live(seenBy: witness, lived) { false }
            return .social(witness.story(organisations[o].terms))
        }
        let witness = ResidentOrganisationWitness(id)
        try live(seenBy: witness, lived) { witness.isOver }
        guard let story = witness.story else {
            throw .unknown(.organisation, name: id, known: organisations.map(\.terms.id) + witness.known)
        }
        return .residents(story)
    }

    func home(of number: Int) throws(ExplanationError) -> Home {
        var row = number - 1
        for community in communities where row >= 0 {
            if row < community.residents.count { return Home(number: number, community: community.id, row: row) }
            row -= community.residents.count
        }
        throw .resident(number, valid: residentNumbers)
    }

    /// A copy of this world that has lived to the end of that month, the month itself seen by the witness.
    private func living(_ month: Int, seenBy witness: any Witness) throws(ExplanationError) -> World {
        guard monthsAhead.contains(month) else { throw .month(month, valid: monthsAhead) }
        let world = try copy()
        do throws(ModelError) {
            while world.monthsDone < month - 1 { try world.advance() }
            try world.advance(seenBy: witness)
        } catch { throw .run(error.description) }
        return world
    }

    /// Lives a copy of this world to the scenario's end, or until it is over.
    private func live(
        seenBy witness: any Witness, _ lived: (Int) -> Void, until isOver: () -> Bool
    ) throws(ExplanationError) {
        let world = try copy()
        while world.monthsDone < specification.months, !isOver() {
            do throws(ModelError) { try world.advance(seenBy: witness) } catch { throw .run(error.description) }
            lived(world.monthsDone)
        }
    }

    private func copy() throws(ExplanationError) -> World {
        do throws(SnapshotError) { return try World(snapshot(), specification) } catch {
            throw .run(error.description)
        }
    }
}
