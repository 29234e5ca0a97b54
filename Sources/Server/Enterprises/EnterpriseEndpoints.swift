import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI

extension EndpointMaker {
    var enterprises: [Endpoint] {
        [
            endpoint(Routes.enterpriseList) { call, caller in
                let listed = try await bureau.listEnterprises(call.words, caller: caller)
                return EnterprisesDocument(enterprises: listed.map { EnterpriseRecord($0, call.language) })
            },
            endpoint(Routes.enterpriseFind) { call, caller in
                let found = try await bureau.findEnterprises(call.words, caller: caller)
                return EnterprisesDocument(
                    enterprises: found.map { candidate in
                        var record = EnterpriseRecord(candidate.enterprise, call.language)
                        record.score = (candidate.score * 100).rounded() / 100
                        record.reason = candidate.reason
                        return record
                    })
            },
            endpoint(Routes.enterpriseShow) { call, caller in
                let shown = try await bureau.showEnterprise(call.parameter("id"), caller: caller)
                return EnterpriseDocument(
                    enterprise: EnterpriseRecord(shown, call.language),
                    history: try await bureau.historyRecords(shown.id.description, caller))
            },
            endpoint(Routes.enterpriseAdd) { call, caller in
                try await WriteReply(bureau.addEnterprise(call.words, caller: caller), call, bureau)
            },
            endpoint(Routes.enterpriseEdit) { call, caller in
                try await WriteReply(bureau.editEnterprise(call.words, caller: caller), call, bureau)
            },
            endpoint(Routes.enterpriseMerge) { call, caller in
                try await WriteReply(bureau.mergeEnterprise(call.words, caller: caller), call, bureau)
            },
            endpoint(Routes.enterpriseUnmerge) { call, caller in
                try await WriteReply(bureau.unmergeEnterprise(call.words, caller: caller), call, bureau)
            },
        ]
    }
}

extension EnterpriseRecord {
    init(_ enterprise: Enterprise, _ language: Language) {
        self.init(
            id: enterprise.id.description, name: enterprise.name, nameEn: enterprise.nameEn,
            uscc: enterprise.uscc, warning: enterprise.creditCode?.warning?[language], country: enterprise.country,
            registration: enterprise.registration, formerNames: enterprise.formerNames,
            parent: enterprise.group?.description, division: enterprise.division, industry: enterprise.industry,
            tags: enterprise.tags.map(\.rawValue), settled: enterprise.isSettled, research: enterprise.hasResearch)
    }
}
