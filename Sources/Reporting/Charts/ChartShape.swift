/// How large a chart is and where its plot lies in it.
///
/// Ten units are a pixel or so, so that paths in whole units are smooth.
struct ChartShape {
    let width: Double
    let height: Double
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// A chart that stands alone.
    static let usual = ChartShape(width: 3400, height: 1900, left: 480, right: 3320, top: 220, bottom: 1660)

    /// One of many beside each other, whose unit stands above them all.
    static let small = ChartShape(width: 2000, height: 1300, left: 400, right: 1960, top: 70, bottom: 1080)

    /// One number against another.
    static let plot = ChartShape(width: 3400, height: 2700, left: 560, right: 3300, top: 220, bottom: 2320)

    var viewBox: String { "0 0 \(Int(width)) \(Int(height))" }
}
