import Testing

@testable import Governance

@Suite("The order of a month")
struct ScheduleTests {
    /// The design's section 3, its steps taken apart.
    @Test func theOrderIsTheDesigns() {
        #expect(
            Schedule.steps.map(\.name) == [
                "Joining", "ScheduledEvents", "Attention", "Budget", "SocialOrganisations", "Visits", "Firms",
                "Turnover",
                "Issues", "Merchants", "NeedGrowth", "Sensing", "Proposals", "Review", "Coordination", "Training",
                "Mobilisation", "Participation", "Federation", "Learning", "FailedMeetings", "TieFormation",
                "ProjectExecution",
                "Vouchers", "WorkUnits", "FirmSales", "ServiceDelivery", "Audit", "Trust", "Efficacy", "PublicSpirit",
                "ResidentOrganisations", "Committees", "Petitions", "Recording", "Closing",
            ])
    }

    /// What crosses communities meets at fixed points: events, attention and money first, the review, the books.
    @Test func societyMeetsAtFixedPoints() {
        #expect(
            Schedule.steps.filter(\.isSociety).map(\.name) == [
                "Joining", "ScheduledEvents", "Attention", "Budget", "SocialOrganisations", "Visits", "Firms", "Review",
                "Closing",
            ])
    }

    /// Phases run the same steps in the same order, those within communities together.
    @Test func phasesAreTheSteps() {
        let sizes = Schedule.phases.map { phase in
            switch phase {
            case .society: 0
            case .communities(let steps): steps.count
            }
        }
        #expect(sizes == [0, 0, 0, 0, 0, 0, 0, 6, 0, 21, 0])
    }

    @Test func everyStepIsExplained() {
        for step in Schedule.steps {
            #expect(!step.meaning.en.isEmpty && !step.meaning.zh.isEmpty && !step.source.isEmpty)
        }
    }
}
