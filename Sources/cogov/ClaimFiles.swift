import Claims
import Scenarios

/// Claims that somebody named, read, resolved and checked together: every fault of every file is told.
struct ClaimFiles {
    /// By number or file; none: all of the library.
    let names: [String]
    /// A place to make all of them on, instead of their own.
    var place: String?

    /// The claims and their worlds, or all faults on standard error and exit 2.
    func orFail() throws -> ClaimPlan {
        guard let library = Shipped.library, let shelf = Shipped.claims else {
            Terminal.complain(
                said(
                    "Scenarios/ or Claims/ is not here; let COGOV_SCENARIOS and COGOV_CLAIMS tell where they are.",
                    "此处没有 Scenarios/ 或 Claims/；请以 COGOV_SCENARIOS 与 COGOV_CLAIMS 指明其位置。"))
            throw Ending.badInput
        }
        var faults: [String] = []
        var claims: [Claim] = []
        for path in try paths(shelf) {
            do throws(ScenarioFaults) {
                var claim = try Claim.read(path: path)
                if let place { claim.places = [place] }
                if let first = claims.first(where: { $0.id == claim.id }) {
                    faults.append(
                        said(
                            "\(path): found the id \(claim.id), which \(first.file.path) has too; expected another",
                            "\(path)：编号 \(claim.id) 与 \(first.file.path) 重复；应使用不同的编号"))
                }
                claims.append(claim)
            } catch {
                faults += error.faults.map { $0.text[tongue] }
            }
        }
        var plan: ClaimPlan?
        do throws(ScenarioFaults) {
            plan = try ClaimPlan(claims, library: library)
        } catch {
            faults += error.faults.map { $0.text[tongue] }
        }
        guard let plan, faults.isEmpty else { return try fail(faults) }
        return plan
    }

    private func paths(_ shelf: ClaimLibrary) throws -> [String] {
        guard !names.isEmpty else { return shelf.files }
        let numbers = shelf.files.map(ClaimLibrary.number)
        return try names.map { name in
            if let path = shelf.path(of: name) { return path }
            let near = NearestName.of(name.uppercased(), among: numbers).map {
                said(" (did you mean \($0)?)", "（是否想写 \($0)?）")
            }
            return try fail([
                said(
                    "\(name): found no such claim in \(shelf.folder); expected a file, or one of \(numbers.joined(separator: ", "))",
                    "\(name)：\(shelf.folder) 中没有此论断；应为文件，或 \(numbers.joined(separator: "、")) 之一") + (near ?? "")
            ])
        }
    }

    private func fail<Value>(_ faults: [String]) throws -> Value {
        Terminal.complain(faults.joined(separator: "\n"))
        throw Ending.badInput
    }
}
