import Testing

@testable import Governance

@Suite("Trainers' hours are finite")
struct TrainingTests {
    /// A community after a month of training by an organisation of so many hours.
    private func trained(_ hours: Double, _ capacity: Institutions.CapacityBuilding) -> Community? {
        var result: Community?
        withCommunity(10) { community, month, scratch in
            community.institutions.capacity = capacity
            community.institutions.cultivation = 0.5
            community.presence.add(
                PresentOrganisation(
                    place: 0, id: "o", hours: hours, professionalism: 0.5, integrity: 1, capture: 0, relation: 0,
                    age: 0,
                    communities: 1))
            Training.step(&community, month, scratch)
            result = community
        }
        return result
    }

    private func capacity(days: Double, day: Double, advice: Double) -> Institutions.CapacityBuilding {
        var capacity = Institutions.CapacityBuilding()
        (capacity.committeeTraining, capacity.trainerHours, capacity.adviserHours) = (days, day, advice)
        return capacity
    }

    @Test func withinTheirHoursAllIsTaught() throws {
        let community = try #require(trained(60, capacity(days: 2, day: 16, advice: 40)))
        #expect(community.taught == 1 && community.presence.taken == 52)
        #expect(community.trainingDays == 2 && community.cultivation == 0.5)
    }

    @Test func beyondThemInProportion() throws {
        let community = try #require(trained(26, capacity(days: 2, day: 16, advice: 40)))
        #expect(community.taught == 0.5 && community.presence.taken == 26)
        #expect(community.trainingDays == 1 && community.cultivation == 0.25)
    }

    @Test func withoutTrainersNothing() throws {
        let community = try #require(trained(0, capacity(days: 1, day: 16, advice: 0)))
        #expect(community.trainingDays == 0 && community.presence.taken == 0)
    }

    @Test func whereHoursAreNotAskedTheyAreWithoutNumber() throws {
        let community = try #require(trained(0, capacity(days: 1, day: 0, advice: 0)))
        #expect(community.trainingDays == 1 && community.cultivation == 0.5 && community.presence.taken == 0)
    }

    /// More hours never teach less, and never more than is asked.
    @Test func moreHoursTeachMore() {
        var before = 0.0
        for hours in stride(from: 0.0, through: 100, by: 5) {
            let taught = Training.taught(asked: 52, hours: hours)
            #expect(taught >= before && taught <= 1)
            before = taught
        }
    }
}
