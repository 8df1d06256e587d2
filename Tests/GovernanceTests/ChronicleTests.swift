import Testing

@testable import Governance

@Suite("The chronicle of a run")
struct ChronicleTests {
    /// Two years of a world with all that there is, told.
    private func told(_ number: Int) throws -> (world: World, months: [(events: MonthEvents, told: [Occurrence])]) {
        let world = try World.lived(SnapshotTests.rich(number), months: 0, seed: UInt64(number))
        var chronicle = Chronicle()
        var months: [(MonthEvents, [Occurrence])] = []
        for _ in 0..<24 {
            let told = try world.advance(telling: &chronicle)
            months.append((world.communities.reduce(into: MonthEvents()) { $0.add($1.tally.events) }, told))
        }
        return (world, months)
    }

    @Test("telling changes nothing, to the bit", arguments: 0..<4)
    func sameBits(number: Int) throws {
        let untold = try World.lived(SnapshotTests.rich(number), months: 24, seed: UInt64(number))
        #expect(try told(number).world.snapshot() == untold.snapshot())
    }

    @Test("what is counted of organisations and projects is told, each once", arguments: 0..<4)
    func counts(number: Int) throws {
        for (month, (events, told)) in try told(number).months.enumerated() {
            func count(_ kind: String) -> Int { told.count { $0.kind == kind } }
            #expect(count("organisation-founded") == events.organisationsFounded, "month \(month + 1)")
            #expect(count("organisation-ended") == events.organisationsEnded, "month \(month + 1)")
            #expect(count("project-completed") == events.completed, "month \(month + 1)")
            #expect(count("project-failed") == events.failed, "month \(month + 1)")
            #expect(count("project-terminated") == events.terminated, "month \(month + 1)")
        }
    }

    @Test("a cause that is told is the one that the story of it tells")
    func causes() throws {
        let start = try World.lived(SnapshotTests.rich(1), months: 0, seed: 1)
        var seen = 0
        // Each story is lived anew.
        for (_, told) in try told(1).months where seen < 8 {
            for occurrence in told {
                switch occurrence {
                case .projectEnded(let project, let cause, _):
                    #expect(try start.story(ofProject: project.id).end?.cause == cause)
                    seen += 1
                case .organisationEnded(let own, let cause):
                    guard case .residents(let story) = try start.story(ofOrganisation: own.id) else { break }
                    #expect(story.end?.cause == cause)
                    seen += 1
                default: break
                }
            }
        }
        #expect(seen > 3)
    }

    @Test("dated events, those who come and money that is decided on are told in their month")
    func dated() throws {
        let told = try told(2).months.map { $0.told.map(\.kind) }
        #expect(told[9].contains("scheduled") && told.enumerated().allSatisfy { $0 == 9 || !$1.contains("scheduled") })
        #expect(told[7].contains("organisation-came"))
        #expect(told.joined().contains("decided") && told.joined().contains("project-funded"))
        // What was there at the start is no news.
        #expect(!told[0].contains("organisation-came") && !told[0].contains("committee-turned"))
    }

    @Test func whatWaversAboutAMarkIsToldOnce() {
        var side = Chronicle.Side()
        #expect(side.turn(of: "a", 0.1) == nil)
        #expect(side.turn(of: "a", -0.01) == nil)
        #expect(side.turn(of: "a", -0.03) == false)
        #expect(side.turn(of: "a", 0.01) == nil)
        #expect(side.turn(of: "a", 0.02) == true)
        #expect(side.turn(of: "b", 0.3, from: false) == true)
    }

    @Test("who works together is who stands in the columns")
    func society() throws {
        let world = try World.lived(.lively(), months: 12)
        let society = world.society
        #expect(!society.residents.isEmpty)
        for team in society.residents {
            let community = try #require(world.communities.firstIndex { $0.id == team.community })
            let first = 1 + world.communities[..<community].reduce(0) { $0 + $1.residents.count }
            let members = team.members.map { world.communities[community].residents.membership[$0 - first] }
            #expect(Set(members).count == 1 && members[0] != 0 && team.members.contains(team.leader))
        }
        for number in [1, 150, 401] {
            for other in try world.ties(of: number) {
                #expect(try world.ties(of: other).contains(number) || other != number)
            }
        }
        #expect(try world.ties(of: 1).count >= Int(world.communities[0].residents.tieCount[0]))
        #expect(throws: ExplanationError.resident(601, valid: 1...600)) { try world.ties(of: 601) }
    }
}
