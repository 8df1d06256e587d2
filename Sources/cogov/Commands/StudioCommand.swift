import ArgumentParser
import Experiments
import Foundation
import Logging
import Studio

struct StudioCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "studio",
            abstract: said("Serve a page on which to govern a community and watch it.", "启动网页工作室：治理一个社区并观察其变化。"),
            discussion: said(
                """
                Open the printed address in a browser. Only this machine can, unless --host names another address of it: then
                whoever has the address with its token can, over a network that others may listen to.

                Set-ups are kept in --out; what happened is lived again from them. Ctrl-C ends it.

                Example: cogov studio
                         cogov studio --host 0.0.0.0 --port 8080
                """,
                """
                在浏览器中打开所显示的地址。默认仅本机可以访问；以 --host 指定本机的其他地址后，持有带令牌地址的人即可经网络访问，
                而网络上的传输可能被他人看到。

                设置保存在 --out 中，所发生的一切可由此重新运行。按 Ctrl-C 结束。

                例：cogov studio
                    cogov studio --host 0.0.0.0 --port 8080
                """))
    }

    @Option(help: ArgumentHelp(said("Port to listen on; 0 for any free one.", "监听端口；0 表示任一空闲端口。"), valueName: "p"))
    var port = 8750

    @Option(
        help: ArgumentHelp(
            said("Address of this machine to listen on.", "监听的本机地址。"), valueName: "address"))
    var host = "127.0.0.1"

    @Flag(
        help: ArgumentHelp(
            said(
                "Ask for a token on this machine too, where others are logged in; with --host it is always asked for.",
                "本机访问也须令牌：用于有其他人登录的机器；使用 --host 时总是需要令牌。")))
    var token = false

    @Option(help: ArgumentHelp(said("Folder for set-ups.", "保存设置的目录。"), valueName: "folder"), completion: .directory)
    var out = "Results/studio"

    @Option(
        help: ArgumentHelp(
            said("Most residents of 16 and older in a game.", "每个对局 16 岁及以上居民数上限。"), valueName: "n"))
    var residents = 150_000

    @Option(help: ArgumentHelp(said("Most months of a game.", "每个对局的月数上限。"), valueName: "m"))
    var months = 240

    @Option(help: ArgumentHelp(said("Most games that are kept.", "保存的对局数上限。"), valueName: "n"))
    var games = 500

    @Option(
        help: ArgumentHelp(said("Runs lived at once (default: all cores).", "同时进行的运行数（默认为核数）。"), valueName: "n"))
    var threads: Int?

    @Option(help: ArgumentHelp(said("Seconds that one run may take.", "每次运行的时间上限（秒）。"), valueName: "s"))
    var seconds = 300.0

    @Flag(help: ArgumentHelp(said("Tell of requests that fail.", "显示出错的请求。")))
    var verbose = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        for (name, value, range) in [
            ("--port", port, 0...65_535), ("--residents", residents, 1...10_000_000), ("--months", months, 1...1200),
            ("--games", games, 1...100_000), ("--threads", threads ?? 1, 1...1024),
            ("--seconds", Int(seconds), 1...1_000_000),
        ] where !range.contains(value) {
            throw ValidationError(
                said(
                    "\(name) must be from \(range.lowerBound) to \(range.upperBound), not \(value).",
                    "\(name) 须在 \(range.lowerBound) 至 \(range.upperBound) 之间，而不是 \(value)。"))
        }
    }

    func run() async throws {
        guard let library = Shipped.library, let page = Shipped.studio else {
            Terminal.complain(
                said(
                    "Scenarios/ or Studio/ is not here; let COGOV_SCENARIOS and COGOV_STUDIO tell where they are.",
                    "此处没有 Scenarios/ 或 Studio/；请以 COGOV_SCENARIOS 与 COGOV_STUDIO 指明其位置。"))
            throw Ending.badInput
        }
        let studio: Studio
        do throws(Refusal) {
            studio = try Studio(
                Library(library), page: page, folder: out, address: .init(host: host, port: port, asksToken: token),
                limits: Limits(
                    residents: residents, months: months, games: games, atOnce: threads ?? Machine.cores,
                    seconds: seconds), version: Cogov.version, time: Timekeeper(ContinuousClock()),
                logger: verbose
                    ? Logger(label: "cogov.studio") { StreamLogHandler.standardError(label: $0) }
                    : Logger(label: "cogov.studio") { _ in SwiftLogNoOpLogHandler() })
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.badInput
        }
        try await serve(studio)
    }

    /// Serves until Ctrl-C.
    private func serve(_ studio: Studio) async throws {
        let isLoopback = Studio.Address(host: host, port: port).isLoopback
        let serving = Task {
            try await studio.run { studio in
                Terminal.print(studio.url + "\n")
                Task { await studio.prepare() }
                if !isLoopback {
                    Terminal.complain(
                        said(
                            "Whoever has this address can use the studio over the network, and what is sent is not encrypted.",
                            "持有此地址者均可经网络使用本工作室，且传输未加密。"))
                }
            }
        }
        let signals = Signals(stop: StopSignal()) { serving.cancel() }
        defer { signals.end() }
        do { try await serving.value } catch is CancellationError {} catch {
            guard !serving.isCancelled else { return }
            Terminal.complain(
                said("The studio cannot listen on \(host):\(port): ", "无法监听 \(host):\(port)：") + "\(error)")
            throw Ending.failed
        }
    }
}
