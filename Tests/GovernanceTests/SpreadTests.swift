import Numerics
import SpreadSupport
import Testing

@testable import Governance

@Suite("One run in several processes")
struct SpreadTests {
    /// Eight communities in two streets, with everything that crosses communities at work: far ties, a district's attention, funds of
    /// every rule, organisations, firms, visits and a roll-out.
    static func crossing(_ number: Int, change: (inout ScenarioSpecification) -> Void = { _ in })
        -> ScenarioSpecification
    {
        .random(number, communities: 8, residents: 70) {
            $0.burnIn = 2
            $0.people.variation = People.Variation(leadership: 0.3, facilitation: 0.1)
            $0.people.types[0].tiesBeyond = 0.8
            $0.people.types[0].workUnits = 0.4
            for c in $0.people.communities.indices {
                $0.people.communities[c].people += 17 * c
                $0.people.communities[c].merchants = 8
                $0.people.communities[c].idleSpace = 300
            }
            $0.institutions.support.access = true
            $0.institutions.support.money = 1
            $0.institutions.rights = .init(commission: true, design: true, deliver: true, assess: true)
            $0.institutions.capacity.visits = 1.4
            $0.institutions.capacity.guests = 2
            $0.institutions.partner.franchise = 5
            let start = $0.start
            var second = SocialOrganisationTerms.plain("later")
            second.from = start + 4
            second.release = .reactive
            $0.organisations.append(second)
            $0.firms = [.plain(), .plain("second")]
            $0.firms[1].from = start + 3
            $0.fundLines += [
                .plain("tickets", rule: .vouchers(.init(entitled: .everyone, monthly: 2_000, firms: true)), month: 2),
                .plain("bids", rule: .tender(TenderTerms(price: 0.5, quality: 0.5, bidders: 2)), month: 3),
                .plain("liking", rule: .discretion, month: 3),
                .plain("panel", rule: .jury(.init(committee: 1, coordinators: 1, residents: 3)), month: 4),
                .plain(
                    "lot",
                    rule: .jury(
                        .init(
                            committee: 1, coordinators: 1, residents: 3,
                            quotas: .init(committee: 3, coordinators: 2, residents: 5))), month: 4),
                .plain("click", rule: .ballot(.init(counting: .equalShares, electorate: .open)), month: 5),
                .plain(
                    "meeting",
                    rule: .ballot(
                        .init(counting: .phragmen, electorate: .meeting, delegates: 6, ballot: .cumulative)), month: 5),
            ]
            $0.fundLines[3].until = start + 13
            $0.fundLines[2].release = .fixed
            var rollout = Rollout(group: "in", others: "out", at: start + 2, pilots: 3)
            rollout.choice = number % 2 == 0 ? .volunteers : .best
            rollout.expansion = 6
            $0.rollout = rollout
            $0.events = [
                ScheduledEvent(
                    at: start + 3, title: $0.title, communities: .group("in"),
                    changes: [.init(lever: "linkage", value: .number(0.5))])
            ]
            change(&$0)
        }
    }

    /// What a month leaves: what is observed, and every community's residents.
    private struct Left: Equatable, Sendable {
        var whole: [UInt64]
        var communities: [UInt64]
        var flows: [MoneyFlow]
        var residents: [UInt64]
        var standing: [UInt64] = []
    }

    private static func live(_ specification: ScenarioSpecification, months: Int, _ company: Company?) throws -> [Left]
    {
        let world = try World(founding: specification, seed: 3, replicate: 1, threads: 1, company: company)
        for _ in 0..<specification.burnIn { try world.advanceBurnIn() }
        var standing = Standing(communities: world.communities.count)
        var left: [Left] = []
        for _ in 0..<months {
            try world.advance()
            standing.add(world)
            let seen = try world.observed(whole: true, communities: true, flows: true)
            left.append(
                Left(
                    whole: seen.whole.map(\.bitPattern), communities: seen.communities.map(\.bitPattern),
                    flows: seen.flows, residents: world.communities.map(\.bits)))
        }
        left[months - 1].standing = try world.gathered(standing).values.map(\.bitPattern)
        return left
    }

    @Test("every byte is that of the run in one process", arguments: zip([0, 1, 2, 3], [2, 3, 5, 11]))
    func sameBytes(number: Int, processes: Int) throws {
        let specification = Self.crossing(number)
        let alone = try Self.live(specification, months: 15, nil)
        let together = try ThreadTransport.together(processes) {
            try Self.live(specification, months: 15, $0)
        }
        for month in alone.indices {
            #expect(together[0][month].whole == alone[month].whole, "month \(month + 1)")
            #expect(together[0][month].communities == alone[month].communities)
            #expect(together[0][month].flows == alone[month].flows)
            #expect(together.flatMap { $0[month].residents } == alone[month].residents, "month \(month + 1)")
        }
        #expect(together[0].last?.standing == alone.last?.standing)
        #expect(together.dropFirst().allSatisfy { $0.allSatisfy { $0.whole.isEmpty && $0.flows.isEmpty } })
    }

    @Test func whatIsTestedHappens() throws {
        let specification = Self.crossing(1)
        let world = try World(specification, seed: 3, replicate: 1)
        var granting: Set<String> = []
        for _ in 0..<15 {
            try world.advance()
            for line in specification.fundLines {
                if world.flows.contains(where: {
                    $0.from.hasPrefix("fund:\(line.id)/") && $0.purpose != Purpose.surplus.rawValue
                }) {
                    granting.insert(line.id)
                }
            }
        }
        #expect(granting == Set(specification.fundLines.map(\.id)))
        #expect(world.communities.contains { $0.site != nil })
        #expect(world.communities.reduce(0) { $0 + $1.farTies.count } > 100)
        #expect(
            world.communities.allSatisfy { $0.arrival.lag != nil }
                && world.organisations.allSatisfy { $0.entered != nil })
    }

    @Test("streets that live in one process decide by themselves")
    func wholeStreets() throws {
        let specification = Self.crossing(2) {
            for c in $0.people.communities.indices { $0.people.communities[c].street = c < 4 ? "east" : "west" }
            for c in $0.people.communities.indices { $0.people.communities[c].people = 70 }
        }
        let alone = try Self.live(specification, months: 14, nil)
        let together = try ThreadTransport.together(2) { company in
            let left = try Self.live(specification, months: 14, company)
            return (left, company.traffic)
        }
        #expect(together[0].0.map(\.whole) == alone.map(\.whole))
        #expect(together[0].0.map(\.flows) == alone.map(\.flows))
        let divided = try ThreadTransport.together(3) { company in
            _ = try Self.live(specification, months: 14, company)
            return company.traffic
        }
        #expect(together[0].1.meetings < divided[0].meetings)
    }

    @Test("whoever fails ends all, with its own word", arguments: [0, 1, 2])
    func failure(place: Int) throws {
        let overdraft = Transfer(from: Account.project("none"), to: Account.households, purpose: .grant, fen: 5)
        let words = try ThreadTransport.together(3) { company -> String in
            let world = try World(founding: Self.crossing(0), seed: 1, replicate: 0, threads: 1, company: company)
            try world.advance()
            if company.place == place { world.communities[0].journal = [overdraft] }
            do throws(ModelError) { try world.advance() } catch { return error.description }
            return "went on"
        }
        let told = LedgerError.overdraft(overdraft, held: 0).description
        #expect(words == [told, told, told])
    }

    @Test func whoIsAtAnotherStepIsFoundOut() throws {
        let words = try ThreadTransport.together(2) { company -> String in
            do throws(ModelError) { _ = try company.gather(company.isFirst ? "one" : "other") } catch {
                return error.description
            }
            return "went on"
        }
        #expect(words.allSatisfy { $0.contains("not at one step") })
    }

    @Test func foundingThatFailsFailsEverywhere() throws {
        let specification = Self.crossing(0) { $0.people.communities[6].type = "castles" }
        let errors = try ThreadTransport.together(3) { company -> WorldError? in
            do throws(WorldError) {
                _ = try World(founding: specification, seed: 1, replicate: 0, threads: 1, company: company)
            } catch { return error }
            return nil
        }
        #expect(errors == Array(repeating: .unknownType(community: "g", type: "castles"), count: 3))
    }

    @Test("shares are next to one another, and as even as whole communities can be")
    func shares() {
        for number in 0..<50 {
            var draws = Stream(seed: 4, replicate: 0, name: "shares").draws(agent: UInt64(number), month: 0)
            let counts = (0..<(1 + draws.integer(below: 60))).map { _ in 1 + draws.integer(below: 3_000) }
            let processes = 1 + draws.integer(below: 12)
            let homes = Roster.homes(counts, processes: processes)
            #expect(homes == homes.sorted() && homes.allSatisfy { (0..<processes).contains($0) })
            let (mean, largest) = (Double(counts.reduce(0, +)) / Double(processes), Double(counts.max() ?? 0))
            for place in 0..<processes {
                let share = zip(homes, counts).reduce(0) { $0 + ($1.0 == place ? $1.1 : 0) }
                #expect(abs(Double(share) - mean) <= largest)
            }
        }
    }

    @Test("a message is counted where it leaves and where it comes")
    func traffic() throws {
        let traffic = try ThreadTransport.together(4) { company -> Company.Traffic in
            _ = try Self.live(Self.crossing(1), months: 3, company)
            return company.traffic
        }
        #expect(Set(traffic.map(\.meetings)).count == 1)
        #expect(traffic.reduce(0) { $0 + $1.sent } == traffic.reduce(0) { $0 + $1.received })
        #expect(traffic.allSatisfy { $0.messages >= 3 * $0.meetings && $0.sent > 0 })
    }
}

extension Community {
    /// One word that changes with any bit of any resident.
    fileprivate var bits: UInt64 {
        let bytes = UnsafeRawBufferPointer(start: residents.base, count: residents.byteCount)
        var word = UInt64(farTies.count)
        for tie in farTies { word = Identity.compose(word, UInt64(tie.active.bitPattern)) }
        return bytes.reduce(word) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
