import Experiments
import Governance

#if MPI
    import MessagePassing
#endif

/// The processes of a command that `mpirun` started: the first does what the command says and prints, the others live their
/// communities.
struct Spread {
    let company: Company
    /// Processes of them on this machine, which share its cores and its memory.
    let neighbours: Int

    /// Meets the others.
    ///
    /// - Throws: `Ending.badInput` where the program was built without MPI.
    init() throws {
        #if MPI
            company = Company(MPITransport.shared)
            neighbours = MPITransport.shared.neighbours
            Terminal.isMuted = !company.isFirst
        #else
            Terminal.complain(
                said(
                    """
                    --spread needs a cogov that was built with Open MPI, and this one was not: install libopenmpi-dev and \
                    openmpi-bin (.ci/setup mpi), then build it again (make build).
                    """,
                    """
                    --spread 需要带 Open MPI 构建的 cogov，而本程序没有：请安装 libopenmpi-dev 与 openmpi-bin（.ci/setup mpi），\
                    然后重新构建（make build）。
                    """))
            throw Ending.badInput
        #endif
    }

    /// Does what every process must be able to do; where one cannot, none goes on, and the first says why.
    func agree<Value>(_ work: () throws -> Value) throws -> Value {
        let result = Result { try work() }
        switch result {
        case .success(let value):
            do throws(ModelError) { _ = try company.any("ready", true) } catch {
                Terminal.complain(error.description)
                throw Ending.badInput
            }
            return value
        case .failure(let error):
            company.fail(Terminal.unsaid)
            throw error
        }
    }

    /// Waits for the others: whoever leaves without a word is taken for lost, and all are ended.
    func end() {
        #if MPI
            MPITransport.shared.end()
        #endif
    }
}
