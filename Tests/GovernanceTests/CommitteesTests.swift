import Testing

@testable import Governance

@Suite("Committees learn and turn")
struct CommitteesTests {
    let p = Committees.Parameters()

    @Test func byHand() {
        // 0.4 + 0.03 x 0.5 x 0.6 - 0.02 x 0.3 x 0.4; 0.3 + (0.02 x 2 + 0.01 / 2) x 0.7 - 0.01 x 0.1.
        #expect(isClose(Committees.orientation(0.4, contact: 0.5, load: 0.3, p), 0.4066))
        #expect(isClose(Committees.facilitation(0.3, days: 2, meetings: 2, start: 0.2, p), 0.3305))
        #expect(
            Committees.facilitation(0.3, days: 0, meetings: 9, start: 0.3, p)
                == Committees.facilitation(0.3, days: 0, meetings: 4, start: 0.3, p))
        var busier = p
        busier.fullMeetings = 5
        #expect(isClose(Committees.facilitation(0.3, days: 2, meetings: 2, start: 0.2, busier), 0.3298))
    }

    /// Of 600 hours 300 are free and 150 go to residents: contact a quarter, load a half.
    @Test func hoursAreCompared() {
        withCommunity(3) { community, month, scratch in
            (community.committee.freeHours, community.committee.residentHours) = (300, 150)
            Committees.step(&community, month, scratch)
            let (up, down) = (0.03 * 0.25 * 0.6, 0.02 * 0.5 * 0.4)
            #expect(isClose(community.committee.orientation, 0.4 + up - down))
            #expect(community.committee.facilitation == 0.3)
        }
    }

    @Test(arguments: 0..<4) func bounds(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            community.institutions.capacity.committeeTraining = 20
            for _ in 0..<50 {
                Mobilisation.step(&community, month, scratch)
                Committees.step(&community, month, scratch)
                #expect((0...1).contains(community.committee.orientation))
                #expect((0...1).contains(community.committee.facilitation))
            }
        }
    }

    /// Orientation settles where up contact (1 - o) = down load o; facilitation where what is learnt is forgotten.
    @Test func settles() {
        var (orientation, facilitation) = (0.9, 0.1)
        for _ in 0..<3_000 {
            orientation = Committees.orientation(orientation, contact: 0.2, load: 0.6, p)
            facilitation = Committees.facilitation(facilitation, days: 1, meetings: 0, start: 0.3, p)
        }
        #expect(isClose(orientation, p.up * 0.2 / (p.up * 0.2 + p.down * 0.6)))
        #expect(isClose(facilitation, (p.train + p.forgetting * 0.3) / (p.train + p.forgetting)))
        #expect(Committees.orientation(0.4, contact: 0, load: 0, p) == 0.4)
    }

    @Test func directions() {
        for o in [0.1, 0.5, 0.9] {
            let now = Committees.orientation(o, contact: 0.3, load: 0.3, p)
            #expect(Committees.orientation(o, contact: 0.4, load: 0.3, p) > now)
            #expect(Committees.orientation(o, contact: 0.3, load: 0.4, p) < now)
            let able = Committees.facilitation(o, days: 1, meetings: 1, start: 0.3, p)
            #expect(Committees.facilitation(o, days: 2, meetings: 1, start: 0.3, p) > able)
            #expect(Committees.facilitation(o, days: 1, meetings: 2, start: 0.3, p) > able)
        }
    }

    @Test func golden() {
        var (orientation, facilitation) = (0.4, 0.3)
        for month in 0..<24 {
            orientation = Committees.orientation(orientation, contact: 0.3, load: 0.5, p)
            facilitation = Committees.facilitation(facilitation, days: 0.5, meetings: month % 5, start: 0.3, p)
        }
        #expect(written(orientation, facilitation) == "0.42718660252518287 0.4893836003168558")
    }
}
