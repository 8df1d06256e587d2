import Experiments
import Foundation
import Governance

/// What `sweep --engine slurm` does once the design is read: scripts, and unless it is a rehearsal their submission.
struct Submission {
    let experiment: Experiment
    let folder: String
    let options: SlurmOptions
    /// The words that run this design, but for where to.
    let words: [String]
    let fresh: Bool
    let isDry: Bool
    let quiet: Bool

    func callAsFunction() async throws {
        let place = FileManager.default.currentDirectoryPath
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath().path ?? CommandLine.arguments[0]
        let sweep = SlurmSweep(
            experiment, folder: folder.hasPrefix("/") ? folder : place + "/" + folder, place: place, options: options,
            program: Cogov.program, executable: program, words: words)
        do throws(SessionError) {
            if !isDry, let jobs = sweep.underWay() {
                throw .refused(
                    Text(
                        en:
                            "Job \(jobs.array ?? 0) of \(folder) is in the queue still. cogov sweep status \(folder) follows it, "
                            + "scancel \(jobs.array ?? 0) ends it.",
                        zh: "\(folder) 的作业 \(jobs.array ?? 0) 仍在队列中。cogov sweep status \(folder) 可查看进展，"
                            + "scancel \(jobs.array ?? 0) 可终止。"))
            }
            let proposal = try await sweep.propose(
                fresh: fresh, memory: Machine.memory, time: Timekeeper(ContinuousClock()))
            guard !isDry else { return Terminal.print(scripts(proposal)) }
            guard !proposal.isDone else {
                if !quiet { Terminal.print(done(proposal)) }
                return
            }
            let jobs = try sweep.submit(proposal, fresh: fresh, date: Date())
            if !quiet { Terminal.print(note(proposal, jobs)) }
        } catch {
            Terminal.complain(error.message[tongue])
            throw error.isRefusal ? Ending.badInput : Ending.failed
        }
    }

    private func done(_ proposal: SlurmSweep.Proposal) -> String {
        said(
            "\(proposal.joined) of \(proposal.runs) runs are in \(folder), \(proposal.failed) failed by themselves; "
                + "nothing is left to submit.\n",
            "\(folder) 已有 \(proposal.runs) 次运行中的 \(proposal.joined) 次，\(proposal.failed) 次自身失败；无需再提交。\n")
    }

    private func scripts(_ proposal: SlurmSweep.Proposal) -> String {
        "\(plan(proposal))\n--- tasks.sh (sbatch --array=\(proposal.numbers))\n\(proposal.array)"
            + "\n--- merge.sh\n\(proposal.merge)"
    }

    private func plan(_ proposal: SlurmSweep.Proposal) -> String {
        let plan = proposal.plan
        return said(
            "\(proposal.missing) runs left, in \(proposal.tasks.count) of \(plan.tasks) tasks of \(plan.cores) cores and "
                + "\(plan.memory) MB, at most \(plan.minutes) min each\n"
                + (proposal.failed > 0 ? "\(proposal.failed) runs failed by themselves and are not tried again\n" : ""),
            "剩余 \(proposal.missing) 次运行，分布于 \(plan.tasks) 个任务中的 \(proposal.tasks.count) 个；每个任务 \(plan.cores) 核、"
                + "\(plan.memory) MB，至多 \(plan.minutes) 分钟\n"
                + (proposal.failed > 0 ? "\(proposal.failed) 次运行自身失败，不再重试\n" : ""))
    }

    private func note(_ proposal: SlurmSweep.Proposal, _ jobs: SlurmJobs) -> String {
        let numbers = [jobs.array, jobs.merge].compactMap { $0 }.map(String.init).joined(separator: ", ")
        return plan(proposal)
            + said(
                "submitted: \(numbers). cogov sweep status \(folder) follows them.\n",
                "已提交：\(numbers)。cogov sweep status \(folder) 可查看进展。\n")
    }
}
