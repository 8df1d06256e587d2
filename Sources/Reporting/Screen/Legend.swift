import Analysis
import Governance

/// What the tables' rows mean, in plain words.
enum Legend {
    /// Under the tables of single scenarios.
    static func run(replicates: Int) -> Text {
        guard replicates > 1 else {
            return Text(
                en: "One replicate: no interval can be given. Ask for more with --replicates.",
                zh: "只有一次重复，无法给出区间；可用 --replicates 增加重复次数。")
        }
        return Text(
            en: "First line: the mean of the month over \(replicates) replicates. Below it: its 95 % interval; "
                + "of 100 such intervals about 95 hold the mean of endlessly many replicates. It tells of chance "
                + "in the model, not of doubt about its parameters.",
            zh: "第一行为 \(replicates) 次重复在该月的均值；下一行为其 95% 区间：100 个这样的区间中约有 95 个包含无限多次重复的均值。"
                + "区间只反映模型中的随机性，不反映参数的不确定性。")
    }

    /// The rungs of participation by name.
    static let rungs: Text = {
        let names = Rung.allCases.dropFirst()
        return Text(
            en: "Rungs of participation: " + names.map { "\($0.rawValue) \($0.label.en)" }.joined(separator: ", ")
                + ".",
            zh: "参与的级别：" + names.map { "\($0.rawValue) \($0.label.zh)" }.joined(separator: "、") + "。")
    }()

    /// Under the tables of comparisons.
    static func comparison(replicates: Int) -> Text {
        Text(
            en:
                "Each row is one month. Difference: other minus baseline, the mean over \(replicates) pairs of replicates "
                + "that share their random draws; for shares in percentage points. Where the 95 % interval includes 0 "
                + "there is no clear difference: chance alone can give as much. \"Lastingly\": in every month from "
                + "there to the end the interval stays on one side of 0. Of twenty rows without any difference about "
                + "one seems clear by chance.",
            zh: "每行为一个月份。差值 = 比较情景 - 基线，为 \(replicates) 对共用随机数的重复的均值；占比的差值以百分点计。"
                + "95% 区间包含 0 即无明显差异：仅凭偶然也可能如此。“持续”指自该月至期末，每个月的区间都在 0 的同一侧。"
                + "本无差异的二十行中，约有一行会因偶然而显得明显。")
    }
}
