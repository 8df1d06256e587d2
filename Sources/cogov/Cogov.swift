import ArgumentParser
import Foundation

/// The command line: parses, calls, prints.
@main struct Cogov: AsyncParsableCommand {
    static let version = "0.1.0"
    static let program = "Cogov \(version)"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cogov",
            abstract: said("Simulate how urban communities are governed, and compare.", "模拟并比较城市社区的治理方式。"),
            discussion: said(
                """
                Four examples:
                  cogov compare street-committee qingyuan
                      two ways to govern the same people: what differs, by how much, how surely
                  cogov run jinsong --on xinhong --months 24
                      a regime on another place; results go to Results/jinsong
                  cogov describe levers
                      what a scenario can change
                  cogov studio
                      a page in the browser: govern a community, alone or with a class

                Exit: 0 done, 1 failed while running, 2 bad usage or input (nothing written),
                3 interrupted (the same command goes on).
                """,
                """
                四个例子：
                  cogov compare street-committee qingyuan
                      同一批居民、两种治理方式：差别何在、有多大、有多可靠
                  cogov run jinsong --on xinhong --months 24
                      把一种治理方式置于另一地点；结果写入 Results/jinsong
                  cogov describe levers
                      情景可以改变的制度参数
                  cogov studio
                      浏览器中的网页工作室：独自或全班治理一个社区

                退出码：0 完成，1 运行中失败，2 用法或输入有误（未写入任何内容），3 被中断（重复同一命令即可继续）。
                """),
            version: program,
            subcommands: [
                Run.self, Compare.self, Explain.self, Why.self, ScaleUp.self, MakePlan.self, Sweep.self,
                Sensitivity.self, Discover.self, ExportCommand.self, Check.self, Plot.self, Describe.self, Schema.self,
                New.self, RenewReport.self, Calibrate.self, Allocate.self, Verify.self, TestClaims.self,
                StudioCommand.self,
            ])
    }

    /// Runs a command that was parsed.
    static func obey(_ parsed: any ParsableCommand) async throws {
        var command = parsed
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
    }

    /// Like the library's own, but with the exit codes of the contract: bad usage is 2.
    static func main() async {
        // A limit on the size of files is an error to tell, as a full disk is, and a reader that has gone an end of showing:
        // neither is a reason to die.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        do {
            try Footing.check()
            try await obey(try parseAsRoot())
            try Terminal.settle()
        } catch let ending as Ending {
            ending.leave()
        } catch {
            guard exitCode(for: error) == .success else {
                Terminal.complain(fullMessage(for: error))
                Ending.badInput.leave()
            }
            exit(withError: error)
        }
    }
}
