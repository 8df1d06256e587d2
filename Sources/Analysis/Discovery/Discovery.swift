import Numerics

/// Where cases of interest come from: boxes found one after another, each among the cases that the earlier ones leave, and a
/// regression tree of the number itself.
public struct Discovery: Sendable {
    public let table: CaseTable
    public let isOfInterest: [Bool]
    /// The number that the tree explains, by case.
    public let values: [Double]
    public let boxes: [FoundBox]
    /// Nil for fewer than twenty cases.
    public let tree: RegressionTree?

    /// A box, the trajectory from which it was chosen, and how far it can be trusted.
    public struct FoundBox: Sendable {
        public let trajectory: [PRIM.Step]
        /// The place in the trajectory.
        public let chosen: Int
        /// The chosen step after pasting.
        public let final: PRIM.Step
        /// By input that is restricted.
        public let quasiP: [Int: QuasiP]
        public let reproducibility: Reproducibility
    }

    public struct Settings: Sendable {
        public var prim = PRIM.Settings()
        /// For the first box, the second and so on; the last for all that follow.
        public var choices: [BoxChoice] = [.balanced]
        /// Boxes at most, 1 and up.
        public var boxes = 3
        /// Samples in which boxes are found anew.
        public var samples = 50
        public var seed: UInt64 = 1

        public init() {}
    }

    public var interest: Int { isOfInterest.count { $0 } }

    /// The share of interest among all cases.
    public var density: Double { Double(interest) / Double(max(1, table.count)) }

    /// - Parameters:
    ///   - isOfInterest: one a case.
    ///   - values: finite numbers, one a case.
    /// - Throws: ``MissingStep`` where a step is asked for that is not on the trajectory.
    public init(
        _ table: CaseTable, isOfInterest: [Bool], values: [Double], settings: Settings = Settings()
    ) throws(MissingStep) {
        self.table = table
        self.isOfInterest = isOfInterest
        self.values = values
        let prim = PRIM(table, isOfInterest: isOfInterest, settings: settings.prim)
        var rows = Array(0..<table.count)
        var found: [FoundBox] = []
        while found.count < settings.boxes, rows.contains(where: { isOfInterest[$0] }) {
            let steps = prim.trajectory(among: rows)
            let choice = settings.choices[min(found.count, settings.choices.count - 1)]
            guard let place = choice.place(in: steps) else {
                throw MissingStep(box: found.count + 1, steps: steps.count)
            }
            let final = prim.pasted(steps[place], among: rows)
            // A box that restricts nothing, or is no denser than all cases together, says nothing.
            let isNews = !final.box.restricted.isEmpty && final.density > Double(prim.interest) / Double(table.count)
            guard found.isEmpty || isNews else { break }
            let quasi = final.box.restricted.map { ($0, QuasiP(final, input: $0, of: prim, among: rows)) }
            let stream = Stream(seed: settings.seed, replicate: UInt32(found.count), name: "discovery.samples")
            found.append(
                FoundBox(
                    trajectory: steps, chosen: place, final: final, quasiP: Dictionary(uniqueKeysWithValues: quasi),
                    reproducibility: Reproducibility(
                        final, of: prim, among: rows, samples: settings.samples, stream: stream)))
            rows = rows.filter { !final.box.holds($0, of: table) }
        }
        boxes = found
        tree =
            table.count >= 20
            ? RegressionTree(
                table, values, stream: Stream(seed: settings.seed, replicate: 0, name: "discovery.folds")) : nil
    }

    /// A step that was asked for and is not there.
    public struct MissingStep: Error, Sendable, Equatable {
        /// The box, from 1, and how many steps its trajectory has.
        public let box: Int
        public let steps: Int
    }
}
