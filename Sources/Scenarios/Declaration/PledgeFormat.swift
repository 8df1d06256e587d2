import Governance

/// Money that outside accounts have promised for certain months.
enum PledgeFormat {
    static let pledges = Shape<[Pledge]>.list(
        of: .object(
            Text(en: "a mapping with account, at and amount", zh: "含 account、at 与 amount 的映射"),
            blank: Pledge(account: "", at: YearMonth(ordinal: 0), amount: 0),
            [
                .required("account", \.account, .choice(Account.payers), "the outside account that pays", "付款的外部账户"),
                .required("at", \.at, .month, "the month for which it is promised", "承诺拨付的月份"),
                .required("amount", \.amount, .yuan, "how much", "金额"),
            ]), "pledges", "承诺资金")
}
