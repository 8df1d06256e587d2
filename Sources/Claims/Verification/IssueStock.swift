import Governance
import Numerics

extension Verification {
    /// Issues arrive at rate lambda a building and are noticed with chance d, then resolved with chance r a month: by
    /// Little's law the stock at the month's end has the mean lambda (1/d + 1/r - 2), each kind by itself.
    static let issueStock = Verification(
        id: "issue-stock", title: Text(en: "Open issues have their stationary mean", zh: "未决问题的稳态均值"),
        source: Text(
            en: "λ (1/d + 1/r - 2) a building, for issues within one department and across them (Little 1961)",
            zh: "每栋楼 λ (1/d + 1/r - 2)，分单部门与跨部门问题（Little 1961）")
    ) { setting in
        try [(0.0, "no linkage", "无联动"), (1, "full linkage", "完全联动")].map { linkage, en, zh in
            let found = try (0..<setting.either(6, 16)).map { replicate in
                try openIssues(linkage: linkage, replicate: UInt32(replicate), setting)
            }
            // Grid and platform at half reach notice 0.25, residents 0.1; street 0.25, a committee with time 0.4.
            let noticed = 1 - (1 - 0.5 * 0.5) * (1 - 0.1)
            func wait(_ resolved: Double) -> Double { 1 / noticed + 1 / resolved - 2 }
            let within = wait(1 - (1 - 0.25) * (1 - 0.4))
            let expected = 0.25 * (0.6 * within + 0.4 * wait(linkage > 0 ? 0.7 : 0.25))
            return .mean(
                Text(en: "open issues a building, \(en)", zh: "每栋楼未决问题：\(zh)"), of: found, expected: expected)
        }
    }

    private static func openIssues(linkage: Double, replicate: UInt32, _ setting: VerificationSetting) throws -> Double
    {
        let rates = [
            "issues.arrival": 0.25, "issues.crossing": 0.4, "issues.grid": 0.5, "issues.report": 0.1,
            "issues.street": 0.25, "issues.committee": 0.4, "issues.alone": 0.25, "issues.linked": 0.7,
        ]
        let specification = try ScenarioSpecification.plain(residents: setting.either(100, 400), rates) {
            $0.people.types[0].buildingSize = 4
            // A committee that never lacks the time.
            $0.committees.staff = 100
            $0.institutions.sensing.platform = 0.5
            $0.institutions.linkage = linkage
        }
        let world = try World(specification, seed: 2, replicate: replicate)
        try world.live(setting.either(40, 80))
        let months = setting.either(20, 160)
        var sum = 0.0
        for _ in 0..<months {
            try world.advance()
            sum += world.value("issues.open")
        }
        return sum / Double(months)
    }
}
