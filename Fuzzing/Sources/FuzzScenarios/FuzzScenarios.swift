import Fuzzing
import Governance
import Scenarios

/// A scenario with what it extends, the place that it names and changes as `--set` has them, divided by lines of `%%`. It may
/// extend `right.yaml` too, a small scenario that uses every key.
private enum Input {
    static let names = ["scenario.yaml", "base.yaml", "place.yaml", "changes"]

    static let desk: Desk = {
        let desk = Desk("scenarios")
        desk.put(right, as: "right.yaml")
        return desk
    }()

    static let right =
        Repository.texts(in: "Tests/ScenariosTests/Fixtures").first { $0.name == "right.yaml" }?.text ?? ""

    static let words = Words(joining: [
        Words(schema: ScenarioSchema.json()), Words(schema: ScenarioSchema.placeJSON()), Words(Lever.all.map(\.key)),
        Words(Parameters.all.map(\.key)),
        Words(["extends: base.yaml", "extends: right.yaml", "place: place.yaml", UnsafeRawBufferPointer.mark]),
    ])

    static let lines = Lines(words)

    /// The fixtures of wrong files, `right.yaml` itself, and every section of every shipped file over it.
    static func seeds() -> [[UInt8]] {
        let wrong = Repository.texts(in: "Tests/ScenariosTests/Fixtures/wrong").map {
            $0.text.replacing("../right.yaml", with: "right.yaml")
        }
        let sections = ["regimes", "parts", "futures", "scaleups"].flatMap { Repository.texts(in: "Scenarios/" + $0) }
            .flatMap { Repository.sections(of: $0.text) }
            .filter { section in
                !["extends:", "place:", "id:", "title:", "summary:"].contains { section.hasPrefix($0) }
            }
            .map { "extends: right.yaml\n" + $0 }
        let mark = UnsafeRawBufferPointer.mark
        let onPlaces = Repository.texts(in: "Scenarios/places").filter { $0.text.utf8.count < 4000 }.map {
            "extends: right.yaml\npeople: null\nplace: place.yaml\(mark)\(mark)\($0.text)"
        }
        let changes = "months=3\ninstitutions.taskLoad=0.5\npeople.communities.east.people=5"
        let texts = [right, "extends: right.yaml\(mark)\(mark)\(mark)\(changes)"] + wrong + sections + onPlaces
        return texts.map { Array($0.utf8) }
    }

    static func read(_ bytes: UnsafeRawBufferPointer) {
        let parts = bytes.parts
        desk.put(parts: parts, as: names)
        let changes =
            parts.count > 3
            ? String(decoding: parts[3], as: UTF8.self).split(separator: "\n").prefix(8).map(String.init) : []
        let path = desk.file(names[0])
        if let document = try? ScenarioReader.read(path: path, overrides: changes), changes.isEmpty {
            // What was read can be told again as one file, which then means the same.
            let text = document.text(id: document.specification.id)
            guard let again = try? ScenarioSource(text: text, named: "again").document() else {
                fatalError("what was read is not read again:\n\(text)")
            }
            precondition(
                again.specification.residentCount == document.specification.residentCount
                    && again.specification.events.count == document.specification.events.count,
                "what was read again means something else:\n\(text)")
        }
        if parts.count > 1 { _ = try? ScenarioReader.readPlace(path: desk.file(names[1])) }
    }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialise(_ count: Start.Count, _ arguments: Start.Arguments) -> CInt {
    Start.begin("scenarios", count, arguments, words: Input.words, seeds: Input.seeds)
    return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
    Input.lines.mutate(data, count, most: most, seed: seed)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Input.read(UnsafeRawBufferPointer(start: data, count: count))
    return 0
}
