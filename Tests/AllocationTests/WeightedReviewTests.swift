import Testing

@testable import Allocation

@Suite struct WeightedReviewTests {
    let projects = [
        BallotProject(id: "opera", cost: 8_000), BallotProject(id: "garden", cost: 5_000),
        BallotProject(id: "clinic", cost: 4_000),
    ]

    /// Ten voters; weights 0.5, 0.3, 0.2. opera: 0.5*9 + 0.3*5 + 0.2*5 = 7.0; garden: 0.5*6 + 0.3*8 + 0.2*7 = 6.8;
    /// clinic: 0.5*5 + 0.3*6 + 0.2*9 = 6.1; out of 10.
    let votes = [[9, 5, 5], [6, 8, 7], [5, 6, 9]]

    @Test func votesAreWeightedSummedAndRankedAndWhatDoesNotFitIsSkipped() throws {
        let review = WeightedReview(criterionWeights: [0.5, 0.3, 0.2])
        let outcome = try review.fund(
            projects: projects, votes: votes, voters: 10, opinion: [0, 0, 0], budget: 12_500)
        #expect(outcome.funded == ["opera", "clinic"])
        #expect(abs(outcome.steps[0].score - 0.7) < 1e-12)
        #expect(abs(outcome.steps[1].score - 0.61) < 1e-12)
        #expect(outcome.leftOver == 500)
    }

    /// With a third for the leaders: opera 2/3*0.70 + 1/3*0 = 0.467, garden 2/3*0.68 + 1/3*1 = 0.787.
    @Test func leadersOpinionEntersWithItsStatedWeight() throws {
        let review = WeightedReview(criterionWeights: [5, 3, 2], opinionWeight: 1.0 / 3)
        let outcome = try review.fund(
            projects: projects, votes: votes, voters: 10, opinion: [0, 1, 0.5], budget: 9_000)
        #expect(outcome.funded == ["garden", "clinic"])
        #expect(abs(outcome.steps[0].score - 0.786_666_666_7) < 1e-9)
    }

    /// 0.1 + 0.2 and 0.3 differ as doubles; here they tie, and the id decides.
    @Test func equalSumsTieWhateverTheirRounding() throws {
        let review = WeightedReview(criterionWeights: [0.1, 0.2, 0.3])
        let pair = [BallotProject(id: "z", cost: 1), BallotProject(id: "a", cost: 1)]
        let outcome = try review.fund(
            projects: pair, votes: [[1, 1, 0], [0, 0, 1]], voters: 1, opinion: [0, 0], budget: 1)
        #expect(outcome.funded == ["a"])
    }

    @Test func allWeightOnOpinionIgnoresTheVotes() throws {
        let review = WeightedReview(criterionWeights: [1, 1, 1], opinionWeight: 1)
        let outcome = try review.fund(
            projects: projects, votes: votes, voters: 10, opinion: [0.1, 0.2, 0.3], budget: 20_000)
        #expect(outcome.funded == ["clinic", "garden", "opera"])
    }

    @Test func numbersOutOfRangeAreRefused() {
        let review = WeightedReview(criterionWeights: [1, 1, 1])
        #expect(throws: AllocationError.self) {
            try review.fund(projects: projects, votes: votes, voters: 8, opinion: [0, 0, 0], budget: 1)
        }
        #expect(throws: AllocationError.self) {
            try review.fund(projects: projects, votes: votes, voters: 10, opinion: [0, .nan, 0], budget: 1)
        }
        #expect(throws: AllocationError.wrongCount(of: Text(en: "opinions", zh: "意见"), expected: 3, found: 2)) {
            try review.fund(projects: projects, votes: votes, voters: 10, opinion: [0, 0], budget: 1)
        }
        #expect(throws: AllocationError.self) {
            try WeightedReview(criterionWeights: [0, 0, 0])
                .fund(projects: projects, votes: votes, voters: 10, opinion: [0, 0, 0], budget: 1)
        }
    }
}
