import Bureau
import Labels
import WireAPI

extension EndpointMaker {
    var profiles: [Endpoint] {
        [
            endpoint(Routes.profileList) { call, caller in
                let known = try await bureau.listProfiles(caller: caller)
                return ProfilesDocument(
                    profiles: known.map { ProfileRecord($0.profile, applied: $0.applied) })
            },
            endpoint(Routes.profileShow) { call, caller in
                ProfileDocument(try await bureau.showProfile(call.parameter("name"), caller: caller))
            },
            endpoint(Routes.profileApply) { call, caller in
                let applied = try await bureau.applyProfile(call.words, caller: caller)
                return ProfileApplyReply(
                    try await WriteReply(applied.result, schema: ProfilePlanDetail.schema, call, bureau),
                    ProfilePlanDetail(profile: applied.name, plan: applied.items.map { ProfileStep($0) }))
            },
        ]
    }
}

extension ProfileRecord {
    init(_ profile: Profile, applied: String?) {
        self.init(name: profile.name, titleZh: profile.title.zh, titleEn: profile.title.en, appliedOn: applied)
    }
}

extension ProfileStep {
    init(_ item: ProfilePlanItem) {
        let parts = item.key.split(separator: "/", maxSplits: 1).map(String.init)
        self.init(
            action: item.act.rawValue, kind: parts.first ?? "", key: parts.last ?? item.key,
            from: item.from.map(WireValue.text), to: .text(item.to))
    }
}

extension ProfileDocument {
    init(_ profile: Profile) {
        self.init(
            profile: ProfileRecord(profile, applied: nil),
            units: profile.units.map {
                UnitRecord(
                    id: "", code: $0.code, kind: $0.kind, nameZh: $0.name.zh, nameEn: $0.name.en, parent: $0.parent,
                    division: $0.division, circle: $0.circle, chains: $0.chains ?? [], rankGroup: $0.rankGroup,
                    active: true)
            },
            rules: profile.rules.map {
                RuleRecord(
                    id: "", code: $0.code, nameZh: $0.name.zh, nameEn: $0.name.en, level: $0.level,
                    product: $0.product, scope: $0.scope, subjects: $0.fanOut, gathers: $0.gathers, due: $0.due,
                    wait: $0.wait ?? "deadline", from: "", revision: 0)
            },
            settings: (profile.settings ?? [:]).sorted { $0.key < $1.key }.map {
                SettingRecord(key: $0.key, value: $0.value, source: "profile")
            })
    }
}
