import Experiments
import Governance

/// Lives a side of a game on a thread of its own, month by month, until it has gone as far as was asked, is stopped, or takes too
/// long.
struct SideRun: Sendable {
    let game: Game
    let side: Int
    let stop: StopSignal
    let time: Timekeeper
    /// Seconds that it may take.
    let most: Double

    func callAsFunction() {
        let began = game.change { state -> Game.Side? in
            guard state.sides[side].stop === stop else { return nil }
            guard !stop.isRaised else {
                state.sides[side].stop = nil
                return nil
            }
            state.sides[side].standing = .living
            return state.sides[side]
        }
        guard let began else { return }
        do { try live(from: began) } catch { fail(error) }
    }

    /// A world and what has been told of it.
    private struct Course {
        let world: World
        var chronicle: Chronicle

        var kept: Lived.Kept { Lived.Kept(bytes: world.snapshot(), chronicle: chronicle) }

        mutating func advance() throws -> [Occurrence] { try world.advance(telling: &chronicle) }
    }

    private func live(from began: Game.Side) throws {
        var course = try course(of: began)
        let start = time.now()
        while !isOver(course) {
            guard (time.now() - start).seconds < most else {
                throw Refusal(.full, "It takes more than \(Int(most)) seconds.", "用时超过 \(Int(most)) 秒。")
            }
            let occurrences = try course.advance()
            let seen = MonthSeen(course.world, occurrences)
            let month = course.world.monthsDone
            let kept = month % Lived.stride == 0 ? course.kept : nil
            game.note { game in
                guard game.sides[side].stop === stop else { return }
                game.sides[side].lived.months.append(seen)
                if let kept { game.sides[side].lived.states[month] = kept }
            }
        }
    }

    /// The run where it was left, or at its start.
    private func course(of began: Game.Side) throws -> Course {
        let specification = began.scenario.specification
        let done = began.lived.months.count
        var course: Course
        if let (_, kept) = began.lived.state(by: done) {
            course = Course(world: try World(kept.bytes, specification), chronicle: kept.chronicle)
        } else {
            let setup = game.setup
            let world = try World(founding: specification, seed: setup.seed, replicate: UInt32(setup.replicate))
            course = Course(world: world, chronicle: Chronicle())
            while world.monthsDone < -1, !stop.isRaised { try world.advanceBurnIn() }
            // The last month before the start is looked at, so that what is there already is no news.
            if world.monthsDone == -1 { _ = try course.advance() }
            guard world.monthsDone == 0 else { return course }
            note(start: course)
        }
        while course.world.monthsDone < done { _ = try course.advance() }
        return course
    }

    private func note(start course: Course) {
        let (layout, traits, kept) = (Layout(course.world), course.world.traits, course.kept)
        game.change { state in
            state.sides[side].lived.layout = layout
            state.sides[side].lived.traits = traits
            state.sides[side].lived.states[0] = kept
        }
    }

    /// Whether the run has gone as far as it is to go; it is then closed, unless somebody asks for more in that moment.
    private func isOver(_ course: Course) -> Bool {
        let month = course.world.monthsDone
        let mayGoOn = game.with { !stop.isRaised && month < $0.sides[side].until }
        guard !mayGoOn else { return false }
        let kept = month > 0 && month % Lived.stride != 0 ? course.kept : nil
        return game.change { state in
            guard state.sides[side].stop === stop else { return true }
            if !stop.isRaised, month < state.sides[side].until { return false }
            state.sides[side].stop = nil
            if let kept { state.sides[side].lived.states[month] = kept }
            if state.sides[side].standing == .living {
                state.sides[side].standing = month >= state.setup.months ? .ended : .paused
            }
            return true
        }
    }

    private func fail(_ error: any Error) {
        game.change { state in
            guard state.sides[side].stop === stop else { return }
            state.sides[side].stop = nil
            state.sides[side].standing = .failed
            state.sides[side].failure =
                (error as? Refusal)?.message ?? Text(en: "The run breaks: \(error)", zh: "运行出错：\(error)")
        }
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
