/// The points of a drawing as SVG writes paths: a start, then steps in whole units, which is half as long as places.
enum PathText {
    /// A path through the points, closed if it bounds an area; empty for none.
    static func through(_ points: [(x: Double, y: Double)], closed: Bool = false) -> String {
        let places = points.map { (x: Int($0.x.rounded()), y: Int($0.y.rounded())) }
        guard let first = places.first else { return "" }
        let steps = zip(places.dropFirst(), places).map { to, from in
            let (across, down) = (to.x - from.x, to.y - from.y)
            return "\(across)" + (down < 0 ? "\(down)" : " \(down)")
        }
        // A minus divides numbers as well as a space does.
        let tail = steps.reduce("") { $0 + ($0.isEmpty || $1.hasPrefix("-") ? "" : " ") + $1 }
        return "M\(first.x) \(first.y)" + (tail.isEmpty ? "" : "l\(tail)") + (closed ? "Z" : "")
    }
}
