import Governance

/// Which runs may be under way at once: cores and memory are shared out among them.
struct Lanes {
    /// Cores in all, at least 1.
    let cores: Int
    /// Bytes in all that worlds may take; the first run starts even if it needs more.
    let memory: Int
    private(set) var coresFree: Int
    private(set) var memoryFree: Int
    private(set) var underWay = 0

    init(cores: Int, memory: Int) {
        self.cores = max(1, cores)
        self.memory = memory
        coresFree = self.cores
        memoryFree = memory
    }

    /// Threads for the next run; nil while it has to wait.
    ///
    /// - Parameters:
    ///   - waiting: runs that have not begun, this one included.
    ///   - bytes: memory that its world takes.
    /// - Returns: 1 while there are as many runs as cores, else its part of the cores.
    mutating func enter(waiting: Int, bytes: Int) -> Int? {
        guard hasRoom(for: bytes) else { return nil }
        let share = max(1, (coresFree + waiting - 1) / max(1, waiting))
        coresFree -= share
        memoryFree -= bytes
        underWay += 1
        return share
    }

    /// Whether a run whose world takes so many bytes can begin now.
    func hasRoom(for bytes: Int) -> Bool { coresFree > 0 && (underWay == 0 || bytes <= memoryFree) }

    mutating func leave(threads: Int, bytes: Int) {
        coresFree += threads
        memoryFree += bytes
        underWay -= 1
    }
}
