import Foundation

/// What this machine has.
enum Machine {
    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Bytes that worlds may take: nine tenths of what is free now, or of all where the system does not tell.
    static var memory: Int {
        let all = Int(clamping: ProcessInfo.processInfo.physicalMemory)
        return (available ?? all) / 10 * 9
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
