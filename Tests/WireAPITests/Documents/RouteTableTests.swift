import Testing
import WireAPI

struct RouteTableTests {
    @Test func noTwoRoutesAreTheSame() {
        #expect(Set(Routes.all.map { "\($0.method.rawValue) \($0.path)" }).count == Routes.all.count)
    }

    @Test func oneVerbIsOneRoute() {
        #expect(Set(Routes.all.map(\.verb)).count == Routes.all.count)
    }

    @Test(arguments: Routes.all)
    func methodSaysWhetherARouteWrites(route: Route) {
        #expect((route.method == .post) == (route.access == .write || route.body == .bytes))
        #expect(route.path.hasPrefix("/v1/"))
    }

    /// Writes name their records in the body, so that one request can name several.
    @Test(arguments: Routes.all.filter { $0.access == .write })
    func writesHaveNoParametersAndEndInTheirVerb(route: Route) {
        #expect(route.parameterNames.isEmpty)
        #expect(route.path.split(separator: "/").last == route.verb.split(separator: ".").last)
    }
}
