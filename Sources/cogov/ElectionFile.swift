import Allocation
import Foundation
import Reporting

/// A Pabulib file, read piece by piece.
struct ElectionFile {
    private let path: String

    init(_ path: String) { self.path = path }

    private static let piece = 1 << 20

    /// The election, or all faults on standard error and exit 2; oddities are told unless `quiet`.
    func orFail(quiet: Bool) throws -> PabulibFile {
        var reader = PabulibReader()
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? handle.close() }
            // What cannot be an election any more, such as a device without end, is not read on.
            while let piece = try handle.read(upToCount: Self.piece), !piece.isEmpty, reader.add([UInt8](piece)) {}
        } catch {
            Terminal.complain(
                said(
                    "\(path): cannot be read: \(error.localizedDescription)",
                    "\(path)：无法读取：\(error.localizedDescription)"))
            throw Ending.badInput
        }
        do throws(PabulibFaults) {
            let file = try reader.finish()
            if !quiet { tell(file.warnings) }
            return file
        } catch {
            tell(error.faults)
            throw Ending.badInput
        }
    }

    private func tell(_ faults: [PabulibFault]) {
        for fault in faults { Terminal.complain("\(path):\(fault.message[tongue])") }
    }
}
