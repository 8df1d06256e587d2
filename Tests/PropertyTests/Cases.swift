import Foundation
import Governance
import RandomScenarios
import Scenarios
import Testing

/// Which random scenarios a property is tried on.
///
/// In a plain `swift test` some dozens; `COGOV_CASES=500` tries 500 of them, `COGOV_CASES=500-999` those of these numbers, and
/// `COGOV_CASES=17-17` the one that failed.
enum Cases {
    static func first(_ usual: Int) -> [Int] {
        guard let asked = ProcessInfo.processInfo.environment["COGOV_CASES"] else { return Array(0..<usual) }
        let ends = asked.split(separator: "-").compactMap { Int($0) }
        return ends.count == 2 ? Array(ends[0]...max(ends[0], ends[1])) : Array(0..<(ends.first ?? usual))
    }
}

extension RandomScenario {
    /// Reads it as any file is read.
    func document(_ changes: [String] = []) throws -> ScenarioDocument {
        do throws(ScenarioFaults) {
            return try ScenarioSource(text: yaml, named: "random-\(number).yaml").document(
                changes.map { ScenarioChange($0) })
        } catch {
            Issue.record("scenario \(number) is not valid: \(error)")
            throw error
        }
    }

    func specification() throws -> ScenarioSpecification { try document().specification }
}

/// Does the work on a scenario's life. One in which somebody owes more than a ledger books ends there, as it says, and is not held to
/// more.
func unlessAbsurd(_ work: () throws -> Void) throws {
    do { try work() } catch let error as ModelError where error.isAbsurd {
    } catch WorldError.burnIn(_, let error) where error.isAbsurd {
    }
}

extension World {
    /// Lives a month; says whether it could, or somebody owes more than a ledger books.
    func goesOn() throws -> Bool {
        do { try advance() } catch {
            guard error.isAbsurd else { throw error }
            return false
        }
        return true
    }
}

extension ModelError {
    fileprivate var isAbsurd: Bool {
        if case .ledger(.tooLarge) = self { true } else { false }
    }
}
