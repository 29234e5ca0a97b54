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
            write(Routes.enterpriseAdd, Bureau.addEnterprise),
            write(Routes.enterpriseEdit, Bureau.editEnterprise),
            write(Routes.enterpriseMerge, Bureau.mergeEnterprise),
            write(Routes.enterpriseUnmerge, Bureau.unmergeEnterprise),
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
