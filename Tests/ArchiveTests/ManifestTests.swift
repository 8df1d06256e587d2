import Foundation
import Testing

@testable import Archive

@Suite struct ManifestTests {
    @Test func tellsInputsAndFilesAndIsReadBack() throws {
        let folder = try TemporaryFolder()
        try "abc".write(toFile: folder.path + "/series.csv", atomically: true, encoding: .utf8)
        let session = Manifest.Session(
            command: ["cogov", "run", "late.yaml"], threads: 2, started: Date(timeIntervalSince1970: 0))
        var manifest = Manifest(inputs: .example(seed: .max), replicates: 3, sessions: [session])
        manifest.enter(["series.csv", "absent.csv"], in: folder.path)
        try manifest.write(to: folder.path)
        #expect(Manifest.read(from: folder.path) == manifest)
        #expect(manifest.seed == "18446744073709551615")
        #expect(manifest.sessions[0].started == "1970-01-01T00:00:00Z")
        #expect(manifest.files.map(\.bytes) == [3])
        #expect(manifest.files[0].sha256.hasPrefix("ba7816bf"))
    }

    @Test func aManifestThatCannotBeReadIsNone() throws {
        let folder = try TemporaryFolder()
        #expect(Manifest.read(from: folder.path) == nil)
        try "{".write(toFile: folder.path + "/manifest.json", atomically: true, encoding: .utf8)
        #expect(Manifest.read(from: folder.path) == nil)
    }
}
