import Numerics

/// Passes the state of a run, one stored property after another, to a snapshot or from one: what is listed once is both
/// saved and loaded.
protocol StateTape {
    /// Saves the value, or puts a loaded one in its place.
    func carry<Value: Codable>(_ name: String, _ value: inout Value) throws
    /// The same for the columns of residents, as they stand in memory.
    func carry(_ residents: ResidentBlock) throws
}

/// Where a property stands: a layout that has changed is noticed at the first that is another.
private func tag(_ name: String) -> UInt32 { UInt32(truncatingIfNeeded: Identity.hash(name)) }

extension SnapshotWriter: StateTape {
    func carry<Value: Codable>(_ name: String, _ value: inout Value) throws {
        tag(name).pack(self)
        try put(value)
    }

    func carry(_ residents: ResidentBlock) throws {
        residents.count.pack(self)
        append(UnsafeRawBufferPointer(start: residents.base, count: residents.byteCount))
    }
}

extension SnapshotReader: StateTape {
    func carry<Value: Codable>(_ name: String, _ value: inout Value) throws {
        guard try UInt32.unpack(self) == tag(name) else { throw SnapshotError.otherModel }
        value = try take(Value.self)
    }

    func carry(_ residents: ResidentBlock) throws {
        guard try Int.unpack(self) == residents.count else { throw SnapshotError.damaged }
        try next(residents.byteCount) { bytes in
            UnsafeMutableRawBufferPointer(start: residents.base, count: residents.byteCount).copyMemory(from: bytes)
        }
    }
}

extension Community {
    /// Every stored property that lives; the others follow from the scenario and the residents (``countTraits()``). What
    /// stands at the other ends of far ties is not carried either: it is looked at again once all residents are there.
    mutating func carry(on tape: some StateTape) throws {
        try tape.carry(residents)
        var ends = FarTieEnds(farTies)
        try tape.carry("farTies", &ends)
        farTies = try ends.ties()
        try tape.carry("institutions", &institutions)
        try tape.carry("committee", &committee)
        try tape.carry("groups", &groups)
        try tape.carry("arrival", &arrival)
        try tape.carry("taught", &taught)
        try tape.carry("organisations", &organisations)
        try tape.carry("nextSlot", &nextSlot)
        try tape.carry("history", &history)
        try tape.carry("projects", &projects)
        try tape.carry("proposals", &proposals)
        try tape.carry("tender", &tender)
        try tape.carry("alignment", &alignment)
        try tape.carry("merchants", &merchants)
        try tape.carry("workUnit", &workUnit)
        try tape.carry("workUnitMembers", &workUnitMembers)
        try tape.carry("voted", &voted)
        try tape.carry("acquainted", &acquainted)
        try tape.carry("site", &site)
        try tape.carry("leftBy", &leftBy)
        try tape.carry("exclusive", &exclusive)
        try tape.carry("needs", &needs)
        try tape.carry("knowledge", &knowledge)
        try tape.carry("engagement", &engagement)
        try tape.carry("service", &service)
        try tape.carry("experience", &experience)
        try tape.carry("purses", &purses)
        try tape.carry("vouchers", &vouchers)
        try tape.carry("held", &held)
        try tape.carry("issues", &issues)
        try tape.carry("unrest", &unrest)
        try tape.carry("presence", &presence)
        try tape.carry("earnings", &earnings)
        try tape.carry("hoursBank", &hoursBank)
        try tape.carry("barredUntil", &barredUntil)
        try tape.carry("journal", &journal)
        try tape.carry("events", &events)
        try tape.carry("tally", &tally)
    }
}

/// Where far ties lead, as columns.
private struct FarTieEnds: Codable {
    let from: [UInt16]
    let community: [UInt32]
    let to: [UInt16]

    init(_ ties: [FarTie]) {
        from = ties.map(\.from)
        community = ties.map(\.community)
        to = ties.map(\.to)
    }

    func ties() throws -> [FarTie] {
        guard from.count == community.count, from.count == to.count else { throw SnapshotError.damaged }
        return from.indices.map { FarTie(from: from[$0], community: community[$0], to: to[$0]) }
    }
}

extension SocialOrganisation {
    /// Every stored property but its terms and whom it serves, which are the scenario's.
    mutating func carry(on tape: some StateTape) throws {
        try tape.carry("professionalism", &professionalism)
        try tape.carry("capture", &capture)
        try tape.carry("isPresent", &isPresent)
        try tape.carry("hasLeft", &hasLeft)
        try tape.carry("entered", &entered)
        try tape.carry("monthsShort", &monthsShort)
        try tape.carry("income", &income)
        try tape.carry("size", &size)
    }
}
