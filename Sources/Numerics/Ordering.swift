/// Random orders and random samples without replacement.
extension Draws {
    /// Puts `elements` into a random order, each order equally likely. Takes one word or more an element.
    ///
    /// Source: Durstenfeld (1964), "Algorithm 235: random permutation". Swift's own shuffle may change its use of the
    /// generator from one version to the next; this one does not.
    @inlinable
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for i in 0..<Swift.max(elements.count - 1, 0) {
            elements.swapAt(i, i + integer(below: elements.count - i))
        }
    }

    /// `count` of the whole numbers below `population`, none twice, in random order.
    ///
    /// Each choice in each order is equally likely. `count` must be from 0 to `population`. It is the start of a
    /// shuffle of 0 ..< `population`; where few are drawn of many, only the places that were swapped are kept, so that
    /// time and memory grow with `count`.
    public mutating func sample(_ count: Int, of population: Int) -> [Int] {
        precondition(count >= 0 && count <= population, "a sample of \(count) from \(population)")
        var drawn: [Int] = []
        drawn.reserveCapacity(count)
        if count > population / 8 {
            var numbers = Array(0..<population)
            for i in 0..<count {
                numbers.swapAt(i, i + integer(below: population - i))
                drawn.append(numbers[i])
            }
        } else {
            var moved: [Int: Int] = [:]
            for i in 0..<count {
                let place = i + integer(below: population - i)
                drawn.append(moved[place] ?? place)
                moved[place] = moved[i] ?? i
            }
        }
        return drawn
    }
}
