import FoundationEssentials
import Labels
import Promotion
import Testing

@Suite struct USCCTests {
    @Test func vectorsAreJudgedAsStated() throws {
        let rows = try ExpectedRows.vectors("uscc")
        #expect(rows.count == 46)
        for row in rows {
            let input = try #require(row["input"])
            do throws(USCCProblem) {
                let uscc = try USCC(input)
                #expect(row["verdict"] == "valid", "\(input)")
                #expect(uscc.code == row["normalized"], "\(input)")
                #expect((uscc.organisationCheckHolds ? "yes" : "no") == row["org_code_check_ok"], "\(input)")
                #expect((uscc.warning == nil) == uscc.organisationCheckHolds)
            } catch {
                #expect(row["verdict"] == "invalid", "\(input)")
                let hasPlace = ["alphabet", "division"].contains(error.code)
                let reason = hasPlace ? "\(error.code):\(error.position ?? 0)" : error.code
                #expect(reason == row["reason"], "\(input)")
                #expect(error.expected.map(String.init) ?? "" == row["expected_check"], "\(input)")
            }
        }
    }

    @Test func everySingleWrongCharacterIsFound() throws {
        let right = Array("91500113MA5UQX3T17")
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        for index in right.indices {
            for character in alphabet where character != right[index] {
                var wrong = right
                wrong[index] = character
                #expect(throws: USCCProblem.self) { try USCC(String(wrong)) }
            }
        }
    }

    @Test func messagesNameThePlaceAndTheExpectedCharacter() {
        let check = #expect(throws: USCCProblem.self) { try USCC("91350100M000100Y44") }
        #expect(check?.message.en == "the check character should be 3, not 4")
        #expect(check?.position == 18)
        let letter = #expect(throws: USCCProblem.self) { try USCC("91500113MO5UQX3T17") }
        #expect(letter?.message.zh.hasPrefix("第 10 位“O”") == true)
        let mangled = #expect(throws: USCCProblem.self) { try USCC("9.15001E+17") }
        #expect(mangled?.hint.en.contains("spreadsheet") == true)
    }

    @Test func namesItsParts() throws {
        let uscc = try USCC("91350100M000100Y43")
        #expect(uscc.divisionCode == "350100")
        #expect(uscc.organisationCode == "M000100Y4")
    }

    @Test func decodingRefusesAWrongCode() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([USCC].self, from: Data(#"["91350100M000100Y44"]"#.utf8))
        }
    }
}
