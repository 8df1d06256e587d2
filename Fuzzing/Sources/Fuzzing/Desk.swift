import Foundation

/// A folder for files that are read again and again: in memory where the machine has such a place, gone at the end.
public final class Desk {
    public let path: String
    /// Files of the last input, which the next one may lack.
    private var written: Set<String> = []

    public init(_ name: String) {
        let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm/" : NSTemporaryDirectory()
        path = memory + "cogov-\(name)-\(getpid())"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let kept = path
        Desk.leave { try? FileManager.default.removeItem(atPath: kept) }
    }

    public func file(_ name: String) -> String { path + "/" + name }

    /// Puts a file in place of one of that name.
    public func put(_ bytes: UnsafeRawBufferPointer, as name: String) {
        let descriptor = open(file(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        precondition(descriptor >= 0, "\(file(name)) cannot be written")
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count, let base = bytes.baseAddress {
            let count = write(descriptor, base + done, bytes.count - done)
            precondition(count > 0, "\(file(name)) cannot be written")
            done += count
        }
    }

    public func put(_ text: String, as name: String) { Array(text.utf8).withUnsafeBytes { put($0, as: name) } }

    /// Puts the parts of an input, which lines of `%%` divide, under these names; those that it lacks are not there then.
    public func put(parts: [UnsafeRawBufferPointer], as names: [String]) {
        for (part, name) in zip(parts, names) {
            put(part, as: name)
            written.insert(name)
        }
        for name in names.dropFirst(parts.count) where written.remove(name) != nil { unlink(file(name)) }
    }

    private nonisolated(unsafe) static var leaving: [() -> Void] = []

    /// Does it when the program ends by itself.
    static func leave(_ work: @escaping () -> Void) {
        if leaving.isEmpty { atexit { for work in Desk.leaving { work() } } }
        leaving.append(work)
    }
}

extension UnsafeRawBufferPointer {
    /// The line that divides the parts of an input.
    public static let mark = "\n%%\n"

    /// The parts between lines of `%%`.
    public var parts: [UnsafeRawBufferPointer] {
        let mark = Array(Self.mark.utf8)
        var parts: [UnsafeRawBufferPointer] = []
        var start = startIndex
        var place = startIndex
        while place + mark.count <= endIndex {
            if self[place] == mark[0], self[place..<place + mark.count].elementsEqual(mark) {
                // The line's end before the mark is the part's own.
                parts.append(UnsafeRawBufferPointer(rebasing: self[start..<place + 1]))
                place += mark.count
                start = place
            } else {
                place += 1
            }
        }
        return parts + [UnsafeRawBufferPointer(rebasing: self[start..<endIndex])]
    }
}
