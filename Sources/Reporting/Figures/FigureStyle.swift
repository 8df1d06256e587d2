/// How a figure that stands alone looks: plain rules with every colour and width in them, since not all programs that show
/// SVG know variables.
enum FigureStyle {
    static let source: String = {
        let lines = zip(Palette.light, Palette.dashes).enumerated().map { place, look in
            rules("s\(place)", colour: look.0, dashes: look.1, width: 20)
        }
        return common + lines.joined()
            + rules("context", colour: Palette.context.light, dashes: Palette.contextDashes, width: 16)
    }()

    /// Lengths are in the units of a chart's shape, of which ten are a pixel.
    private static func rules(_ name: String, colour: String, dashes: [Double], width: Int) -> String {
        let dash = dashes.map { NumberText.coordinate(10 * $0) }.joined(separator: " ")
        return """
            .line.\(name){stroke:\(colour);stroke-width:\(width)\(dash.isEmpty ? "" : ";stroke-dasharray:" + dash)}
            .band.\(name),.dot.\(name){fill:\(colour)}
            .mark.\(name){stroke:\(colour)}

            """
    }

    private static let common = """
        text{font-family:"Noto Sans","DejaVu Sans","Noto Sans CJK SC","WenQuanYi Micro Hei","PingFang SC","Microsoft YaHei",Arial,sans-serif;font-size:110px;fill:#444c56}
        .title{font-size:150px;font-weight:bold;fill:#1b1f24}
        .panel{font-size:115px;fill:#1b1f24}
        .y{text-anchor:end}.x{text-anchor:middle}.end{text-anchor:end}
        .grid{stroke:#e3e7eb;stroke-width:10}.axis,.tick{stroke:#59636e;stroke-width:10}.zero{stroke:#1b1f24;stroke-width:10}
        .line{fill:none;stroke-linejoin:round}.band{fill-opacity:.2;stroke:none}
        .mark{stroke-width:8;stroke-opacity:.55}.mark.all{stroke:#1b1f24;stroke-dasharray:10 30;stroke-opacity:.9}
        .hit{stroke:none}

        """
}
