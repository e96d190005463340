using Cwa.Model;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

public sealed class CarryOverTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Months_that_do_not_carry_over_are_listed_by_the_size_of_the_difference(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var late = await server.HasKindAsync(agency, "Late letters");
        // January closes with 10 + 30 - 25 = 15, and February opens with it. March opens with 21 where February closed
        // with 15 + 5 - 4 = 16.
        await server.StoreAsync(
            agency.In("1998-01", 10, 30, 25),
            agency.In("1998-02", 15, 5, 4),
            agency.In("1998-03", 21, 0, 0)
        );
        // By telephone 4 + 1 - 0 = 5 becomes 2; by letter 5 stays 5.
        await server.StoreAsync(
            agency.In("1997-12", 4, 1, 0, category: late, channel: Channel.Telephone),
            agency.In("1998-01", 2, 0, 0, category: late, channel: Channel.Telephone),
            agency.In("1997-12", 4, 1, 0, category: late, channel: Channel.Mail),
            agency.In("1998-01", 5, 0, 0, category: late, channel: Channel.Mail)
        );

        server.Statements.Clear();
        var answer = await AskAsync(server, agency, "from: \"1998-01\", to: \"1998-12\"");

        Assert.Equal(2, server.Statements.All.Count(s => s.Contains("complaint_", StringComparison.Ordinal)));
        Assert.Equal(2, answer.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            ["RESTATED 1998-03 1998-02 0 16 21 5 - -", "RESTATED 1998-01 1997-12 0 5 2 -3 Late letters TELEPHONE"],
            answer
                .GetProperty("breaks")
                .Lines(
                    "kind",
                    "month",
                    "monthBefore",
                    "monthsMissing",
                    "closing",
                    "opening",
                    "difference",
                    "category.name",
                    "channel"
                )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_month_without_figures_is_a_gap_and_not_a_difference(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        // November to January have no figures: three months.
        await server.StoreAsync(
            agency.In("1997-10", 0, 8, 0),
            agency.In("1998-02", 12, 0, 0),
            agency.In("1998-03", null, 3, 3),
            agency.In("1998-04", 7, 0, 0)
        );

        var restated = await AskAsync(server, agency, "from: \"1998-01\", to: \"1998-12\"");
        var gaps = await AskAsync(server, agency, "from: \"1998-01\", to: \"1998-12\", kind: GAP");

        Assert.Empty(restated.GetProperty("breaks").EnumerateArray());
        Assert.Equal(
            ["GAP 1998-02 1997-10 3 8 12 4"],
            gaps.GetProperty("breaks")
                .Lines("kind", "month", "monthBefore", "monthsMissing", "closing", "opening", "difference")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_the_newest_revision_has_to_carry_over(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var january = agency.In("1998-01", 0, 9, 0);
        await server.StoreAsync(january, agency.In("1998-02", 10, 0, 0));
        var before = await AskAsync(server, agency, "from: \"1998-01\", to: \"1998-12\"");
        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
        {
            db.Attach(january);
            db.Add(
                january.Revise(
                    new()
                    {
                        PendingStart = 0,
                        Received = 10,
                        Resolved = 0,
                        PendingEnd = 10,
                        WithinTarget = 0,
                        MedianDaysMissing = MissingReason.NotApplicable,
                    }
                )
            );
            await db.SaveChangesAsync();
        }

        var after = await AskAsync(server, agency, "from: \"1998-01\", to: \"1998-12\"");

        Assert.Equal(1, before.GetProperty("totalCount").GetInt32());
        Assert.Equal(0, after.GetProperty("totalCount").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Agencies_are_ordered_by_their_largest_difference(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (one, other, steady) = (
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync()
        );
        await server.StoreAsync(one.In("1998-01", 0, 5, 0), one.In("1998-02", 6, 0, 0), one.In("1998-03", 2, 0, 0));
        await server.StoreAsync(other.In("1998-01", 0, 50, 0), other.In("1998-02", 40, 0, 0));
        await server.StoreAsync(steady.In("1998-01", 0, 50, 0), steady.In("1998-02", 50, 0, 0));
        Guid[] mine = [one.Id, other.Id, steady.Id];
        using var scope = server.Services.CreateScope();
        var carryOvers = new CarryOvers(
            scope.ServiceProvider.GetRequiredService<Snapshots>(),
            new("pat", "pat", [Roles.Submit], mine, mine),
            scope.ServiceProvider.GetRequiredService<Cwa.Graph.Engine.FilterBudget>()
        );
        await using var db = await server.Database.Contexts.CreateDbContextAsync();

        server.Statements.Clear();
        var agencies = await carryOvers.AgenciesAsync(
            db,
            new(1998, 1),
            new(1998, 12),
            agencyIds: null,
            CancellationToken.None
        );

        Assert.Equal(
            [(other.Id, 1, 10, new ReportMonth(1998, 2)), (one.Id, 2, 4, new(1998, 3))],
            agencies.Select(a => (a.AgencyId, a.Differences, a.Largest, a.LastMonth))
        );
    }

    [Fact]
    public async Task The_figures_of_another_agency_are_not_found()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var (agency, stranger) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await server.StoreAsync(agency.In("1998-01", 0, 5, 0), agency.In("1998-02", 6, 0, 0));

        Assert.Equal(
            0,
            (await AskAsync(server, stranger, "from: \"1998-01\", to: \"1998-12\""))
                .GetProperty("totalCount")
                .GetInt32()
        );
        Assert.Equal(
            1,
            (await AskAsync(server, agency, "from: \"1998-01\", to: \"1998-12\"")).GetProperty("totalCount").GetInt32()
        );
    }

    [Theory]
    [InlineData("from: \"1998-05\", to: \"1998-04\"", "BAD_USER_INPUT")]
    [InlineData("from: \"1998-05\", to: \"1998-05\", first: 0", "INVALID_PAGE_SIZE")]
    [InlineData("from: \"1998-05\", to: \"1998-05\", first: 201", "INVALID_PAGE_SIZE")]
    public async Task Months_and_sizes_that_make_no_sense_are_refused(string arguments, string code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await server.SendAsync($"{{ complaintCarryOver({arguments}) {{ totalCount }} }}");

        Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_calendar_has_a_first_month()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await server.AskAsync("{ complaintCarryOver(from: \"0001-01\", to: \"0001-02\") { totalCount } }");

        Assert.Equal(0, answer.GetProperty("complaintCarryOver").GetProperty("totalCount").GetInt32());
    }

    private static async Task<System.Text.Json.JsonElement> AskAsync(
        CwaServer server,
        Agency agency,
        string arguments
    ) =>
        (
            await server
                .As(agency)
                .AskAsync(
                    $$"""
                    {
                      complaintCarryOver({{arguments}}) {
                        totalCount
                        breaks {
                          kind month monthBefore monthsMissing closing opening difference channel category { name }
                        }
                      }
                    }
                    """
                )
        ).GetProperty("complaintCarryOver");
}
