public import Governance

/// What an experiment says of a claim: the 95 % interval of the effect against the smallest effect of interest.
public enum ClaimVerdict: String, Named {
    /// The interval lies wholly at or above the smallest effect of interest.
    case supported
    /// It lies wholly below: an effect such as is claimed is ruled out.
    case contradicted
    /// It holds the smallest effect of interest, or there is none.
    case inconclusive

    public var label: Text {
        switch self {
        case .supported: Text(en: "supported", zh: "支持")
        case .contradicted: Text(en: "contradicted", zh: "不支持")
        case .inconclusive: Text(en: "inconclusive", zh: "不确定")
        }
    }

    /// The verdict on an effect, counted in the direction of the claim.
    init(_ effect: ClosedRange<Double>?, smallest: Double) {
        guard let effect else {
            self = .inconclusive
            return
        }
        self = effect.lowerBound >= smallest ? .supported : effect.upperBound < smallest ? .contradicted : .inconclusive
    }

    /// The verdict on a claim by those on its metrics: supported if all are, contradicted if any is.
    init(of metrics: [ClaimVerdict]) {
        self =
            metrics.contains(.contradicted)
            ? .contradicted : !metrics.isEmpty && metrics.allSatisfy { $0 == .supported } ? .supported : .inconclusive
    }
}

/// What a verdict does not tell by itself.
public enum VerdictRemark: String, Named {
    /// Contradicted: the effect goes the other way, or may be nothing; it goes the other way and matters; it is as good as
    /// nothing either way; it goes the claimed way but is surely too small.
    case nothingOrOpposite, opposite, negligible, tooSmall
    /// Inconclusive: it goes the claimed way, but may be too small; there is nothing to divide by; one run tells no interval.
    case perhapsTooSmall, undefined, noInterval

    public var label: Text {
        switch self {
        case .nothingOrOpposite: Text(en: "none or the other way", zh: "无效应或方向相反")
        case .opposite: Text(en: "the other way", zh: "方向相反")
        case .negligible: Text(en: "no effect of interest", zh: "无值得关注的效应")
        case .tooSmall: Text(en: "right way, too small", zh: "方向一致但过小")
        case .perhapsTooSmall: Text(en: "right way, size open", zh: "方向一致，大小未定")
        case .undefined: Text(en: "nothing to divide by", zh: "无可作分母的增益")
        case .noInterval: Text(en: "no interval", zh: "无区间")
        }
    }

    /// - Parameter isRatio: whether a missing interval is for want of a divisor.
    init?(_ effect: ClosedRange<Double>?, smallest: Double, isRatio: Bool, runs: Int) {
        guard let effect else {
            self = isRatio && runs > 1 ? .undefined : .noInterval
            return
        }
        let (low, high) = (effect.lowerBound, effect.upperBound)
        switch ClaimVerdict(effect, smallest: smallest) {
        case .supported: return nil
        case .contradicted:
            self = low > 0 ? .tooSmall : low > -smallest ? .negligible : high < 0 ? .opposite : .nothingOrOpposite
        case .inconclusive:
            guard low > 0 else { return nil }
            self = .perhapsTooSmall
        }
    }
}
