/// How the values of one observable lie in a file: the lengths of its dimensions, and the blocks in which they are written.
///
/// The order is scenario, point where there are any, replicate, month, community where there are any. A block is one
/// chunk: it holds whole runs of one scenario, about as many as make ``least`` values.
struct NetCDFShape {
    let scenarios: Int
    /// nil where scenarios are run as their files tell them.
    let points: Int?
    let replicates: Int
    /// Lengths of the last dimensions: months, and communities if any.
    let inner: [Int]

    /// Values of a chunk, at the least where there are as many: below, an index of chunks would outweigh what it indexes.
    private static let least = 1 << 14

    /// Values of one run.
    private var width: Int { inner.reduce(1, *) }

    /// Replicates and points of a block.
    private var step: (replicates: Int, points: Int) {
        let replicates = min(self.replicates, max(1, Self.least / width))
        guard let points, replicates == self.replicates else { return (replicates, 1) }
        return (replicates, min(points, max(1, Self.least / (width * replicates))))
    }

    var chunk: [Int] { [1] + (points == nil ? [] : [step.points]) + [step.replicates] + inner }

    struct Block {
        /// Where it begins and how far it goes along every dimension.
        let start: [Int]
        let count: [Int]
    }

    var blocks: [Block] {
        let step = step
        var blocks: [Block] = []
        for scenario in 0..<scenarios {
            for point in stride(from: 0, to: points ?? 1, by: step.points) {
                for replicate in stride(from: 0, to: replicates, by: step.replicates) {
                    let along = min(step.points, (points ?? 1) - point)
                    let across = min(step.replicates, replicates - replicate)
                    blocks.append(
                        Block(
                            start: [scenario] + (points == nil ? [] : [point]) + [replicate] + inner.map { _ in 0 },
                            count: [1] + (points == nil ? [] : [along]) + [across] + inner))
                }
            }
        }
        return blocks
    }

    /// A run, by its places along the dimensions, and where in its block its values begin.
    struct Run {
        let scenario: Int
        let point: Int
        let replicate: Int
        let offset: Int
    }

    func runs(of block: Block) -> [Run] {
        let scenario = block.start[0]
        let points = self.points == nil ? 0..<1 : block.start[1]..<block.start[1] + block.count[1]
        let place = self.points == nil ? 1 : 2
        let replicates = block.start[place]..<block.start[place] + block.count[place]
        var runs: [Run] = []
        for point in points {
            for replicate in replicates {
                runs.append(
                    Run(scenario: scenario, point: point, replicate: replicate, offset: runs.count * width))
            }
        }
        return runs
    }
}
