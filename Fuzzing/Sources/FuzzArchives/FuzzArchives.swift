import Analysis
import Foundation
import Fuzzing

@testable import Archive

enum CommunityKeys { static let all = CommunityTable.keys }

/// An archive of ours with damage done to it: the first byte says to which, those up to 255 what (``Damage``), and what follows is
/// its manifest, where there is any.
private enum Input {
    static let desk = Desk("archives")
    static let bases: [Base] = {
        do { return try [false, true].map { try Base(desk.file($0 ? "points" : "plain"), hasDesign: $0) } } catch {
            fatalError("\(error)")
        }
    }()
    static let tables: [Tables] = {
        do { return try bases.map { try Tables($0.image) } } catch { fatalError("\(error)") }
    }()

    /// Keys of the manifest itself.
    static let words = Words(
        bases.flatMap {
            String(decoding: $0.manifest, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        })
    static let lines = Lines(words)

    static func seeds() -> [[UInt8]] {
        (0..<2).flatMap { base -> [[UInt8]] in
            let kinds: [[UInt8]] = [
                [], [0, 0, 16, 3, 7], [1, 0, 32, 0], [2, 1, 3, 0, 4], [3, 2, 1, 0], [4, 0, 5, 3],
            ]
            let heads = kinds.map { [UInt8(base)] + $0 }
            return heads + heads.map { $0 + [255] + bases[base].manifest }
        }
    }

    static func read(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first else { return }
        let place = Int(first & 1)
        let rest = bytes.dropFirst()
        let end = rest.firstIndex(of: 255) ?? rest.endIndex
        var damage = Damage(Array(rest[..<end])[...])
        let folder = desk.path
        for name in ["results.sqlite-wal", "results.sqlite-shm"] { unlink(desk.file(name)) }
        damage.applied(to: bases[place].image, tables[place]).withUnsafeBytes { desk.put($0, as: "results.sqlite") }
        if end < rest.endIndex {
            desk.put(UnsafeRawBufferPointer(rebasing: rest[(end + 1)...]), as: "manifest.json")
        } else {
            bases[place].manifest.withUnsafeBytes { desk.put($0, as: "manifest.json") }
        }
        report(folder)
        if first & 2 != 0 { goOn(folder, bases[place].inputs) }
    }

    /// As pages, figures and exports are made of it.
    private static func report(_ folder: String) {
        let manifest = Manifest.read(from: folder)
        guard let archive = try? Archive.read(folder) else { return }
        _ = try? archive.contents()
        _ = try? archive.design()
        _ = try? archive.activity()
        _ = try? archive.lengths()
        _ = try? archive.summaries(of: archive.observables)
        _ = try? archive.means(of: "need.mean", months: 1...2)
        for id in ["late", "early"] { _ = try? archive.runs(of: id) }
        _ = try? Export(archive).write(to: folder)
        if let manifest {
            _ = try? Results(archive, scenarios: manifest.scenarios.map(\.input.id), replicates: manifest.replicates)
        }
        try? archive.close()
    }

    /// As the same command once more opens it.
    private static func goOn(_ folder: String, _ inputs: Inputs) {
        guard let archive = try? Archive.open(folder, for: inputs) else { return }
        for id in ["late", "early"] { _ = try? archive.runs(of: id) }
        try? archive.close()
    }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialise(_ count: Start.Count, _ arguments: Start.Arguments) -> CInt {
    Start.begin("archives", count, arguments, words: Input.words, seeds: Input.seeds)
    return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
    let bytes = UnsafeBufferPointer(start: data, count: count)
    // The manifest changes line by line; what stands before it byte by byte.
    guard let end = bytes.firstIndex(of: 255), seed.isMultiple(of: 2), end + 1 < count else {
        return bytesChanged(data, count, most: most)
    }
    return end + 1 + Input.lines.mutate(data + end + 1, count - end - 1, most: most - end - 1, seed: seed >> 1)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Input.read(UnsafeRawBufferPointer(start: data, count: count))
    return 0
}
