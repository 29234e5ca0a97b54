import Testing

@testable import Promotion

struct EnterpriseNameTests {
    /// Two spellings of one enterprise.
    @Test(arguments: [
        ("渝新能源科技有限公司", "渝新能源科技股份有限公司"),
        ("渝新能源科技有限公司", "重庆渝新能源科技有限责任公司"),
        ("渝新能源科技（重庆）有限公司", "重庆市渝新能源科技有限公司"),
        ("重庆市巴南区渝新能源科技有限公司", "渝新能源科技(集团)有限公司"),
        ("ＡＢＣ电子有限公司", "abc电子股份公司"),
        ("华为技术有限公司", "华为 技术 有限公司"),
        ("华为技术有限公司", "华为・技术【集团】"),
        ("Contoso Semiconductor Co., Ltd.", "CONTOSO SEMICONDUCTOR INC"),
        ("Contoso Semiconductor (Chongqing) Co. Ltd", "Contoso-Semiconductor L.L.C."),
        ("Chongqing Contoso Semiconductor Limited", "Contoso Semiconductor GmbH"),
        ("昆仑创投合伙企业（有限合伙）", "昆仑创投"),
        ("如皋市蓝谷储能有限公司", "蓝谷储能有限公司"),
        ("①号电池科技公司", "1号电池科技有限公司"),
    ])
    func spellingsOfOneEnterpriseHaveOneKey(left: String, right: String) {
        #expect(EnterpriseNames.normalised(left) == EnterpriseNames.normalised(right))
        #expect(EnterpriseNames.similarity(left, right) == 1)
    }

    @Test(arguments: [
        ("渝新能源", "重庆渝新能源科技有限公司", true), ("渝新能源", "渝新能源科技发展集团股份有限公司", true),
        ("Contoso", "Contoso Technologies Inc.", true),
        // Another enterprise of the same beginning.
        ("某集团", "某集团医药有限公司", false), ("渝新", "渝新能源科技有限公司", false), ("渝新能源", "渝新能源材料有限公司", false),
        // The same name is not short for itself, and one character is none.
        ("渝新能源公司", "渝新能源有限公司", false), ("渝", "渝科技有限公司", false),
    ])
    func aShortNameLeavesOutWordsOfTradeAlone(short: String, name: String, isShort: Bool) {
        #expect(EnterpriseName(short).isShort(for: EnterpriseName(name)) == isShort)
    }

    /// What is left of a name.
    @Test(arguments: [
        ("渝新能源科技（重庆）有限公司", "渝新能源科技", ["重庆"]),
        ("重庆啤酒股份有限公司", "重庆啤酒", []),
        ("上海汽车集团股份有限公司", "上海汽车", []),
        ("永辉超市股份有限公司", "永辉超市", []),
        ("有限公司", "有限公司", []),
        ("The Group", "the", []),
        ("深圳市（腾讯）计算机系统有限公司", "腾讯计算机系统", ["深圳"]),
        ("", "", []),
    ])
    func theCoreIsWhatTellsItFromOthers(name: String, core: String, places: [String]) {
        let taken = EnterpriseName(name)
        #expect(taken.core == core)
        #expect(taken.places == Set(places))
    }

    @Test(arguments: [
        ("宁德时代新能源科技股份有限公司", "宁德时代新能原科技有限公司"), ("渝新能源科技有限公司", "渝新能源科枝有限公司"),
        ("Contoso Semiconductor Inc", "Contosso Semiconductor Inc"),
    ])
    func aSlipOfTheKeyboardIsNear(left: String, right: String) {
        let similarity = EnterpriseNames.similarity(left, right)
        #expect(similarity >= EnterpriseNames.usualThreshold && similarity < 1, "\(similarity)")
    }

    @Test(arguments: [
        ("重庆农村商业银行股份有限公司", "上海农村商业银行股份有限公司"), ("华夏一号基金有限公司", "华夏二号基金有限公司"),
        ("重庆啤酒股份有限公司", "青岛啤酒股份有限公司"), ("比亚迪汽车", "长安汽车"), ("渝新能源", "渝城地产"), ("", "渝新能源"),
    ])
    func twoEnterprisesAreFar(left: String, right: String) {
        #expect(EnterpriseNames.similarity(left, right) < EnterpriseNames.usualThreshold)
    }

    /// Values reckoned by hand: bigrams 渝新 新能 能源 | 渝新 新能 能源 源科 科技, Dice 2·3/(3+5); 6 − 4 = 2 edits of 6.
    @Test func similarityIsTheLargerOfDiceAndEditDistance() {
        #expect(EnterpriseNames.similarity("渝新能源", "渝新能源科技") == 0.75)
        // 甲乙丙丁戊 | 甲乙己丁戊: bigrams 2 of 4 and 4; one edit of five.
        #expect(EnterpriseNames.similarity("甲乙丙丁戊", "甲乙己丁戊") == 0.8)
        #expect(EnterpriseNames.similarity("甲乙", "丙丁") == 0)
    }

    @Test func similarityIsSymmetricAndOneOnlyForOneKey() {
        let names = ["渝新能源", "渝新能源科技", "新能源", "蓝谷储能", "重庆渝新能源科技有限公司", "abc", "abcd", "一号", "二号"]
        for left in names {
            for right in names {
                let there = EnterpriseNames.similarity(left, right)
                #expect(there == EnterpriseNames.similarity(right, left))
                #expect((0...1).contains(there))
                let same = EnterpriseNames.normalised(left) == EnterpriseNames.normalised(right)
                #expect((there == 1) == same, "\(left) \(right)")
            }
        }
    }
}
