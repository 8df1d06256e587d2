import ArgumentParser
import Experiments
import Foundation
import Governance
import Reporting

struct Why: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Tell why a resident, a project or an organisation fared as it did.", "说明居民、项目或组织为何如此。"),
            discussion: said(
                """
                Lives the run up to the month asked for and tells by which numbers it was decided there. Residents are numbered
                through the communities in the order of their ids, building after building; on one place, under one seed and
                replicate, a number is the same person under every regime. --find names some worth asking about.

                Example: cogov why qingyuan --month 37 --find joined
                         cogov why qingyuan --on xinhong --month 37 --resident 471 --versus street-committee
                         cogov why qingyuan --project qingyuan/ordinary/2008-01/residents-3
                         cogov why jinsong --organisation xinhong/organisation-3
                         cogov why qingyuan --committee 1 --month 37 --versus street-committee
                         cogov why qingyuan --account outside:street-budget --month 37
                """,
                """
                运行至所问的月份，并说明当时由哪些数值决定。居民按社区 id 的顺序、逐栋连续编号；在同一地点、同一种子与重复下，
                同一编号在各情景中是同一个人。--find 列出若干值得一问的居民。

                例：cogov why qingyuan --month 37 --find joined
                    cogov why qingyuan --on xinhong --month 37 --resident 471 --versus street-committee
                    cogov why qingyuan --project qingyuan/ordinary/2008-01/residents-3
                    cogov why jinsong --organisation xinhong/organisation-3
                    cogov why qingyuan --committee 1 --month 37 --versus street-committee
                    cogov why qingyuan --account outside:street-budget --month 37
                """))
    }

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

    @Argument(
        help: ArgumentHelp(said("A scenario file, or its id in the library.", "情景文件，或情景库中的 id。"), valueName: "file"),
        completion: .scenarios)
    var file: String

    @Option(help: ArgumentHelp(said("Number of a resident.", "居民编号。"), valueName: "n"))
    var resident: Int?

    @Option(help: ArgumentHelp(said("Id of a project.", "项目 id。"), valueName: "id"))
    var project: String?

    @Option(
        help: ArgumentHelp(
            said("Id of a social organisation, or COMMUNITY/organisation-N.", "社会组织 id，或 社区/organisation-N。"),
            valueName: "id"))
    var organisation: String?

    @Option(
        help: ArgumentHelp(said("Id or number of a committee's community.", "居委会所在社区的 id 或序号。"), valueName: "n"))
    var committee: String?

    @Option(help: ArgumentHelp(said("Name of an account.", "账户名称。"), valueName: "name"))
    var account: String?

    @Option(
        help: ArgumentHelp(
            said(
                "Residents worth asking about: joined, stayed, or (with --versus) joined-only-here.",
                "列出值得一问的居民：joined（参加）、stayed（未参加），或（配合 --versus）joined-only-here（仅此情景参加）。"),
            valueName: "who"))
    var find: String?

    @Option(
        help: ArgumentHelp(
            said("The month, from 1; not for projects and organisations.", "月份，从 1 起；项目与组织不需要。"), valueName: "m"))
    var month: Int?

    @Option(
        help: ArgumentHelp(
            said("Another scenario, on the same people: how was it there?", "另一情景（同样的居民）：在那里如何？"), valueName: "file"),
        completion: .scenarios)
    var versus: String?

    @Option(help: ArgumentHelp(said("Which replicate, from 1.", "第几次重复，从 1 起。"), valueName: "r"))
    var replicate = 1

    @OptionGroup var scenario: ScenarioOptions

    @Option(
        help: ArgumentHelp(
            said("Cores to use (default: all); results do not depend on it.", "使用的核数（默认全部）；不影响结果。"), valueName: "t"))
    var threads: Int?

    @Option(help: ArgumentHelp(said("table or json.", "table（表格）或 json。")))
    var format = Format.table

    @OptionGroup var common: CommonOptions

    func validate() throws {
        let asked = [
            resident != nil, project != nil, organisation != nil, committee != nil, account != nil, find != nil,
        ]
        guard asked.count(where: { $0 }) == 1 else {
            throw ValidationError(
                said(
                    "why takes one of --resident, --project, --organisation, --committee, --account and --find.",
                    "why 须在 --resident、--project、--organisation、--committee、--account、--find 中选一项。"))
        }
        let isLife = project != nil || organisation != nil
        guard isLife == (month == nil) else {
            throw ValidationError(
                isLife
                    ? said(
                        "Projects and organisations are told from beginning to end, without --month.",
                        "项目与组织说明其始末，不用 --month。")
                    : said("--month is missing: which month is asked about?", "缺少 --month：所问为哪个月？"))
        }
        if let find, Wanted(rawValue: find) == nil {
            let names = Wanted.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                said("--find is \(find), but must be one of \(names).", "--find 为 \(find)，应为 \(names) 之一。"))
        }
        if find == Wanted.joinedOnlyHere.rawValue, versus == nil {
            throw ValidationError(
                said("--find joined-only-here needs --versus.", "--find joined-only-here 须配合 --versus。"))
        }
        for (value, name) in [(replicate, "--replicate"), (threads ?? 1, "--threads")] where value < 1 {
            throw ValidationError(said("\(name) must be at least 1, not \(value).", "\(name) 至少为 1，而不是 \(value)。"))
        }
    }

    func run() throws {
        let inquiries = try self.inquiries()
        let month = month ?? 0
        if let resident {
            try print(
                answers(inquiries, "--resident \(resident) --month \(month)") { inquiry throws(ExplanationError) in
                    try inquiry.resident(resident, month: month)
                }
            ) { $0.screen(in: tongue, style: Terminal.style()) }
        } else if let project {
            try print(
                answers(inquiries, "--project \(project)") { inquiry throws(ExplanationError) in
                    try inquiry.project(project)
                }
            ) { $0.screen(in: tongue, style: Terminal.style(unbounded: true)) }
        } else if let organisation {
            try print(
                answers(inquiries, "--organisation \(organisation)") { inquiry throws(ExplanationError) in
                    try inquiry.organisation(organisation)
                }
            ) { $0.screen(in: tongue, style: Terminal.style()) }
        } else if let committee {
            try print(
                answers(inquiries, "--committee \(committee) --month \(month)") { inquiry throws(ExplanationError) in
                    try inquiry.committee(committee, month: month)
                }
            ) { $0.screen(in: tongue, style: Terminal.style()) }
        } else if let account {
            try print(
                answers(inquiries, "--account \(account) --month \(month)") { inquiry throws(ExplanationError) in
                    try inquiry.account(account, month: month)
                }
            ) { $0.screen(in: tongue, style: Terminal.style()) }
        } else if let wanted = find.flatMap(Wanted.init(rawValue:)) {
            try print(found(wanted, inquiries, month: month)) { $0.screen(in: tongue, style: Terminal.style()) }
        }
    }

    /// The runs that are asked: the file's, and the other regime's on the same people.
    private func inquiries() throws -> [Inquiry] {
        let files = [file, versus].compactMap(\.self)
        let scenarios = try Reading(files, options: scenario).orFail()
        guard scenarios.count == files.count else {
            try refuse(said("why takes scenarios without branches.", "why 限不含分支的情景。"))
        }
        guard scenarios.allSatisfy({ $0.specification.people == scenarios[0].specification.people }) else {
            try refuse(
                said(
                    "\(file) and \(versus ?? "") are on different people; put both on one place, such as --on \(Shipped.place).",
                    "\(file) 与 \(versus ?? "") 的居民不同；请置于同一地点，例如 --on \(Shipped.place)。"))
        }
        let isShown = Terminal.hasWatcher && !common.quiet
        return scenarios.map { scenario in
            Inquiry(
                scenario, seed: self.scenario.seed, replicate: replicate, threads: threads ?? Machine.cores,
                progress: { lived, last in
                    guard isShown else { return }
                    Terminal.showProgress(
                        said("\(scenario.id): month \(lived) of \(last)", "\(scenario.id)：第 \(lived) 个月，共 \(last) 个月"))
                })
        }
    }

    /// Every regime's answer; where only the other has nothing of that name, a word on it.
    private func answers<Explanation>(
        _ inquiries: [Inquiry], _ question: String, _ ask: (Inquiry) throws(ExplanationError) -> Explanation
    ) throws -> WhyReport<Explanation> {
        var answers: [WhyAnswer<Explanation>] = []
        for inquiry in inquiries {
            let title = inquiry.scenario.specification.title
            do throws(ExplanationError) {
                answers.append(WhyAnswer(scenario: inquiry.scenario.id, title: title, try ask(inquiry)))
            } catch {
                guard error.isAbsence, !answers.isEmpty else { try refuse(error) }
                answers.append(WhyAnswer(scenario: inquiry.scenario.id, title: title, nil, absence: error.message))
            }
        }
        return WhyReport(question: question, seed: scenario.seed, replicate: replicate, answers)
    }

    private func found(_ wanted: Wanted, _ inquiries: [Inquiry], month: Int) throws -> WhyReport<[FoundResident]> {
        do throws(ExplanationError) {
            let here = try inquiries[0].decisions(month: month)
            let there = inquiries.count > 1 ? try inquiries[1].decisions(month: month) : nil
            let some = wanted.first(10, of: here, there: there).map { FoundResident(here: $0.here, there: $0.there) }
            let scenario = inquiries[0].scenario
            return WhyReport(
                question: "--find \(wanted.rawValue) --month \(month)", seed: self.scenario.seed, replicate: replicate,
                [WhyAnswer(scenario: scenario.id, title: scenario.specification.title, some)])
        } catch {
            try refuse(error)
        }
    }

    private func print<Explanation>(
        _ report: WhyReport<Explanation>, screen: (WhyReport<Explanation>) -> String
    ) {
        if Terminal.hasWatcher, !common.quiet { Terminal.showProgress("") }
        Terminal.print(format == .json ? report.json : screen(report))
    }

    private func refuse(_ error: ExplanationError) throws -> Never {
        if Terminal.hasWatcher, !common.quiet { Terminal.showProgress("") }
        guard case .run = error else { try refuse(error.message[tongue] + said(".", "。")) }
        Terminal.complain(error.message[tongue])
        throw Ending.failed
    }

    private func refuse(_ complaint: String) throws -> Never {
        Terminal.complain(complaint)
        throw Ending.badInput
    }
}
