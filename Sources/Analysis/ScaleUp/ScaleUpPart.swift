public import Governance

/// What lies between the effect in pilots and the effect in all communities at scale.
public enum ScaleUpPart: String, Named {
    /// Pilots are not like the others: what communities drawn by lot gain as pilots, less what these pilots gain.
    case selection
    /// Trainers, staff and attention are shared by more.
    case dilution
    /// The others take what comes at scale otherwise than such communities as the pilots do.
    case heterogeneity
    /// Others have it too: ties, visits, what is learnt from those who went before.
    case spillover

    public var label: Text {
        switch self {
        case .selection: Text(en: "selection", zh: "选择")
        case .dilution: Text(en: "dilution", zh: "稀释")
        case .heterogeneity: Text(en: "heterogeneity", zh: "异质性")
        case .spillover: Text(en: "spill-over", zh: "外溢")
        }
    }

    /// The contrast of runs that it is.
    public var meaning: Text {
        switch self {
        case .selection:
            Text(
                en: "communities drawn by lot as the only ones, less these pilots as the only ones",
                zh: "随机抽取的社区单独试点的效果，减去这些试点单独实施的效果")
        case .dilution:
            Text(
                en:
                    "communities like the pilots among all, with the trainers and the attention that there are, less the same with as "
                    + "many for each as pilots had",
                zh: "全面推广时与试点同类的社区：现有培训者与注意力之下的效果，减去人均资源如同试点时的效果")
        case .heterogeneity:
            Text(
                en: "what all communities lose or gain from alone to at scale, less what those like the pilots do",
                zh: "全部社区由单独实施到全面推广的变化，减去与试点同类社区的同一变化")
        case .spillover:
            Text(
                en:
                    "communities like the pilots among all, with as many trainers for each as pilots had, less the same alone; and "
                    + "what it does to all that just these were pilots",
                zh: "人均资源如同试点时，与试点同类的社区在全面推广中的效果减去其单独实施的效果；以及由这些社区先行带给全体的影响")
        }
    }
}
