import Foundation

/// What every target does before the first input: seeds and dictionary are written, and the fuzzer is told where they are.
public enum Start {
    public typealias Count = UnsafeMutablePointer<CInt>
    public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>

    /// Adds the dictionary to the program's arguments, and the seeds behind the folders that were named.
    ///
    /// - Parameter seeds: made only where inputs are looked for, not where single ones are tried again.
    public static func begin(
        _ name: String, _ count: Count, _ arguments: Arguments, words: Words, seeds: () -> [[UInt8]]
    ) {
        guard let given = arguments.pointee else { return }
        var own = (0..<Int(count.pointee)).compactMap { given[$0].map { String(cString: $0) } }
        let named = own.dropFirst().filter { !$0.hasPrefix("-") }
        guard named.allSatisfy(isFolder) else { return }
        let desk = Desk(name + "-seeds")
        desk.put(Words(joining: [words, .edges]).dictionary, as: "dictionary")
        own.append("-dict=" + desk.file("dictionary"))
        let folders = ["grown", "seeds"].map(desk.file)
        for folder in folders {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        for (place, seed) in seeds().enumerated() { seed.withUnsafeBytes { desk.put($0, as: "seeds/\(place)") } }
        own += named.isEmpty ? folders : [folders[1]]
        // Never freed: the fuzzer reads them as long as it runs.
        let strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: own.count + 1)
        for (place, word) in own.enumerated() { strings[place] = strdup(word) }
        strings[own.count] = nil
        arguments.pointee = strings
        count.pointee = CInt(own.count)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
