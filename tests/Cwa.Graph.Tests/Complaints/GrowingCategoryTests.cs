using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class GrowingCategoryTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_published_operation_says_what_grew_and_what_is_being_done(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var late = await server.HasKindAsync(agency, "Late letters");
        var rude = await server.HasKindAsync(agency, "Rude clerks", TopCategory.Courtesy);
        var lost = await server.HasKindAsync(other, "Lost files", TopCategory.Accuracy);
        await server.StoreAsync(
            // 10 + 20 + 30 = 60 become 40 + 40 + 40 = 120.
            agency.In("1998-05", 0, 10, 0, category: late),
            agency.In("1998-06", 0, 20, 0, category: late),
            agency.In("1998-07", 0, 30, 0, category: late),
            agency.In("1998-08", 0, 40, 0, category: late),
            agency.In("1998-09", 0, 40, 0, category: late),
            agency.In("1998-10", 0, 40, 0, category: late),
            // 50 become 59.
            agency.In("1998-07", 0, 50, 0, category: rude),
            agency.In("1998-10", 0, 59, 0, category: rude),
            // 0 become 15.
            other.In("1998-06", 0, 0, 0, category: lost),
            other.In("1998-09", 0, 15, 0, category: lost)
        );
        var found = new SystemicProblem(agency.Id, late, "Letters wait for one signature", "They do.", new(1998, 8, 3));
        found.Assign("Mail room");
        found.PlanFix();
        var change = found.Change(new(1998, 11, 2), "Three people sign.", "days", 20);
        var solved = new SystemicProblem(other.Id, lost, "Two cabinets", "One would do.", new(1998, 4, 1));
        solved.Assign("Registry");
        solved.PlanFix();
        var done = solved.Change(new(1998, 5, 1), "One cabinet.", "files", 9);
        solved.Verify(done, 1, new(1998, 6, 1));
        await server.StoreAsync(found, solved);

        var growing = await AskAsync(server, "growing-complaints", agency, other);

        Assert.Equal(2, growing.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            ["Late letters 60 120 100 1", "Lost files 0 15 - 0"],
            growing
                .GetProperty("categories")
                .Lines("category.name", "receivedBefore", "received", "receivedPercent", "openProblems.totalCount")
        );
        var problem = growing.GetProperty("categories")[0].GetProperty("openProblems").GetProperty("nodes")[0];
        Assert.Equal(
            ("CHANGED", change.Description),
            (problem.Text("status"), problem.GetProperty("changes").GetProperty("nodes")[0].Text("description"))
        );
        Assert.Equal(
            ["Lost files"],
            (await GrowingAsync(server, "withoutOpenProblem: true", agency, other))
                .GetProperty("categories")
                .Lines("category.name")
        );
        Assert.Equal(
            ["Late letters", "Lost files", "Rude clerks"],
            (await GrowingAsync(server, "atLeastPercent: 18, atLeastComplaints: 9", agency, other))
                .GetProperty("categories")
                .Lines("category.name")
        );
        Assert.Equal(
            ["Late letters"],
            (await GrowingAsync(server, "first: 1", agency, other)).GetProperty("categories").Lines("category.name")
        );
        Assert.Equal(
            ["Lost files"],
            (await GrowingAsync(server, "", other)).GetProperty("categories").Lines("category.name")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Kinds_are_ranked_by_common_category_and_by_the_agencies_own_categories(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other, plain) = (
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync()
        );
        var late = await server.HasKindAsync(agency, "Late letters");
        var slow = await server.HasKindAsync(agency, "Slow answers");
        var rude = await server.HasKindAsync(other, "Rude clerks", TopCategory.Courtesy);
        await server.StoreAsync(
            agency.In("1998-08", 0, 20, 0, category: late),
            agency.In("1998-09", 0, 30, 0, category: late),
            agency.In("1998-08", 0, 20, 0, category: slow),
            agency.In("1998-09", 0, 10, 0, category: slow),
            // Two channels, and their total, which is what counts.
            other.In("1998-09", 0, 50, 0, category: rude),
            other.In("1998-09", 0, 50, 0, category: rude, channel: Channel.Mail),
            plain.In("1998-08", 0, 1, 0),
            plain.In("1998-09", 0, 10, 0)
        );

        server.Statements.Clear();
        var top = (
            await server
                .As(agency, other, plain)
                .AskAsync(
                    """
                    {
                      topComplaintCategories(from: "1998-09", to: "1998-09", first: 2, atLeastComplaints: 5) {
                        received
                        common { top received share receivedBefore receivedPercent agencies grew }
                        own { category { name } received share receivedBefore receivedPercent months monthsBefore grew }
                      }
                    }
                    """
                )
        ).GetProperty("topComplaintCategories");

        Assert.Single(server.Statements.All, s => s.Contains("complaint_metrics", StringComparison.Ordinal));
        Assert.Equal(100, top.GetProperty("received").GetInt32());
        // Without figures for August "Rude clerks" cannot be said to grow. Complaints about time stay at 40.
        Assert.Equal(
            ["COURTESY 50 0.5 0 - 1 False", "TIMELINESS 40 0.4 40 0 1 False", "- 10 0.1 1 900 1 True"],
            top.GetProperty("common")
                .Lines("top", "received", "share", "receivedBefore", "receivedPercent", "agencies", "grew")
        );
        Assert.Equal(
            ["Rude clerks 50 0.5 0 - 1 0 False", "Late letters 30 0.3 20 50 1 1 True"],
            top.GetProperty("own")
                .Lines(
                    "category.name",
                    "received",
                    "share",
                    "receivedBefore",
                    "receivedPercent",
                    "months",
                    "monthsBefore",
                    "grew"
                )
        );
    }

    [Theory]
    [InlineData("from: \"1998-05\", to: \"1998-04\"", "BAD_USER_INPUT")]
    [InlineData("from: \"1998-05\", to: \"1998-05\", atLeastPercent: 10001", "BAD_USER_INPUT")]
    [InlineData("from: \"1998-05\", to: \"1998-05\", atLeastPercent: -1", "BAD_USER_INPUT")]
    [InlineData("from: \"1998-05\", to: \"1998-05\", atLeastComplaints: 0", "BAD_USER_INPUT")]
    [InlineData("from: \"1998-05\", to: \"1998-05\", first: 101", "INVALID_PAGE_SIZE")]
    public async Task Arguments_that_make_no_sense_are_refused(string arguments, string code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        foreach (
            var query in new[]
            {
                $"growingComplaintCategories({arguments}) {{ totalCount }}",
                $"topComplaintCategories({arguments}) {{ received }}",
            }
        )
        {
            var answer = await server.SendAsync($"{{ {query} }}");

            Assert.Equal(
                code,
                answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
            );
        }
    }

    [Fact]
    public async Task A_kind_leads_to_its_problems()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await server.OpenAsync(agency, categoryId: await server.HasCategoryAsync(agency));
        await server.OpenAsync(agency);

        var data = await server
            .As(agency)
            .AskAsync(
                "query ($agency: ID!) { agency(by: { id: $agency }) { complaintCategories { nodes { "
                    + "systemicProblems { totalCount nodes { title } } } } } }",
                new { agency = agency.Id() }
            );

        var problems = data.GetProperty("agency")
            .GetProperty("complaintCategories")
            .GetProperty("nodes")[0]
            .GetProperty("systemicProblems");
        Assert.Equal(
            (1, "Cheques get lost"),
            (problems.GetProperty("totalCount").GetInt32(), problems.GetProperty("nodes")[0].Text("title"))
        );
    }

    private static async Task<JsonElement> AskAsync(CwaServer server, string operation, params Agency[] agencies) =>
        (
            await server
                .As(agencies)
                .AskAsync(await File.ReadAllTextAsync(Repository.PathOf($"schema/operations/{operation}.graphql")))
        ).GetProperty("growingComplaintCategories");

    private static async Task<JsonElement> GrowingAsync(CwaServer server, string arguments, params Agency[] agencies) =>
        (
            await server
                .As(agencies)
                .AskAsync(
                    $$"""
                    {
                      growingComplaintCategories(from: "1998-08", to: "1998-10" {{arguments}}) {
                        categories { category { name } }
                      }
                    }
                    """
                )
        ).GetProperty("growingComplaintCategories");
}
