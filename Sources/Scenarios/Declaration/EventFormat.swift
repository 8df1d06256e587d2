import Governance

/// What happens at a date.
enum EventFormat {
    static let event = Shape<ScheduledEvent>.object(
        Text(en: "a mapping that tells of an event", zh: "描述一个事件的映射"),
        blank: ScheduledEvent(at: YearMonth(ordinal: 0), title: PeopleFormat.noText, changes: []),
        [
            .naming("id", .id(of: .event), "its id", "编号"),
            .required("at", \.at, .month(within: .run), "the month in which it happens", "发生月份"),
            .required("title", \.title, .bilingual, "what happens", "事件标题"),
            .optional("communities", \.communities, SelectionFormat.communities, "where it happens", "发生的社区"),
            .required(
                "institutions", \.changes, InstitutionFormat.changes(minimum: 1), "levers and their new values",
                "杠杆及其新值"),
        ])
}
