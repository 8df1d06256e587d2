import Foundation
import Governance
import Testing

@testable import Scenarios

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../Scenarios"
).standardized.path

@Suite("Scenarios that come with the program")
struct ShippedScenarioTests {
    @Test("every file of Scenarios/ is read without fault")
    func allRead() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        #expect(names.count >= 2)
        for name in names {
            do { _ = try ScenarioReader.read(path: folder + "/" + name) } catch { print(error) }
        }
    }
}
