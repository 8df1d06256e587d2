import Analysis
import Governance
import Scenarios

/// Measures as the command line names them, read and checked together.
struct Measures {
    private(set) var measures: [Measure] = []
    private(set) var faults: [String] = []

    /// - Parameter months: of the runs that give them.
    init(_ texts: [String], months: Int) {
        for text in texts {
            do throws(Measure.Fault) {
                let measure = try Measure(text)
                if measure.months(of: months) == nil {
                    faults.append(
                        said(
                            "\(text): found months beyond the run; expected months from 1 to \(months)",
                            "\(text)：月份超出运行期；应为 1 至 \(months)"))
                } else if !measures.contains(measure) {
                    measures.append(measure)
                }
            } catch {
                faults.append(Self.words(error, text))
            }
        }
    }

    /// What is wrong with the text of a measure.
    static func words(_ fault: Measure.Fault, _ text: String) -> String {
        switch fault {
        case .unknown(let key):
            let near = NearestName.of(key, among: Observable.all.map(\.key))
            return said(
                "\(text): found the unknown observable \(key); expected one of `cogov describe observables`"
                    + (near.map { " (did you mean \($0)?)" } ?? ""),
                "\(text)：未知的观测指标 \(key)；应为 `cogov describe observables` 所列之一" + (near.map { "（是否想写 \($0)？）" } ?? ""))
        case .months(let months):
            return said(
                "\(text): found “\(months)” after @; expected a month of the run such as 36, or months such as 85-120",
                "\(text)：@ 之后为“\(months)”；应为运行月份（如 36）或月份区间（如 85-120）")
        }
    }

    /// The measures, or all faults on standard error and exit 2.
    func orFail() throws -> [Measure] {
        guard faults.isEmpty else {
            Terminal.complain(faults.joined(separator: "\n"))
            throw Ending.badInput
        }
        return measures
    }
}

/// Goals of precision as the command line names them.
struct Goals {
    private var goals: [PrecisionGoal] = []
    private var faults: [String] = []

    init(_ texts: [String], months: Int) {
        for text in texts {
            do throws(PrecisionGoal.Fault) {
                let goal = try PrecisionGoal(text)
                let own = Measures([goal.measure.description], months: months)
                faults += own.faults
                goals.append(goal)
            } catch {
                switch error {
                case .measure(let fault): faults.append(Measures.words(fault, text))
                case .halfWidth(let found):
                    faults.append(
                        said(
                            "\(text): found “\(found)” after =; expected half a width above 0, such as need.mean@36=±0.01",
                            "\(text)：= 之后为“\(found)”；应为大于 0 的半宽，如 need.mean@36=±0.01"))
                }
            }
        }
    }

    /// The goals, or all faults on standard error and exit 2.
    func orFail() throws -> [PrecisionGoal] {
        guard faults.isEmpty else {
            Terminal.complain(faults.joined(separator: "\n"))
            throw Ending.badInput
        }
        return goals
    }
}
