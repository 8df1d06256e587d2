import Foundation
import Numerics
import Testing

@Suite("Differential equations against closed forms")
struct ODETests {
    static let methods = [ODE.Method.rungeKuttaFehlberg, .adams]

    /// dy/dt = -k y from 3.
    @Test(arguments: methods)
    func decay(method: ODE.Method) throws {
        let times = [0, 0.5, 1, 10.0]
        let states = try ODE.solve(from: [3], at: times, method: method) { [-0.7 * $1[0]] }
        #expect(states.count == 4 && states[0] == [3])
        for (time, state) in zip(times, states) { #expect(isClose(state[0], to: 3 * exp(-0.7 * time), within: 1e-7)) }
    }

    /// Logistic growth to 1, and an oscillator: two equations that do not touch, at the same steps.
    @Test(arguments: methods)
    func growthAndOscillation(method: ODE.Method) throws {
        let times = stride(from: 1.0, through: 9, by: 0.5).map { $0 }
        let states = try ODE.solve(from: [0.1, 1, 0], at: times, method: method) { _, y in
            [y[0] * (1 - y[0]), y[2], -y[1]]
        }
        for (time, state) in zip(times, states) {
            let t = time - 1
            #expect(isClose(state[0], to: 1 / (1 + 9 * exp(-t)), within: 1e-7))
            #expect(isClose(state[1], to: cos(t), within: 1e-7) && isClose(state[2], to: -sin(t), within: 1e-7))
        }
    }

    /// dy/dt = 2 t: the right-hand side sees the time.
    @Test(arguments: methods)
    func timeDependence(method: ODE.Method) throws {
        let states = try ODE.solve(from: [4], at: [2, 5], method: method) { time, _ in [2 * time] }
        #expect(isClose(states[1][0], to: 25, within: 1e-7))
    }

    @Test func aLooserToleranceIsLessExact() throws {
        func error(_ tolerance: ODE.Tolerance) throws -> Double {
            let states = try ODE.solve(from: [1, 0], at: [0, 20], tolerance: tolerance) { [$1[1], -$1[0]] }
            return abs(states[1][0] - cos(20))
        }
        let loose = try error(.init(absolute: 1e-4, relative: 0))
        #expect(try error(.init()) < 1e-7)
        #expect(loose > 1e-7 && loose < 1e-2)
    }

    @Test func nothingToDo() throws {
        #expect(try ODE.solve(from: [1], at: [3]) { [$1[0]] } == [[1]])
        #expect(try ODE.solve(from: [1], at: []) { [$1[0]] } == [])
        #expect(try ODE.solve(from: [], at: [0, 1]) { $1 } == [[], []])
    }

    /// dy/dt = y^2 from 1 is infinite at 1: no number of steps passes it.
    @Test(arguments: methods)
    func aSolutionThatEndsIsAnError(method: ODE.Method) {
        #expect(throws: NumericsError.self) {
            try ODE.solve(from: [1], at: [0, 2], method: method) { [$1[0] * $1[0]] }
        }
    }

    @Test(arguments: methods)
    func wrongDerivativesAreErrors(method: ODE.Method) {
        #expect(throws: NumericsError.self) { try ODE.solve(from: [1], at: [0, 1], method: method) { _, _ in [.nan] } }
        #expect(throws: NumericsError.self) { try ODE.solve(from: [1], at: [0, 1], method: method) { _, _ in [] } }
    }

    @Test func wrongTimesAndTolerancesAreErrors() {
        #expect(throws: NumericsError.self) { try ODE.solve(from: [1], at: [0, 0]) { $1 } }
        #expect(throws: NumericsError.self) { try ODE.solve(from: [1], at: [0, .infinity]) { $1 } }
        for tolerance in [ODE.Tolerance(absolute: 0, relative: 0), .init(absolute: -1), .init(relative: .nan)] {
            #expect(throws: NumericsError.self) { try ODE.solve(from: [1], at: [0, 1], tolerance: tolerance) { $1 } }
        }
    }
}
