/// The life of an organisation: one from outside, or residents' own.
public enum OrganisationStory: Sendable, Equatable, Encodable {
    case social(SocialOrganisationStory)
    case residents(ResidentOrganisationStory)

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .social(let story): try story.encode(to: encoder)
        case .residents(let story): try story.encode(to: encoder)
        }
    }
}

/// A social organisation month by month: what it earned and spent, what it kept, how it changed, and why it went.
public struct SocialOrganisationStory: Sendable, Equatable, Encodable {
    public let id: String
    public let name: Text
    /// Months in a row without full pay after which it gives up.
    public let patience: Int
    public let months: [MonthOfWork]
    /// The month in which it was gone, and why; nil where it is there at the scenario's end.
    public let end: End?

    public struct MonthOfWork: Sendable, Equatable, Encodable {
        public let month: Int
        public let isPresent: Bool
        /// Fen at the month's beginning and end, and what came and went between.
        public let opening: Int64
        public let movements: [AccountMonth.Movement]
        public let closing: Int64
        /// Fen due to its staff, and months in a row in which that could not be paid in full.
        public let wagesDue: Int64
        public let monthsShort: Int
        /// Each 0 to 1; dependence is the largest government payer's share of twelve months' money.
        public let professionalism: Double
        public let capture: Double
        public let dependence: Double

        public var income: Int64 { movements.reduce(0) { $0 + max(0, $1.fen) } }
        public var costs: Int64 { movements.reduce(0) { $0 - min(0, $1.fen) } }
    }

    public struct End: Sendable, Equatable, Encodable {
        public let month: Int
        public let cause: Cause
        public let name: Text
    }

    public enum Cause: String, Named {
        case unpaid, contract, access

        /// Why an organisation is not there in a month.
        static func of(_ organisation: SocialOrganisation, in month: Month) -> Cause {
            let isExpired = organisation.terms.until.map { $0 < month.date } ?? false
            return organisation.hasLeft ? .unpaid : isExpired ? .contract : .access
        }

        public var label: Text {
            switch self {
            case .unpaid: Text(en: "it gave up, since it could not pay its staff", zh: "因无法支付工资而退出")
            case .contract: Text(en: "its contract was over", zh: "合同到期")
            case .access: Text(en: "it may not work here any more", zh: "不再获准进入")
            }
        }
    }
}

/// Follows one social organisation.
final class SocialOrganisationWitness: Witness, @unchecked Sendable {
    private let place: Int
    private var opening: Int64 = 0
    private var patience = 0
    private var months: [SocialOrganisationStory.MonthOfWork] = []
    private var end: SocialOrganisationStory.End?

    init(_ place: Int) { self.place = place }

    func before(_ step: String, _ world: World, _ month: Month) {
        guard step == "ScheduledEvents" else { return }
        opening = world.ledger.balance(Account.organisation(world.organisations[place].terms.id))
        patience = Int(month.run.parameters.socialOrganisations.patience)
    }

    func after(_ step: String, _ world: World, _ month: Month) {
        guard step == "Closing" else { return }
        let organisation = world.organisations[place]
        let account = Account.organisation(organisation.terms.id)
        let number = month.of(month.run.specification)
        months.append(
            SocialOrganisationStory.MonthOfWork(
                month: number, isPresent: organisation.isPresent, opening: opening,
                movements: AccountMonth.movements(of: account, world.flows), closing: world.ledger.balance(account),
                wagesDue: organisation.wages, monthsShort: organisation.monthsShort,
                professionalism: organisation.professionalism, capture: organisation.capture,
                dependence: organisation.income.dependence))
        if organisation.isPresent {
            end = nil
        } else if end == nil, organisation.entered != nil {
            let cause = SocialOrganisationStory.Cause.of(organisation, in: month)
            end = SocialOrganisationStory.End(month: number, cause: cause, name: cause.label)
        }
    }

    func story(_ terms: SocialOrganisationTerms) -> SocialOrganisationStory {
        SocialOrganisationStory(id: terms.id, name: terms.name, patience: patience, months: months, end: end)
    }
}
