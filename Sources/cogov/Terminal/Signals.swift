import Dispatch
import Experiments
import Foundation

/// Turns an interruption (Ctrl-C, or SIGTERM from a batch system) into a clean end; a second one ends at once.
final class Signals {
    private let sources: [any DispatchSourceSignal]

    init(stop: StopSignal, announce: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
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

    /// Signals end the process again.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
