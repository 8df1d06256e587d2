import Foundation
import Reporting

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

    private static func write(_ text: String, to descriptor: Int32) {
        FileHandle(fileDescriptor: descriptor).write(Data(text.utf8))
    }
}
