/// Which of several alternatives are better than others in every respect.
public enum Dominance {
    /// Whether `a` dominates `b`: it breaks constraints less or, where both keep them, is nowhere worse and somewhere better. All
    /// objectives are the better the less (Deb and others 2002, constraint domination).
    public static func dominates(
        _ a: [Double], violation first: Double = 0, _ b: [Double], violation second: Double = 0
    ) -> Bool {
        if first > 0 || second > 0 { return first < second }
        var isBetter = false
        for (x, y) in zip(a, b) {
            if x > y { return false }
            if x < y { isBetter = true }
        }
        return isBetter
    }

    /// Places of those that none dominates, first of the whole, then of the rest, and so on.
    ///
    /// - Complexity: the square of their number times the objectives.
    static func fronts(_ objectives: [[Double]], violations: [Double]) -> [[Int]] {
        let count = objectives.count
        var below = [[Int]](repeating: [], count: count)
        var above = [Int](repeating: 0, count: count)
        for a in 0..<count {
            for b in a + 1..<max(a + 1, count) {
                let (first, second) = (violations[a], violations[b])
                if dominates(objectives[a], violation: first, objectives[b], violation: second) {
                    below[a].append(b)
                    above[b] += 1
                } else if dominates(objectives[b], violation: second, objectives[a], violation: first) {
                    below[b].append(a)
                    above[a] += 1
                }
            }
        }
        var fronts: [[Int]] = []
        var front = (0..<count).filter { above[$0] == 0 }
        while !front.isEmpty {
            fronts.append(front)
            var next: [Int] = []
            for a in front {
                for b in below[a] {
                    above[b] -= 1
                    if above[b] == 0 { next.append(b) }
                }
            }
            front = next.sorted()
        }
        return fronts
    }

    /// Places of those that keep all constraints and that none dominates.
    public static func front(_ objectives: [[Double]], violations: [Double]) -> [Int] {
        (fronts(objectives, violations: violations).first ?? []).filter { violations[$0] <= 0 }
    }

    /// How far each is from its neighbours along the front: the sum over objectives of the gap between them, as a part of the
    /// front's range; infinite at the ends (Deb and others 2002, crowding distance).
    static func crowding(_ objectives: [[Double]]) -> [Double] {
        var distances = [Double](repeating: 0, count: objectives.count)
        for k in objectives.first?.indices ?? 0..<0 {
            let order = objectives.indices.sorted { (objectives[$0][k], $0) < (objectives[$1][k], $1) }
            guard let first = order.first, let last = order.last else { continue }
            let range = objectives[last][k] - objectives[first][k]
            distances[first] = .infinity
            distances[last] = .infinity
            guard range > 0 else { continue }
            for place in order.indices.dropFirst().dropLast() {
                distances[order[place]] +=
                    (objectives[order[place + 1]][k] - objectives[order[place - 1]][k]) / range
            }
        }
        return distances
    }

    /// So many of a front that lie as far apart as can be: the most crowded is left out, again and again. Places, rising.
    public static func spread(_ objectives: [[Double]], to count: Int) -> [Int] {
        var places = Array(objectives.indices)
        while places.count > max(1, count) {
            let distances = crowding(places.map { objectives[$0] })
            let least = distances.indices.min { (distances[$0], -$0) < (distances[$1], -$1) }
            places.remove(at: least ?? 0)
        }
        return places
    }
}
