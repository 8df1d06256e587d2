/// How the processes that live one run together reach one another.
///
/// Processes are numbered from 0. All of them call ``gather(_:)`` and ``swap(_:)`` together, in the same order. What cannot be
/// carried ends the whole run, as a broken machine does: there is nothing that the model could do about it.
public protocol Transport: AnyObject, Sendable {
    /// This process.
    var place: Int { get }
    /// All of them, at least 1.
    var count: Int { get }
    /// What every process gives, in their order, its own included.
    func gather(_ own: [UInt8]) -> [[UInt8]]
    /// Gives each process the part of its number; what each of them gave to this one.
    func swap(_ parts: [[UInt8]]) -> [[UInt8]]
    func send(_ bytes: [UInt8], to place: Int)
    /// The next that the process sent, once it is there.
    func receive(from place: Int) -> [UInt8]
}
