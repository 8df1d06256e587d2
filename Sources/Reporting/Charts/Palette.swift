/// The colours and dashes of lines.
///
/// Colours are those of Okabe and Ito (2008), which people with any kind of colour vision tell apart; those that are too faint on
/// their ground are made darker or lighter until they stand out from it by 3 to 1 (WCAG 2.2, 1.4.11). Dashes tell lines apart
/// without colour.
public enum Palette {
    /// By scenario, on a light ground.
    public static let light = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#bc8646", "#1c95f5", "#61441c", "#333333"]
    /// By scenario, on a dark ground.
    public static let dark = ["#56b4e9", "#e69f00", "#4ddf9a", "#c2508a", "#d8503c", "#2a74dc", "#ffd84a", "#d0d0d0"]
    /// What others are held against.
    public static let context = (light: "#8a939c", dark: "#86909b")

    /// Lengths of strokes and gaps by scenario, in pixels; none: a whole line.
    public static let dashes: [[Double]] = [
        [], [7, 3], [2, 2.5], [9, 3, 2, 3], [12, 4], [4, 2], [2, 5], [14, 3, 3, 3, 3, 3],
    ]
    public static let contextDashes: [Double] = [5, 3]
}
