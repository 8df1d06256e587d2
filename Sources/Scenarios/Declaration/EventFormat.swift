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
            .optional(
                "reset", \.reset, .flag, "whether all levers there go back to neutral first", "是否先将当地所有杠杆恢复为中性值"),
            .required(
                "institutions", \.changes, InstitutionFormat.changes, "levers and their new values", "杠杆及其新值"),
        ]
    ).checked { event, _, path, reading in
        let institutions = KeyPath.key(path, "institutions")
        guard event.changes.isEmpty, !event.reset, reading.isClean(at: path) else { return }
        reading.refuse(
            at: institutions, Text(en: "no lever", zh: "没有杠杆"), Text(en: "one lever or more", zh: "至少一个杠杆"))
    }
}
