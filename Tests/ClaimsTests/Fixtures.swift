import Analysis
import Foundation
import Governance
import Scenarios

@testable import Claims

/// Claims and runs made by hand.
enum Made {
    static let library = ScenarioLibrary(in: [
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Scenarios"
    ])

    /// A claim in a file of its own.
    static func claim(_ text: String) throws -> Claim {
        let path = NSTemporaryDirectory() + "claim-\(UUID().uuidString).yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try Claim.read(path: path)
    }

    /// A small claim on a small place: a body that aligns partners does so.
    static func text(_ id: String = "C13", months: Int = 4, alignment: Double = 0.9, extra: String = "") -> String {
        """
        id: \(id)
        title: {en: A body aligns partners, zh: 甲}
        source: {author: Xing, year: 2022, place: {en: section 3, zh: 第三节}}
        says: {en: It says so, zh: 乙}
        kind: builtIn
        because: {en: one equation, zh: 丙}
        scenario: polycentric
        places: [liyuan-xiaojie-3]
        months: \(months)
        levers: [coordination]
        set: {period.burnIn: 0}
        arms:
          - {id: body, name: {en: body, zh: 有}, set: {institutions.coordination.alignment: \(alignment)}}
          - {id: none, name: {en: none, zh: 无}}
        metrics:
          - id: alignment
            name: {en: alignment, zh: 趋同}
            observable: coordination.alignment
            from: \(months - 1)
            until: \(months)
            direction: higher
            smallest: 0.01
            why: {en: small, zh: 丁}
        \(extra)

        """
    }

    /// A metric of observables and months that matter to nobody.
    static func metric(
        direction: Claim.Direction = .higher, against: Double = 0, smallest: Double = 1, parts: [Claim.Part]
    ) -> Claim.Metric {
        var metric = Claim.Metric()
        metric.direction = direction
        metric.against = against
        metric.smallest = smallest
        metric.parts = parts
        return metric
    }

    /// A term by the arm's name alone.
    static func term(_ arm: String, _ weight: Double = 1) -> Claim.Term {
        Claim.Term(arm: arm, weight: weight)
    }
}
