/// To whom invitations go first; the others go to residents at random.
public enum InvitationOrder: String, Named {
    case alongTies, atRandom, byNeed

    public var label: Text {
        switch self {
        case .alongTies: Text(en: "along ties", zh: "沿社会关系")
        case .atRandom: Text(en: "at random", zh: "随机")
        case .byNeed: Text(en: "by need", zh: "按需求")
        }
    }
}
