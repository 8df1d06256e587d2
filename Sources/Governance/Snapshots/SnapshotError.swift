/// Why a snapshot could not be taken up.
public enum SnapshotError: Error, Equatable, CustomStringConvertible {
    /// The bytes are none at all.
    case notASnapshot
    /// It was cut off or altered, or holds what no world can be in.
    case damaged
    /// It was written by another layout or another model.
    case otherModel
    /// It is of a run of that scenario; the parts are those of the scenario's past that differ, or none where another
    /// id is all.
    case otherScenario(String, parts: [String])
    case world(WorldError)

    public var message: Text {
        switch self {
        case .notASnapshot: Text(en: "it is no snapshot of a run", zh: "不是运行快照")
        case .damaged: Text(en: "it is truncated or was altered", zh: "快照不完整或已被改动")
        case .otherModel: Text(en: "it was written by another version of the model", zh: "由另一版本的模型写出")
        case .otherScenario(let id, let parts):
            Text(
                en: "it is of a run of \(id), whose past differs in \(parts.joined(separator: ", "))",
                zh: "它属于 \(id) 的运行，其过去在以下部分不同：\(parts.joined(separator: "、"))")
        case .world(let error): Text(en: error.description, zh: error.description)
        }
    }

    public var description: String { message.en }
}
