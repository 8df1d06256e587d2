import Foundation

/// What this machine has.
enum Machine {
    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Bytes that worlds may take: nine tenths of what is free now, or of all where the system does not tell; less where this process
    /// (`ulimit -v`) or its group (a batch system's job, a container) is limited.
    static var memory: Int {
        let all = Int(clamping: ProcessInfo.processInfo.physicalMemory)
        let limits = [addressSpace, group].compactMap { $0 }.map { max(0, $0 - Footing.memory) }
        return min(available ?? all, limits.min() ?? .max) / 10 * 9
    }

    /// Bytes that this process may still take by its own limit; nil where it has none.
    static var addressSpace: Int? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < rlim_t(Int.max),
            let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").first.flatMap({ Int($0) })
        else { return nil }
        return Int(limit.rlim_cur) - pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Bytes that the process' control group (version 2) may still take; nil where it has no limit.
    private static var group: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/cgroup", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("0::/") })
        else { return nil }
        let folder = "/sys/fs/cgroup" + line.dropFirst(3)
        func number(_ name: String) -> Int? {
            let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        }
        guard let most = number("memory.max"), let taken = number("memory.current") else { return nil }
        // What is only cached can be had.
        let cached =
            (try? String(contentsOfFile: folder + "/memory.stat", encoding: .utf8))?.split(separator: "\n")
            .first { $0.hasPrefix("file ") }.flatMap { Int($0.dropFirst(5)) } ?? 0
        return most - taken + cached
    }

    /// Linux' estimate of what can be had without swapping.
    private static var available: Int? {
        guard let text = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("MemAvailable:") }),
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return kilobytes * 1024
    }
}
