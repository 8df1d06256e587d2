import Foundation

/// The files of this repository that seeds are made from.
public enum Repository {
    /// Its folder: this file stands in `Fuzzing/Sources/Fuzzing`.
    public static let folder = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }.path

    /// The texts of a folder's files with that ending, by name.
    public static func texts(in name: String, ending: String = ".yaml") -> [(name: String, text: String)] {
        let path = folder + "/" + name
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
            (try? String(contentsOfFile: path + "/" + name, encoding: .utf8)).map { (name, $0) }
        }
    }

    /// The sections of a YAML file: each key of the first level with all below it.
    public static func sections(of text: String) -> [String] {
        var sections: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let first = line.first, first.isLetter {
                sections.append(line + "\n")
            } else if !sections.isEmpty {
                sections[sections.count - 1] += line + "\n"
            }
        }
        return sections
    }
}
