import Promotion
import Testing

struct PersonalWordTests {
    @Test(arguments: [
        ("13800131234", true), ("138-0013-1234", true), ("１３８００１３１２３４", true), ("+86 138 0013 1234", true),
        ("王13800131234", true), ("023-66221234", true), ("wang@example.com", true), ("11010519491231002X", true),
        // An example of GB 11643, and one digit less.
        ("110105194912310021", true), ("1101051949123100", false), ("重点", false), ("2026年", false), ("20261231", false),
        ("C3962", false), ("500113", false), ("12800131234", false), ("某集团@会", false),
    ])
    func aNumberOrAnAddressIsPersonal(word: String, isPersonal: Bool) {
        #expect(PersonalWord.isPersonal(word) == isPersonal)
    }
}
