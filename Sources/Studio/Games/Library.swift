import Foundation
import Governance
public import Scenarios
import Synchronization

/// The regimes and places that can be chosen, read once.
public final class Library: Sendable {
    private let shelves: ScenarioLibrary
    private let sources = Mutex<[String: ScenarioSource]>([:])

    public init(_ shelves: ScenarioLibrary) { self.shelves = shelves }

    var regimes: [String] { shelves.names(on: .regimes) }
    var places: [String] { shelves.names(on: .places) }

    /// The path of a place or a regime that is on its shelf.
    ///
    /// - Throws: ``Refusal`` `unknown`; no other file can be named.
    func path(_ id: String, on shelf: ScenarioLibrary.Shelf, key: String) throws(Refusal) -> String {
        let names = shelves.names(on: shelf)
        guard names.contains(id) else {
            let what = shelf == .places ? Text(en: "place", zh: "地点") : Text(en: "regime", zh: "治理模式")
            throw .unknown(what, id, key: key, among: names)
        }
        return "\(shelves.folder)/\(shelf.rawValue)/\(id).yaml"
    }

    /// A regime on a place, or a scenario file's text.
    func source(_ side: GameSetup.Side, on place: String?) throws(Refusal) -> ScenarioSource {
        do throws(ScenarioFaults) {
            if let text = side.scenario {
                return try ScenarioSource(text: text, named: "scenario.yaml")
            }
        } catch { throw .faults(error) }
        let regime = side.regime ?? ""
        let name = "\(regime) \(place ?? "")"
        if let known = sources.withLock({ $0[name] }) { return known }
        let path = try path(regime, on: .regimes, key: "regimes")
        var other: String?
        if let place { other = try self.path(place, on: .places, key: "place") }
        do throws(ScenarioFaults) {
            let source = try ScenarioSource(path: path, on: other)
            sources.withLock { $0[name] = source }
            return source
        } catch { throw .faults(error) }
    }
}
