import Dispatch
import Experiments
import Foundation

/// Turns an interruption (Ctrl-C, SIGTERM from a batch system, SIGHUP from a terminal that goes) into a clean end; a second one
/// ends at once.
final class Signals {
    private let sources: [any DispatchSourceSignal]
    private let numbers: [Int32]

    init(stop: StopSignal, announce: @escaping @Sendable () -> Void) {
        numbers = [SIGINT, SIGTERM] + (Self.outlivesTerminal ? [] : [SIGHUP])
        sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
            source.setEventHandler {
                signal(number, SIG_DFL)
                stop.raise()
                announce()
            }
            source.resume()
            return source
        }
    }

    /// For work that keeps what was lived and goes on by the same command.
    ///
    /// - Parameter isShown: whether a progress line stands on the terminal.
    convenience init(keeping stop: StopSignal, isShown: Bool) {
        self.init(stop: stop) {
            if isShown { ProgressLine.clear() }
            Terminal.complain(said("Stopping; what was lived is kept.", "正在停止；已完成的运行会保留。"))
        }
    }

    /// Signals end the process again.
    func end() {
        for source in sources { source.cancel() }
        for number in numbers { signal(number, SIG_DFL) }
    }

    /// Whether whoever began this wants it to go on when the terminal goes (`nohup`).
    private static var outlivesTerminal: Bool {
        var now = sigaction()
        return sigaction(SIGHUP, nil, &now) == 0 && isIgnored(now)
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        return handler == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
