import Identifiers
import Labels
import Promotion
import WorkCalendar

extension SettingRegistry {
    /// What decides about projects (domain §7). Amounts in whole yuan.
    static let projects: [SettingDefinition] = [
        amount(
            "project.major_amount", "1000000000",
            Phrase(zh: "计划总投资达到多少元为重大项目", en: "planned total in yuan from which a project is major")),
        amount(
            "project.leading_group_amount", "100000000",
            Phrase(zh: "达到多少元须招商领导小组评审", en: "planned total in yuan that the leading group has to pass")),
        amount(
            "project.government_executive_amount", "500000000",
            Phrase(zh: "达到多少元须政府常务会评审", en: "planned total in yuan that the government executive has to pass")),
        amount(
            "project.party_committee_amount", "1000000000",
            Phrase(zh: "达到多少元须区委常委会评审", en: "planned total in yuan that the party committee has to pass")),
        whole(
            "project.capacity_percent", "80", 1...100,
            Phrase(zh: "达产：产值或税收达到计划的百分之几", en: "per cent of planned output or tax that is full capacity")),
        whole("project.suspension_months", "6", 1...60, Phrase(zh: "暂缓最长几个月", en: "months a project may be suspended")),
        whole(
            "project.light_yellow_months", "2", 1...60, Phrase(zh: "几个月无进展亮黄灯", en: "months without progress: yellow")),
        whole("project.light_red_months", "3", 1...60, Phrase(zh: "几个月无进展亮红灯", en: "months without progress: red")),
        whole(
            "project.light_removal_months", "6", 1...120,
            Phrase(zh: "几个月无进展建议清退", en: "months without progress: removal is proposed")),
        whole(
            "project.late_start_months", "3", 1...60,
            Phrase(zh: "计划开工逾期几个月亮红灯", en: "months after the planned start until the light is red")),
        whole("project.behind_yellow_points", "10", 1...100, Phrase(zh: "落后几个百分点亮黄灯", en: "points behind: yellow")),
        whole("project.behind_red_points", "30", 1...100, Phrase(zh: "落后超过几个百分点亮红灯", en: "points behind: red above")),
    ]
}

extension Reading {
    /// What decides about projects on a day.
    func projectPolicy(on date: CivilDate) throws -> ProjectPolicy {
        var policy = ProjectPolicy()
        policy.majorAmount = try amount("project.major_amount", on: date)
        policy.leadingGroupAmount = try amount("project.leading_group_amount", on: date)
        policy.governmentExecutiveAmount = try amount("project.government_executive_amount", on: date)
        policy.partyCommitteeAmount = try amount("project.party_committee_amount", on: date)
        policy.capacityPercent = try number("project.capacity_percent", on: date)
        policy.suspensionMonths = try number("project.suspension_months", on: date)
        policy.yellowMonths = try number("project.light_yellow_months", on: date)
        policy.redMonths = try number("project.light_red_months", on: date)
        policy.removalMonths = try number("project.light_removal_months", on: date)
        policy.lateStartMonths = try number("project.late_start_months", on: date)
        policy.behindYellow = try number("project.behind_yellow_points", on: date)
        policy.behindRed = try number("project.behind_red_points", on: date)
        return policy
    }
}
