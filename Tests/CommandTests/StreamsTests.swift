import Foundation
import Testing

/// Output that goes nowhere: what is kept in files does not depend on who looks.
@Suite struct StreamsTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    private func isComplete(_ out: String) throws -> Bool {
        try tool.text(out + "/manifest.json").contains("\"complete\"") && tool.exists(out + "/report.html")
    }

    @Test("a reader that has seen enough ends the showing, not the work")
    func readerGone() throws {
        for (out, reader) in [("head", "head -n 1"), ("none", "true")] {
            let result = try tool.shell(
                """
                { $COGOV run open.yaml --months 3 --out \(out); echo "code $?" >&2; } | \(reader)
                """)
            #expect(result.errors == "code 0\n")
            #expect(try isComplete(out))
        }
    }

    @Test("output that cannot be written is told, and files are kept")
    func outputFull() throws {
        let result = try tool.shell("$COGOV run open.yaml --months 3 --out out >/dev/full")
        #expect(result.code == 1)
        #expect(result.errors.contains("Standard output could not be written: No space left on device."))
        #expect(try isComplete("out"))
        #expect(try tool.shell("$COGOV describe levers >/dev/full").code == 1)
    }

    @Test("a closed stream is nobody's, and no file takes its place")
    func outputClosed() throws {
        for (number, closed) in [">&-", "2>&-", "<&- >&- 2>&-"].enumerated() {
            let result = try tool.shell("$COGOV run open.yaml --months 3 --out out-\(number) \(closed)")
            #expect(result.code == 0, "\(closed): \(result.errors)")
            #expect(try isComplete("out-\(number)"))
            #expect(try tool.text("out-\(number)/.lock").isEmpty)
        }
    }

    @Test("too few files, and too little memory, are told before anything is written")
    func limits() throws {
        let files = try tool.shell("ulimit -n 12; exec $COGOV run open.yaml --months 3 --out out")
        #expect(files.code == 2)
        #expect(files.errors == "This process may open 12 files only; it takes 32. Raise the limit: ulimit -n 1024\n")
        // A limit that one may raise is raised.
        #expect(try tool.shell("ulimit -Sn 12; exec $COGOV run open.yaml --months 3 --out soft").code == 0)
        // Whatever its libraries take: enough, told, or the system itself cannot load them.
        let memory = try tool.shell(
            """
            for kilobytes in 400000 350000 300000 260000 230000 200000; do
                (ulimit -v $kilobytes; exec $COGOV run open.yaml --months 3 --out out) >/dev/null 2>errors
                code=$?
                case $code in 0 | 2 | 127) ;; *) echo "$kilobytes: $code" >&2; cat errors >&2 ;; esac
                if [ $code -eq 2 ]; then grep -q 'of memory' errors || cat errors >&2; fi
            done
            """)
        #expect(memory.errors == "")
        #expect(!tool.exists("out") || tool.exists("out/series.csv"))
    }
}
