import Archive
import Governance

/// What tells one version of the model from another: its observables and the defaults of its parameters.
enum ModelFingerprint {
    static let current: String = {
        let observables = Observable.all.map { "\($0.key) \($0.unit)" }
        let parameters = Parameters.all.map { "\($0.key)=\($0.defaultValue)" }
        return Digest.sha256(of: (observables + [""] + parameters).joined(separator: "\n"))
    }()
}
