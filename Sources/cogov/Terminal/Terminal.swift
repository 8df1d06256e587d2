import Foundation
import Reporting
import Synchronization

/// Standard output and standard error, and what they are connected to.
enum Terminal {
    static let hasScreen = isatty(STDOUT_FILENO) == 1
    /// Whether somebody looks at standard error.
    static let hasWatcher = isatty(STDERR_FILENO) == 1

    /// Whether another process of the command speaks for this one.
    nonisolated(unsafe) static var isMuted = false
    /// What this one would have complained of.
    nonisolated(unsafe) private(set) static var unsaid = ""

    static func print(_ text: String) { if !isMuted { write(text, to: STDOUT_FILENO) } }

    /// Writes lines to standard error.
    static func complain(_ text: String) {
        let line = text.hasSuffix("\n") ? text : text + "\n"
        if isMuted { unsaid += line } else { write(line, to: STDERR_FILENO) }
    }

    /// Replaces the last line of the screen.
    static func showProgress(_ line: String) {
        if !isMuted { write("\r\u{1B}[K" + line, to: STDERR_FILENO) }
    }

    /// A style for standard output; lines are as long as they like where it is no screen and `unbounded` is wanted.
    static func style(unbounded: Bool = false) -> ScreenStyle {
        guard hasScreen else { return ScreenStyle(colour: false, width: unbounded ? .max : 80) }
        let colour = ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
        return ScreenStyle(colour: colour, width: columns(of: STDOUT_FILENO) ?? 80)
    }

    static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Why standard output could not be written, if it could not: the system's number.
    private static let failure = Mutex<Int32?>(nil)

    /// Writes what can be written. A reader that has seen enough (`| head`) or a terminal that is gone ends the showing and not the
    /// work: results are kept in files.
    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            case let reason:
                if descriptor == STDOUT_FILENO, reason != EPIPE, reason != EIO {
                    failure.withLock { $0 = $0 ?? reason }
                }
                return
            }
        }
    }

    /// Says that standard output could not be written, where it could not; what was asked to be printed is then missing.
    ///
    /// - Throws: `Ending.failed`.
    static func settle() throws(Ending) {
        guard let reason = failure.withLock({ $0 }) else { return }
        let words = String(cString: strerror(reason))
        complain(
            said(
                "Standard output could not be written: \(words). What was to be kept in files is kept.",
                "无法写入标准输出：\(words)。应保存到文件的内容均已保存。"))
        throw .failed
    }
}
