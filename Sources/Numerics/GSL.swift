@preconcurrency import CGSL

/// What every wrapper of the GNU Scientific Library asks first.
///
/// GSL rests on the system's own `exp` and `log` and on the C compiler's choice of fused products. Its results are good
/// to many digits but may differ in the last from machine to machine: they are for analysis, never for the model.
enum GSL {
    /// GSL's error handler, which would end the process, is switched off at first use, once.
    private static let handlerOff: Void = { _ = gsl_set_error_handler_off() }()

    /// Makes GSL answer errors with codes. To be called before any of its functions that can fail.
    static func prepare() { handlerOff }

    /// Throws ``NumericsError/failed(task:reason:)`` where GSL's `code` means an error.
    static func check(_ code: Int32, task: String) throws(NumericsError) {
        guard code != Int32(GSL_SUCCESS) else { return }
        throw .failed(task: task, reason: String(cString: gsl_strerror(code)))
    }
}
