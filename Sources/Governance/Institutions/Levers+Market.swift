extension Lever {
    /// Levers on who is invited, and on merchants, employers and investors.
    static let market: [Lever] = [
        .choice(
            "engagement.invitations", neutral: .alongTies, \.engagement.invitations,
            "to whom invitations to activities go first", "活动优先邀请对象"),
        .share(
            "merchants.council", \.merchants.council,
            "council of merchants and residents that carries the merchants' association; 0 no association",
            "商户与居民理事会对商户联合会的支撑程度（0 为无联合会）"),
        .number(
            "partner.franchise", 0...50, "years", \.partner.franchise,
            "years for which idle space is handed over to a market partner; 0 no partner", "存量空间交由企业运营的年限（0 为不引入）"),
        .number(
            "partner.rentFree", 0...50, "years", \.partner.rentFree, "years of them without rent", "其中免租年限"),
        .number(
            "workUnits.services", 0...2, "units/member", \.workUnits.services,
            "service units a month that a work unit gives each member", "单位每月为每名成员提供的服务单位"),
        .number(
            "workUnits.activities", 0...1, "hours/member", \.workUnits.activities,
            "hours a month that a work unit puts into activities, for each member", "单位每月按每名成员投入活动的工时"),
        .number(
            "workUnits.ties", 0...1, "1/month", \.workUnits.ties,
            "chances a month that a member is brought together with a neighbour who is a workmate", "单位每月促成成员与同楼同事结识的次数"
        ),
    ]
}
