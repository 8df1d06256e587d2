import Governance

/// Kinds of accounts and purposes of transfers as people read them.
enum AccountText {
    /// The name of a kind of account, as ``MoneyTable`` has them.
    static func kind(_ kind: String) -> Text {
        if let known = known[kind] { return known }
        guard let colon = kind.firstIndex(of: ":") else { return Text(kind) }
        let name = String(kind[kind.index(after: colon)...])
        return Text(name)
    }

    /// The place of a purpose among all, in the order in which money flows.
    static func order(_ purpose: String) -> Int {
        Purpose.allCases.firstIndex { $0.rawValue == purpose } ?? Purpose.allCases.count
    }

    /// Whether money for it is spent whatever is decided on projects.
    static func isStanding(_ purpose: String) -> Bool {
        switch Purpose(rawValue: purpose) {
        case .wages, .contract, .donation, .publicService: true
        default: false
        }
    }

    static func purpose(_ purpose: String) -> Text { Purpose(rawValue: purpose)?.label ?? Text(purpose) }

    private static let known = [
        Account.cityBudget: Text(en: "city budget", zh: "市级财政"),
        Account.districtBudget: Text(en: "district budget", zh: "区级财政"),
        Account.streetBudget: Text(en: "street budget", zh: "街道财政"),
        Account.households: Text(en: "households", zh: "居民家庭"),
        Account.employers: Text(en: "employers", zh: "用人单位"),
        Account.investors: Text(en: "investors", zh: "投资方"),
        Account.partners: Text(en: "partners of the coordinating body", zh: "协调机构伙伴"),
        Account.suppliers: Text(en: "suppliers", zh: "供应商"),
        Account.diverted: Text(en: "diverted, out of reach", zh: "被挪用"),
        Account.lost: Text(en: "lost", zh: "损失"),
        Account.outside + "donors": Text(en: "donors", zh: "捐赠方"),
        "fund": Text(en: "project funds", zh: "项目资金"),
        "committee": Text(en: "residents' committees", zh: "居委会"),
        "organisation": Text(en: "social organisations", zh: "社会组织"),
        "firm": Text(en: "firms", zh: "企业"),
        "project": Text(en: "projects", zh: "项目"),
    ]
}
