import Archive
import Foundation

/// What a process must have to stand on: its three streams, some files that it may open, some memory. What is missing is told at once
/// instead of breaking something later.
enum Footing {
    /// Files that a command has open at the same time at most: the archive with its log, tables, the event loop of the system.
    private static let files: rlim_t = 32
    /// Bytes that a command takes beside worlds: libraries, tables, pages.
    static let memory = 128 << 20

    /// - Throws: `Ending.badInput` after a word on what is missing.
    static func check() throws(Ending) {
        holdStreams()
        try checkFiles()
        try checkMemory()
    }

    /// A stream that was closed leads nowhere from here on, or the next file opened would take its number, and what is printed would be
    /// written into it.
    private static func holdStreams() {
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDWR)
        }
    }

    private static func checkFiles() throws(Ending) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < files else {
            return
        }
        // What one may have for the asking is taken.
        limit.rlim_cur = min(limit.rlim_max, files)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        guard limit.rlim_cur < files else { return }
        Terminal.complain(
            said(
                "This process may open \(limit.rlim_cur) files only; it takes \(files). Raise the limit: ulimit -n 1024",
                "本进程至多可打开 \(limit.rlim_cur) 个文件，而需要 \(files) 个。请提高上限：ulimit -n 1024"))
        throw .badInput
    }

    private static func checkMemory() throws(Ending) {
        guard let room = Machine.addressSpace, room < memory else { return }
        Terminal.complain(
            said(
                "This process may take \(Bytes(max(0, room))) of memory more; it takes \(Bytes(memory)) at least. "
                    + "Raise the limit: ulimit -v unlimited",
                "本进程还可使用内存 \(Bytes(max(0, room)))，至少需要 \(Bytes(memory))。请提高上限：ulimit -v unlimited"))
        throw .badInput
    }
}
