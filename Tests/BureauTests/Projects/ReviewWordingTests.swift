import Bureau
import Labels
import Promotion
import Testing

/// How a review may be written, and that its result is never supposed.
struct ReviewWordingTests {
    @Test(arguments: [
        ("joint failed", Review.Result.failed), ("body:joint failed", .failed), ("kind:joint result:fail", .failed),
        ("会审 通过", .passed), ("review:joint result:passed", .passed), ("joint pass", .passed),
    ])
    func isRecordedAsWritten(words: String, result: Review.Result) async throws {
        let fixture = try await ProjectAcceptanceTests.fixture()
        try await ProjectAcceptanceTests.add(fixture)
        try await ProjectAcceptanceTests.run(fixture, "P-1 \(words)", by: ProjectAcceptanceTests.screener) {
            $0.reviewProject
        }
        let reviews = try await ProjectAcceptanceTests.project(fixture).dossier.reviews
        #expect(reviews.map(\.body) == [.joint])
        #expect(reviews.map(\.result) == [result])
    }

    @Test(arguments: ["joint", "body:joint", "joint perhaps"])
    func withoutAResultIsRefused(words: String) async throws {
        let fixture = try await ProjectAcceptanceTests.fixture()
        try await ProjectAcceptanceTests.add(fixture)
        let error = await refused {
            try await ProjectAcceptanceTests.run(fixture, "P-1 \(words)", by: ProjectAcceptanceTests.screener) {
                $0.reviewProject
            }
        }
        #expect(error?.code == .badText)
        #expect(error?.details["known"] == .list(Review.Result.allCases.map(\.rawValue)))
    }
}
