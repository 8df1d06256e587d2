import Archive
import Foundation

/// The command that is obeyed: that of the process, or one of a study whose page is made anew.
enum Invocation {
    /// The program's name and what follows it; what pages give as the way to make them again.
    @TaskLocal static var arguments = CommandLine.arguments
    /// Whether only pages are to be made anew, and nothing lived.
    @TaskLocal static var livesNothing = false

    /// Refuses, with exit 2, to live runs that are missing where only a page was asked for.
    static func allowLiving(missing runs: Int, in folder: String) throws {
        guard livesNothing, runs > 0 else { return }
        let command = arguments.joined(separator: " ")
        Terminal.complain(
            said(
                "\(folder) lacks \(runs) runs of what its page is made of, and report lives nothing; live them by: \(command)",
                "\(folder) 缺少其页面所需的 \(runs) 次运行，而 report 不作任何运行；请先执行：\(command)"))
        throw Ending.badInput
    }
}

/// The command that made a study which keeps no manifest: `command.json` beside its results.
enum StudyCommand {
    static let name = "command.json"

    /// Keeps the command that is obeyed.
    static func keep(in folder: String) throws {
        try KeptState<[String]>(folder: folder, name: name).write(
            JSONEncoder().encode(Invocation.arguments), as: name)
    }

    /// The command of the study in a folder; nil where it is none whose page this program can make anew.
    static func kept(in folder: String) -> [String]? {
        if let data = FileManager.default.contents(atPath: folder + "/" + name) {
            return try? JSONDecoder().decode([String].self, from: data)
        }
        guard let command = Manifest.read(from: folder)?.sessions.last?.command, command.count > 1,
            ["claims", "explain"].contains(command[1])
        else { return nil }
        return command
    }
}
