import Numerics
import Testing

@testable import Governance

@Suite("Why residents join or stay away")
struct ResidentExplanationTests {
    /// Residents by number: community and row.
    private func places(_ world: World) -> [(community: Int, row: Int)] {
        world.communities.indices.flatMap { c in (0..<world.communities[c].residents.count).map { (c, $0) } }
    }

    /// What the thresholds told of make of a resident, by the rule alone.
    private func rung(_ why: ResidentExplanation) -> Int {
        let reached = why.rungs.filter(\.isReached).map(\.rung).max() ?? 0
        return why.invited?.invitation?.answer == .came ? max(1, reached) : reached
    }

    /// Any levers, all kinds of funds, firms and organisations; some months, across the turn of a year.
    @Test("what is told is what was decided, for every resident under any institutions", arguments: 0..<8)
    func decisions(number: Int) throws {
        let world = try World.lived(SnapshotTests.rich(number), months: 0, seed: UInt64(number))
        var answers: Set<Answer> = []
        var rungs: Set<Int> = []
        for month in 1...14 {
            guard month % 4 < 3 else {
                try world.advance()
                continue
            }
            let why = try world.explain(residents: Array(world.residentNumbers), month: month)
            let short = try world.decisions(month: month)
            let before = places(world).map { world.communities[$0.community].residents.rung[$0.row] }
            try world.advance()
            for (n, place) in places(world).enumerated() {
                let residents = world.communities[place.community].residents
                #expect(why[n].rung == Int(residents.rung[place.row]) && why[n].rung == rung(why[n]))
                #expect(short[n].rung == why[n].rung && short[n].utility == why[n].utility)
                // Who has moved in since had a rung of nobody's.
                #expect(why[n].before == Int(before[n]) || why[n].person.since == month)
                #expect(why[n].before == short[n].before)
                if let asked = why[n].invited, let answer = asked.invitation?.answer {
                    #expect(asked.isReached == (answer != .declined))
                    #expect(short[n].asked?.answer == answer && (short[n].asked?.margin ?? -1 >= 0) == asked.isReached)
                    answers.insert(answer)
                }
                rungs.insert(why[n].rung)
            }
        }
        #expect(answers.contains(.came) && answers.contains(.declined) && rungs.count > 2)
    }

    /// To the last bit: the noise drawn for one is that drawn for all, and terms are added in the mechanism's order.
    @Test("terms sum to the utility that decided, bit by bit", arguments: 0..<6)
    func terms(number: Int) throws {
        let world = try World.lived(.random(number, communities: 1, residents: 120), months: 3, seed: 4)
        let why = try world.explain(residents: Array(world.residentNumbers), month: 4)
        try world.advance()
        for (row, resident) in why.enumerated() {
            let sum = resident.terms.dropFirst().reduce(Float(resident.terms[0].amount)) { $0 + Float($1.amount) }
            #expect(sum.bitPattern == Float(resident.utility).bitPattern)
            #expect(sum.bitPattern == world.scratch.utility[row].bitPattern)
            let offer = world.scratch.offer[row]
            switch resident.invited?.invitation?.answer {
            case .came: #expect(offer > 0 && offer < Scratch.turnedAway)
            case .turnedAway: #expect(offer == Scratch.turnedAway)
            case .declined, nil: #expect(offer == 0)
            }
            for asked in resident.activities {
                let sum = asked.terms.reduce(Float(resident.utility)) { $0 + Float($1.amount) }
                #expect(sum.bitPattern == Float(asked.utility).bitPattern)
            }
            if let member = resident.membership {
                let sum = member.terms.reduce(Float(resident.utility)) { $0 + Float($1.amount) }
                #expect(sum.bitPattern == Float(member.utility).bitPattern)
            }
        }
    }

    @Test("looking on changes no byte", arguments: 0..<4)
    func probe(number: Int) throws {
        let specification = SnapshotTests.rich(number)
        let (seen, unseen) = (try World.lived(specification, months: 2), try World.lived(specification, months: 2))
        for _ in 0..<3 {
            let homes = try seen.residentNumbers.map { try seen.home(of: $0) }
            let witness = ResidentWitness(homes)
            try seen.advance(seenBy: witness)
            #expect(witness.explanations.count == homes.count)
            try seen.advance(seenBy: DecisionWitness())
            try seen.advance(seenBy: ProjectWitness("none"))
            for _ in 0..<3 { try unseen.advance() }
            #expect(seen.snapshot() == unseen.snapshot())
        }
        let asked = seen.snapshot()
        _ = try seen.explain(resident: 1, month: seen.monthsDone + 2)
        #expect(seen.snapshot() == asked)
    }

    /// Whatever is asked earlier or later: the run before the month is lived all the same.
    @Test func farAhead() throws {
        let early = try World.lived(.lively(), months: 0)
        let late = try World.lived(.lively(), months: 6)
        #expect(try early.explain(resident: 17, month: 7) == late.explain(resident: 17, month: 7))
    }

    /// Under other institutions it is the same person with the same luck, who moves in the same month.
    @Test func commonRandomNumbers() throws {
        let other = ScenarioSpecification.lively { $0.institutions = Institutions() }
        let (here, there) = (try World.lived(.lively(), months: 8), try World.lived(other, months: 8))
        let numbers = Array(here.residentNumbers)
        let pairs = try zip(here.explain(residents: numbers, month: 9), there.explain(residents: numbers, month: 9))
        var differ = false
        for (a, b) in pairs {
            #expect(a.draw == b.draw && a.terms[0] == b.terms[0] && a.terms[2] == b.terms[2])
            #expect(a.person.since == b.person.since && a.person.age == b.person.age)
            differ = differ || a.utility != b.utility
        }
        #expect(differ)
    }

    /// Those said to have moved in are those whom the runs say have.
    @Test func arrivals() throws {
        let world = try World.lived(.lively(communities: 1), months: 0)
        var since = [Int?](repeating: nil, count: world.residentNumbers.count)
        var standing = (0..<since.count).map { world.communities[0].residents.standing[$0] }
        for month in 1...10 {
            try world.advance()
            for row in since.indices where world.communities[0].residents.standing[row] != standing[row] {
                since[row] = month
                standing[row] = world.communities[0].residents.standing[row]
            }
        }
        let told = try world.explain(residents: Array(world.residentNumbers), month: 11).map(\.person.since)
        #expect(told.filter { $0 != 11 } == zip(since, told).filter { $0.1 != 11 }.map(\.0))
        #expect(since.contains { $0 != nil })
    }

    @Test func refusals() throws {
        let world = try World.lived(.small(), months: 3)
        #expect(throws: ExplanationError.resident(601, valid: 1...600)) { try world.explain(resident: 601, month: 4) }
        #expect(throws: ExplanationError.resident(0, valid: 1...600)) { try world.explain(resident: 0, month: 4) }
        for month in [3, 25] {
            #expect(throws: ExplanationError.month(month, valid: 4...24)) {
                try world.explain(resident: 1, month: month)
            }
        }
    }
}
