import Foundation

/// How a command ends other than well.
enum Ending: Int32, Error {
    case failed = 1
    case badInput = 2
    case interrupted = 3

    func leave() -> Never { exit(rawValue) }
}
