/// The most valuable set of items within a budget, by branch and bound.
struct Knapsack {
    struct Item {
        let project: Int
        /// Above 0.
        let value: Int64
        /// At least 0.
        let cost: Int64
    }

    /// In tie-break order.
    private let items: [Item]
    /// Places in `items`, the most value for each unit of cost first.
    private let dense: [Int]
    private let budget: Int64
    private var stepsLeft: Int
    /// The places taken on the way, and those of the best set so far.
    private var taken: [Int] = []
    private var found: [Int] = []

    /// - Parameter items: in tie-break order.
    init(_ items: [Item], budget: Int64, limit: Int) {
        self.items = items
        self.budget = budget
        stepsLeft = limit
        dense = items.indices.sorted {
            let (a, b) = (Ratio(items[$0].value, over: items[$0].cost), Ratio(items[$1].value, over: items[$1].cost))
            return a != b ? a > b : $0 < $1
        }
    }

    /// The projects of the best set in tie-break order; where the limit did not allow a proof, of the best set found.
    mutating func best() -> (projects: [Int], isProven: Bool) {
        var highest: Int64 = -1
        var isIn = [Bool](repeating: false, count: items.count)
        guard climb(0, value: 0, left: budget, &highest),
            reach(highest, 0, value: 0, left: budget, &isIn) == true
        else { return (found.sorted().map { items[$0].project }, false) }
        return (items.indices.filter { isIn[$0] }.map { items[$0].project }, true)
    }

    /// Raises `highest` to the most value that can be had with the dense items from `place` on; false at the limit.
    private mutating func climb(_ place: Int, value: Int64, left: Int64, _ highest: inout Int64) -> Bool {
        stepsLeft -= 1
        guard stepsLeft >= 0 else { return false }
        if value > highest { (highest, found) = (value, taken) }
        guard place < dense.count, value + bound(dense[place...], left) > highest else { return true }
        let item = items[dense[place]]
        if item.cost <= left {
            taken.append(dense[place])
            let isDone = climb(place + 1, value: value + item.value, left: left - item.cost, &highest)
            taken.removeLast()
            guard isDone else { return false }
        }
        return climb(place + 1, value: value, left: left, &highest)
    }

    /// Marks the first set in tie-break order, from `place` on, that brings the value to `target`; nil at the limit.
    private mutating func reach(
        _ target: Int64, _ place: Int, value: Int64, left: Int64, _ isIn: inout [Bool]
    ) -> Bool? {
        stepsLeft -= 1
        guard stepsLeft >= 0 else { return nil }
        if value == target { return true }
        guard value + bound(dense.lazy.filter { $0 >= place }, left) >= target else { return false }
        let item = items[place]
        if item.cost <= left {
            isIn[place] = true
            let isReached = reach(target, place + 1, value: value + item.value, left: left - item.cost, &isIn)
            guard isReached == false else { return isReached }
            isIn[place] = false
        }
        return reach(target, place + 1, value: value, left: left, &isIn)
    }

    /// The most value that these items could give if the first one that does not fit could be had in part.
    private func bound(_ places: some Sequence<Int>, _ left: Int64) -> Int64 {
        var (value, left): (Int64, Int64) = (0, left)
        for place in places {
            let item = items[place]
            guard item.cost <= left else {
                return value + Int64(Int128(item.value) * Int128(left) / Int128(item.cost))
            }
            value += item.value
            left -= item.cost
        }
        return value
    }
}
