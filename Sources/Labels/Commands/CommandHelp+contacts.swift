extension CommandHelp {
    public static let contact = Phrase(zh: "企业联系人", en: "Contacts of enterprises")
    public static let contactAdd = Phrase(zh: "登记联系人", en: "Add a contact")
    public static let contactList = Phrase(zh: "列出联系人，脱敏显示", en: "List contacts, masked")
    public static let contactShow = Phrase(
        zh: "查看联系人；--reveal 须说明用途并留痕", en: "Show a contact; --reveal needs a purpose and is recorded")
    public static let contactEdit = Phrase(zh: "修改联系人", en: "Change a contact")
    public static let contactErase = Phrase(
        zh: "删除联系人的全部个人信息，含各处文字中的提及", en: "Erase a contact and every mention of the person")
    public static let contactEraseWarning = Phrase(
        zh: "姓名、号码和各处提及将永久删除，不能撤销", en: "the name, the numbers and every mention go for good")
    public static let contactDiscussion = Phrase(
        zh: """
            键：name title phone mobile email。
              zs contact add E-3 name:王小明 title:副总经理 mobile:13800131234
            """,
        en: """
            Keys: name title phone mobile email.
              zs contact add E-3 name:王小明 title:副总经理 mobile:13800131234
            """)
}

extension OptionHelp {
    public static let reveal = Phrase(zh: "显示完整信息，须加 --purpose", en: "show it whole; takes --purpose")
    public static let purpose = Phrase(zh: "用途，写入日志", en: "what for; it is recorded")
}

/// Words of contacts.
extension FieldLabel {
    static let contacts: PhraseTable = [
        "phone": Phrase(zh: "电话", en: "Phone"),
        "mobile": Phrase(zh: "手机", en: "Mobile"),
        "email": Phrase(zh: "邮箱", en: "Email"),
        "purpose": Phrase(zh: "用途", en: "Purpose"),
        "erased_texts": Phrase(zh: "删除的内容", en: "Texts erased"),
        "kept_in_lines": Phrase(zh: "标签或属性中仍有的日志", en: "Lines that keep it as a tag"),
        "kept_in_copy": Phrase(zh: "仍含此人的备份", en: "Copy that still holds the person"),
        "redacted_texts": Phrase(zh: "抹去提及的文字", en: "Texts with mentions taken out"),
    ]
}
