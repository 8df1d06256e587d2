import Claims
import Governance

/// The claims' page in one language.
struct ClaimsChapter: PageChapter {
    let report: ClaimsReport
    let language: Language

    var title: String { say("What the sources claim, and what the model says", "文献论断与模型检验结果") }

    var sections: [Markup] { [] }
}
