public import Governance

extension Occurrence {
    /// What happened, in a sentence.
    ///
    /// - Parameter names: what communities are called, by id.
    public func text(names: [String: Text]) -> Text {
        switch self {
        case .scheduled(let title, let communities): Self.scheduled(title, communities.map { Self.name($0, names) })
        case .joined(let community, let isPilot):
            Self.at(
                community, names, isPilot ? "it becomes a pilot" : "the regime comes here too",
                isPilot ? "成为试点" : "新模式推广至此")
        case .attention(let community, let comes):
            Self.at(
                community, names, comes ? "the district's attention comes" : "the district's attention moves on",
                comes ? "区级注意力转向此处" : "区级注意力转移")
        case .socialOrganisationCame(_, let name): Text(en: "\(name.en) begins to work", zh: "\(name.zh)开始工作")
        case .socialOrganisationLeft(_, let name, let cause):
            Text(en: "\(name.en) leaves: \(cause.label.en)", zh: "\(name.zh)离开：\(cause.label.zh)")
        case .firmCame(_, let name, let community, let fen):
            Self.at(community, names, "\(name.en) invests \(Self.yuan(fen).en)", "\(name.zh)投资\(Self.yuan(fen).zh)")
        case .firmLeft(_, let name, let community): Self.at(community, names, "\(name.en) leaves", "\(name.zh)退出")
        case .decided(_, let name, let pot, let granted, let proposals, let funded):
            Self.decided(name, pot, granted, proposals, funded)
        case .projectFunded(let project, let fen):
            Self.of(project, names, "is funded with \(Self.yuan(fen).en)", "获资助\(Self.yuan(fen).zh)")
        case .projectEnded(let project, let cause, let progress):
            Self.of(
                project, names, "\(cause.label.en) (\(Self.percent(progress)) of its plan)",
                "\(cause.label.zh)（完成计划的 \(Self.percent(progress))）")
        case .diversionTold(let project, let fen, let isPursued):
            Self.of(
                project, names, "\(Self.yuan(fen).en) were diverted; it is \(isPursued ? "pursued" : "hushed up")",
                "被挪用\(Self.yuan(fen).zh)，\(isPursued ? "已追究" : "未被追究")")
        case .meetings(let community, let failed, let held, let fail):
            Self.at(
                community, names,
                fail ? "meetings fail now (\(failed) of \(held))" : "meetings work again (\(failed) of \(held) fail)",
                fail ? "议事会开始失败（\(held) 次中 \(failed) 次）" : "议事会恢复有效（\(held) 次中 \(failed) 次失败）")
        case .petitions(let community, let petitions, let protests):
            Self.petitions(Self.name(community, names), petitions, protests)
        case .organisationFounded(let own, let members):
            Self.of(own, names, "is founded by \(members) residents", "由 \(members) 名居民成立")
        case .organisationEnded(let own, let cause):
            Self.of(own, names, "ends: \(cause.label.en)", "解散：\(cause.label.zh)")
        case .leaderFollowed(let own, let leader, let hasMoved):
            Self.of(
                own, names,
                "loses its leader, who \(hasMoved ? "moves away" : "gives up"); resident \(leader) follows",
                "负责人\(hasMoved ? "迁出" : "退出")，由居民 \(leader) 接任")
        case .committeeTurned(let community, let towardResidents):
            Self.at(
                community, names,
                towardResidents
                    ? "the committee now stands more with residents than with the government"
                    : "the committee now stands more with the government than with residents",
                towardResidents ? "居委会转而更多站在居民一边" : "居委会转而更多站在政府一边")
        }
    }

    private static func name(_ id: String, _ names: [String: Text]) -> Text { names[id] ?? Text(id) }

    private static func at(_ community: String, _ names: [String: Text], _ en: String, _ zh: String) -> Text {
        let name = name(community, names)
        return Text(en: "\(name.en): \(en)", zh: "\(name.zh)：\(zh)")
    }

    private static func of(_ own: Undertaking, _ names: [String: Text], _ en: String, _ zh: String) -> Text {
        at(
            own.community, names, "the \(own.provider.label.en)'s project for \(own.domain.label.en) \(en)",
            "\(own.provider.label.zh)的\(own.domain.label.zh)项目\(zh)")
    }

    private static func of(_ own: Association, _ names: [String: Text], _ en: String, _ zh: String) -> Text {
        at(
            own.community, names, "the residents' organisation for \(own.domain.label.en) \(en)",
            "居民的\(own.domain.label.zh)组织\(zh)")
    }

    private static func scheduled(_ title: Text, _ communities: [Text]) -> Text {
        guard !communities.isEmpty else { return title }
        let some = communities.prefix(3)
        let more = communities.count - some.count
        return Text(
            en: "\(title.en) (\(some.map(\.en).joined(separator: ", "))\(more > 0 ? " and \(more) more" : ""))",
            zh: "\(title.zh)（\(some.map(\.zh).joined(separator: "、"))\(more > 0 ? "等 \(communities.count) 个" : "")）")
    }

    private static func decided(
        _ name: Text, _ pot: Int64, _ granted: Int64, _ proposals: Int, _ funded: Int
    ) -> Text {
        let left = proposals - funded
        return Text(
            en: "\(name.en): \(funded) of \(proposals) proposals are funded, \(yuan(granted).en) of \(yuan(pot).en)"
                + (left > 0 ? "; \(left) get nothing" : ""),
            zh: "\(name.zh)：\(proposals) 份申请中资助 \(funded) 份，共\(yuan(pot).zh)中拨\(yuan(granted).zh)"
                + (left > 0 ? "；\(left) 份落选" : ""))
    }

    private static func petitions(_ name: Text, _ petitions: Int, _ protests: Int) -> Text {
        let en = [
            petitions > 0 ? "\(petitions) petition\(petitions > 1 ? "s" : "")" : nil,
            protests > 0
                ? "\(protests) protest\(protests > 1 ? "s" : "") that block\(protests > 1 ? "" : "s") roads" : nil,
        ].compactMap(\.self)
        let zh = [
            petitions > 0 ? "上访 \(petitions) 起" : nil, protests > 0 ? "堵路抗议 \(protests) 起" : nil,
        ].compactMap(\.self)
        return Text(
            en: "\(name.en): \(en.joined(separator: " and "))", zh: "\(name.zh)：\(zh.joined(separator: "，"))")
    }

    private static func yuan(_ fen: Int64) -> Text {
        let number = NumberText.fixed(Double(fen) / 100, decimals: 0) ?? "-"
        return Text(en: "\(number) yuan", zh: " \(number) 元")
    }

    private static func percent(_ share: Double) -> String {
        (NumberText.fixed(min(1, share) * 100, decimals: 0) ?? "-") + " %"
    }
}
