import Testing

@testable import Governance

@Suite("Needs are found out")
struct SensingTests {
    let p = Sensing.Parameters()

    @Test func byHand() {
        #expect(isClose(Sensing.combined([0.5, 0.5, 0]), 0.75))
        // Four hours per 100 residents are one unit of the exponential: 0.5 (1 - 1/e) orientation.
        #expect(isClose(Sensing.contact(hours: 4, orientation: 0.5, p), 0.5 * 0.632_120_559 * 0.5))
        #expect(isClose(Sensing.survey(share: 0.05, age: 0, p), 0.3))
        #expect(isClose(Sensing.survey(share: 0.05, age: 12, p), 0.15))
        #expect(Sensing.survey(share: 0.05, age: nil, p) == 0)
        var forgetful = p
        forgetful.surveyHalfLife = 6
        #expect(isClose(Sensing.survey(share: 0.05, age: 12, forgetful), 0.075))
        let perceived = Sensing.perceived(true: [0.6, 0.4], template: [0.5, 0.5], accuracy: 0.5, errors: [0.1, -1])
        #expect(zip(perceived, [0.6 / 0.6, 0]).allSatisfy { isClose($0, $1) })
    }

    @Test(arguments: 0..<5) func sharesSumToOne(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            let before = community.residents.columns
            Sensing.step(&community, month, scratch)
            #expect((0...1).contains(community.knowledge.accuracy))
            #expect(community.knowledge.shares.allSatisfy { $0 >= 0 })
            #expect(isClose(community.knowledge.shares.reduce(0, +), 1))
            #expect(community.residents.columns == before)
        }
    }

    @Test func whoKnowsNothingFollowsTheTemplate() {
        withAnyCommunity(2, { $0.parameters.sensing.noise = 0 }) { community, month, scratch in
            community.institutions.sensing = Institutions.SensingMethods()
            community.committee.orientation = 0
            Sensing.step(&community, month, scratch)
            #expect(community.knowledge.accuracy == 0)
            let template = month.run.specification.publicService.template
            #expect(zip(community.knowledge.shares, template).allSatisfy { isClose($0, $1) })
        }
    }

    /// Asked in the first month of the lever and every twelfth after; what was learnt is forgotten meanwhile.
    @Test func theSurveyIsYearly() {
        withAnyCommunity(1) { community, month, scratch in
            community.institutions.sensing.survey = 0.2
            let ages = (0..<25).map { _ in
                Sensing.step(&community, month, scratch)
                return community.knowledge.surveyAge
            }
            #expect(ages == (0..<25).map { $0 % 12 })
            // Three surveys of twelve of 60 residents at two yuan each.
            #expect(community.journal.map(\.fen) == [2_400, 2_400, 2_400])
            #expect(community.journal.allSatisfy { $0.from == Account.streetBudget && $0.purpose == .survey })
            #expect(community.events.standing == 7_200)
        }
    }

    /// Without noise, the error left is what is not known of the distance between template and truth.
    @Test func moreMethodsLessError() {
        withAnyCommunity(4, { $0.parameters.sensing.noise = 0 }) { community, month, scratch in
            community.engagement.rungs = [40, 10, 5, 3, 2, 0, 0, 0]
            let methods: [WritableKeyPath<Institutions.SensingMethods, Double>] = [
                \.survey, \.assembly, \.platform, \.immersion,
            ]
            let truth = community.needs.shares
            func distance(_ shares: [Double]) -> Double { zip(shares, truth).reduce(0) { $0 + abs($1.0 - $1.1) } }
            community.institutions.sensing = Institutions.SensingMethods()
            Sensing.step(&community, month, scratch)
            let whole = distance(month.run.specification.publicService.template)
            var known = community.knowledge.accuracy
            for method in methods {
                community.institutions.sensing[keyPath: method] = 0.5
                Sensing.step(&community, month, scratch)
                #expect(community.knowledge.accuracy > known)
                known = community.knowledge.accuracy
                #expect(isClose(distance(community.knowledge.shares), (1 - known) * whole))
            }
        }
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            community.committee.freeHours = 100
            Sensing.step(&community, month, scratch)
            #expect(
                written(community.knowledge.accuracy, community.knowledge.shares[2])
                    == "0.6849032253850933 0.14246785114588223")
        }
    }
}
