import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var settings: [Endpoint] {
        [
            endpoint(Routes.settingList) { call, caller in
                SettingsDocument(
                    settings: try await bureau.listSettings(caller: caller).map { SettingRecord($0, call.language) })
            },
            endpoint(Routes.settingShow) { call, caller in
                let view = try await bureau.showSetting(call.parameter("key"), caller: caller)
                return SettingDocument(
                    setting: SettingRecord(view, call.language),
                    values: view.history.map {
                        SettingRecord(
                            key: $0.key, value: $0.value, unit: $0.unit?.description, from: $0.from.description)
                    })
            },
            write(Routes.settingSet, Bureau.setSetting),
        ]
    }
}

extension SettingRecord {
    init(_ view: SettingView, _ language: Language) {
        self.init(
            key: view.definition.key, value: view.value, from: view.history.last?.from.description,
            source: view.history.isEmpty ? "default" : "set", text: view.definition.meaning[language])
    }
}
