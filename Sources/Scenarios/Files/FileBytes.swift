import Foundation
import Governance

/// The bytes of a file that may be a scenario.
enum FileBytes {
    /// A city of ten million people takes about 1 MiB; what is larger is something else.
    static let limit = 4 << 20
    /// Tables of points and of cases are lists of numbers, quickly read.
    static let tableLimit = 16 << 20

    /// Reads a regular file of at most so many bytes; `place` is where a fault is reported.
    static func read(
        _ path: String, reportedAt place: Place, _ keyPath: String, most: Int = limit
    ) throws(ScenarioFaults) -> [UInt8] {
        func fault(_ en: String, _ zh: String) -> ScenarioFaults {
            ScenarioFaults(faults: [
                ScenarioFault(
                    place, keyPath, found: Text(en: en, zh: zh),
                    expected: Text(en: "a readable scenario file", zh: "可读取的情景文件"))
            ])
        }
        let attributes: [FileAttributeKey: Any]
        do {
            let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            attributes = try FileManager.default.attributesOfItem(atPath: target)
        } catch {
            throw fault("no file at \(path)", "不存在的文件 \(path)")
        }
        let kind = attributes[.type] as? FileAttributeType
        if kind == .typeDirectory { throw fault("a directory at \(path)", "目录 \(path)") }
        guard kind == .typeRegular else { throw fault("no regular file at \(path)", "非普通文件 \(path)") }
        let bytes: [UInt8]
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            bytes = try readAll(file, most)
        } catch {
            throw fault("a file at \(path) that cannot be read", "无法读取的文件 \(path)")
        }
        guard bytes.count <= most else {
            throw fault("a file of more than \(most >> 20) MiB at \(path)", "超过 \(most >> 20) MiB 的文件 \(path)")
        }
        return bytes
    }

    /// Up to one byte more than the limit.
    private static func readAll(_ file: FileHandle, _ limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit, let piece = try file.read(upToCount: limit + 1 - bytes.count), !piece.isEmpty {
            bytes.append(contentsOf: piece)
        }
        return bytes
    }
}
