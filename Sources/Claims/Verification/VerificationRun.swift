public import Experiments

/// Verifications, several at once.
public enum VerificationRun {
    /// Verifies on as many cores; the results in the order of `verifications`, whatever the cores.
    ///
    /// - Parameters:
    ///   - cores: 1 or more.
    ///   - stop: raised, lets those under way end and begins no other.
    ///   - progress: called before the first and whenever one is done, with how many are, from one task at a time.
    public static func verify(
        _ verifications: [Verification], _ setting: VerificationSetting, cores: Int, stop: StopSignal = StopSignal(),
        progress: (_ done: Int) -> Void = { _ in }
    ) async -> [VerificationResult] {
        var results = [VerificationResult?](repeating: nil, count: verifications.count)
        // Those that take longest begin first.
        var waiting = Array(verifications.enumerated()).reversed()[...]
        var done = 0
        progress(done)
        await withTaskGroup(of: (Int, VerificationResult).self) { group in
            func fill() {
                guard !stop.isRaised, let (place, verification) = waiting.popFirst() else { return }
                group.addTask { (place, verification.verify(setting)) }
            }
            for _ in 0..<max(1, cores) { fill() }
            while let (place, result) = await group.next() {
                results[place] = result
                done += 1
                progress(done)
                fill()
            }
        }
        return results.compactMap(\.self)
    }
}
