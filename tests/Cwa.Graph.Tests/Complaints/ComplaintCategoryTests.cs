using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class ComplaintCategoryTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_defines_a_category_once_and_another_may_have_the_same_name(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();

        var first = await server.DefineAsync(agency);
        var again = await server
            .As(agency)
            .AskAsync(
                """
                mutation ($input: DefineComplaintCategoryInput!) {
                  defineComplaintCategory(input: $input) {
                    errors { path ... on ComplaintCategoryAlreadyDefined { existing { id } } } }
                }
                """,
                new
                {
                    input = new
                    {
                        agencyId = agency.Id(),
                        name = "Lost cheques",
                        top = "ACCESS",
                    },
                }
            );
        var others = await server.DefineAsync(other);

        Assert.Equal("OUTCOME", first.GetProperty("complaintCategory").Text("top"));
        var error = Assert.Single(again.GetProperty("defineComplaintCategory").GetProperty("errors").EnumerateArray());
        Assert.Equal(first.GetProperty("complaintCategory").Text("id"), error.GetProperty("existing").Text("id"));
        Assert.Empty(others.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_definitions_one_succeeds_and_the_others_are_shown_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payloads = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.DefineAsync(agency)));

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["ComplaintCategoryAlreadyDefined input.name"], p.Refusals())
        );
    }

    [Fact]
    public async Task A_name_that_is_too_long_and_another_agency_are_refused()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();

        var payload = await server
            .As(other)
            .DoAsync(
                "defineComplaintCategory",
                new
                {
                    agencyId = agency.Id(),
                    name = new string('x', 101),
                    top = "COST",
                }
            );

        Assert.Equal(["TextTooLong input.name", "AgencyNotFound input.agencyId"], payload.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_lists_its_categories(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.DefineAsync(agency, "Lost cheques");
        await server.DefineAsync(agency, "Long waits");
        const string query =
            "query ($by: AgencyByInput!) { agency(by: $by) { complaintCategories { totalCount nodes { name } } } }";

        var own = await server.As(agency).AskAsync(query, new { by = new { id = agency.Id() } });
        var others = await server
            .As(await server.HasAgencyAsync())
            .AskAsync(query, new { by = new { id = agency.Id() } });

        Assert.Equal(
            ["Long waits", "Lost cheques"],
            Categories(own).GetProperty("nodes").EnumerateArray().Select(c => c.Text("name"))
        );
        Assert.Equal(0, Categories(others).GetProperty("totalCount").GetInt32());

        static System.Text.Json.JsonElement Categories(System.Text.Json.JsonElement data) =>
            data.GetProperty("agency").GetProperty("complaintCategories");
    }
}
