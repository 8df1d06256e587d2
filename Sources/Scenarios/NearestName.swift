/// The valid name that a misspelt one most likely means.
public enum NearestName {
    /// The candidate nearest to `name`, or nil where none is near: at most a third of the letters may differ.
    public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        guard name.count <= 80 else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in candidates {
            let distance = editDistance(Array(name.lowercased()), Array(candidate.lowercased()))
            guard distance <= max(1, max(name.count, candidate.count) / 3) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
        }
        return best?.name
    }

    /// Letters to insert, delete, replace, or swap with their neighbour, to make `a` into `b`.
    static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
                var least = min(replaced, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, beforeLast[j - 1] + 1) }
                row.append(least)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
