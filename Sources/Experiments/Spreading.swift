import Archive
import Governance
import Logging
import Scenarios
import Synchronization

/// A session of several processes: the first holds it, tells the others which run comes next, and keeps what comes out.
extension Session {
    /// What the first process tells the others.
    enum Order: Equatable {
        case live(Run)
        /// The session is over, with that exit code.
        case end(Int32)

        var bytes: [UInt8] {
            let words: [Int64] =
                switch self {
                case .live(let run): [0, Int64(run.scenario), Int64(run.point), Int64(run.replicate)]
                case .end(let code): [1, Int64(code)]
                }
            return words.flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } }
        }

        init(_ bytes: [UInt8]) {
            let words = stride(from: 0, to: bytes.count, by: 8).map { place in
                bytes[place..<(place + 8)].reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
            }
            self =
                words[0] == 0
                ? .live(Run(scenario: Int(words[1]), point: Int(words[2]), replicate: Int(words[3])))
                : .end(Int32(words[1]))
        }
    }

    /// Lives what the first process of the company says, until it says that the session is over; returns its exit code.
    ///
    /// - Throws: ``SessionError`` `broken` where a process has failed between runs.
    public func follow() throws(SessionError) -> Int32 {
        guard let company else { preconditionFailure("who follows has company") }
        let meter = ProgressMeter(runs: 0, residentMonths: 0, time: time) { _ in }
        while true {
            do throws(ModelError) {
                switch Order(try company.hear([])) {
                case .end(let code): return code
                // How it ended, the first process knows as well.
                case .live(let run): _ = record(run, company, meter)
                }
            } catch { throw .broken(Text(en: error.description, zh: error.description)) }
        }
    }

    /// Tells the others that the session is over.
    public func dismiss(code: Int32) { _ = try? company?.hear(Order.end(code).bytes) }

    /// A run that all processes live together, ordered by the first.
    func ordered(_ run: Run, _ company: Company, _ meter: ProgressMeter) -> Result<RunRecord, Recorder.Ending> {
        do throws(ModelError) { _ = try company.hear(Order.live(run).bytes) } catch {
            return .failure(.failed(month: 0, reason: error.description))
        }
        return record(run, company, meter)
    }

    private func record(_ run: Run, _ company: Company, _ meter: ProgressMeter) -> Result<RunRecord, Recorder.Ending> {
        Result { () throws(Recorder.Ending) in
            let scenario: PlannedScenario
            do throws(ScenarioFaults) { scenario = try experiment.scenario(of: run) } catch {
                company.fail(error.description)
                throw .failed(month: 0, reason: error.description)
            }
            var recorder = recorder(run, scenario, cores, meter)
            recorder.keeper = nil
            recorder.company = company
            let before = company.traffic
            let record = try recorder.record()
            do throws(ModelError) {
                let traffic = try company.traffic(since: before)
                let months = scenario.specification.burnIn + scenario.specification.months
                if company.isFirst { told(run, traffic, months: months, processes: company.count) }
            } catch { throw .failed(month: record.months, reason: error.description) }
            return record
        }
    }

    private func told(_ run: Run, _ traffic: Company.Traffic, months: Int, processes: Int) {
        let address = experiment.address(of: run)
        spread.add(traffic, months: months, processes: processes)
        logger.info(
            "run spread",
            metadata: [
                "scenario": "\(address.scenario)", "replicate": "\(address.replicate)", "processes": "\(processes)",
                "meetings a month": "\(traffic.meetings / max(1, months))",
                "messages a month": "\(traffic.messages / max(1, months))",
                "bytes a month": "\(traffic.sent / max(1, months))",
            ])
    }
}

/// What the processes of a session have exchanged so far.
final class SpreadCount: Sendable {
    private let sum = Mutex<Manifest.Spread?>(nil)

    var value: Manifest.Spread? { sum.withLock { $0 } }

    func add(_ traffic: Company.Traffic, months: Int, processes: Int) {
        sum.withLock { sum in
            var spread = sum ?? Manifest.Spread(processes: processes)
            spread.months += months
            spread.meetings += traffic.meetings
            spread.messages += traffic.messages
            spread.bytes += traffic.sent
            sum = spread
        }
    }
}
