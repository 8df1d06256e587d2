import Allocation
import Governance

extension AllocationReport {
    /// One rule in full, or several side by side: lines that end with a line feed.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        var lines = heading.flatMap { TextLayout.wrapped($0[language], to: style.width) }
        lines[0] = style.bold(lines[0])
        lines.append("")
        if trials.count == 1 {
            lines += OutcomeScreen(report: self, trial: trials[0], language: language).lines(style)
        } else {
            lines += RulesScreen(report: self, language: language).lines(style)
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
