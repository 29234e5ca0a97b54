import Promotion
import Testing

struct ContactTests {
    /// The first three and last four digits of a mobile number are how the design writes it: 138****1234.
    @Test(arguments: [
        ("13800131234", "138****1234"), ("138 0013 1234", "138****1234"), ("+86 138-0013-1234", "86138****1234"),
        ("023-66221234", "023****1234"), ("66221234", "******34"),
    ])
    func numbersAreMasked(number: String, masked: String) {
        #expect(ContactMask.number(number) == masked)
    }

    @Test(arguments: [
        ("王伟", "王*"), ("王小明", "王**"), ("欧阳娜娜", "欧阳**"), ("欧阳", "欧*"), ("司马光", "司马*"),
        ("John Smith", "J*** S****"), ("王", "王*"),
    ])
    func namesKeepTheSurname(name: String, masked: String) {
        #expect(ContactMask.name(name) == masked)
    }

    @Test(arguments: [("zhang@example.com", "z***@example.com"), ("@x", "***"), ("nobody", "***")])
    func addressesKeepTheDomain(address: String, masked: String) {
        #expect(ContactMask.email(address) == masked)
    }

    private static let person = PersonMention(
        words: ["王小明", "wang.xm@example.com", "Li"], numbers: ["138-0013-1234", "+86 13900005678"])

    @Test(arguments: [
        ("与王小明会谈", "与〔已删除〕会谈"), ("王 小明、王　小　明", "〔已删除〕、〔已删除〕"),
        ("电话13800131234。", "电话〔已删除〕。"), ("138 0013 1234", "〔已删除〕"), ("１３８００１３１２３４", "〔已删除〕"),
        ("+8613900005678", "+86〔已删除〕"), ("WANG.XM@EXAMPLE.COM", "〔已删除〕"), ("met Li.", "met 〔已删除〕."),
        ("王小明王小明", "〔已删除〕〔已删除〕"), ("王王小明", "王〔已删除〕"),
    ])
    func mentionsAreTakenOut(text: String, left: String) {
        #expect(Self.person.redacted(text) == left)
    }

    @Test(arguments: ["王明", "小明", "client", "1380013123", ""])
    func othersAreLeftAlone(text: String) {
        #expect(Self.person.redacted(text) == nil)
    }

    @Test func aSingleCharacterIsNobody() {
        #expect(PersonMention(words: ["王", "-"], numbers: ["110"]).redacted("王 110") == nil)
    }
}
