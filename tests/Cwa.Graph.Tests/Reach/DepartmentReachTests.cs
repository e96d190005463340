using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>
/// What a department reached to which two of <see cref="ThreeAgencies"/> belong, added up by hand. The third is by
/// itself.
/// </summary>
public sealed class DepartmentReachTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Figures =
        "events held planned unconfirmed customersMet customersMetCounted customersMetEstimated "
        + "heldWithoutAttendance expectedReach";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_event_that_two_of_its_bureaus_hold_counts_once_for_a_department(string provider)
    {
        var (server, department, one, two, three) = await HasDepartmentAsync(provider);

        var reach = await AskAsync(server.AsReviewer(), department, one, two, three);

        // The town hall of both, and the hotline, the broadcast, the letters and the chat. Three held nothing.
        Assert.Equal(
            [$"{department.Abbreviation} 5 4 0 1 1047 47 1000 1 160", $"{three.Abbreviation} 0 0 0 0 0 0 0 0 0"],
            Lines(reach)
        );
        Assert.Equal(
            ["FACE_TO_FACE", "TELEPHONE", "ELECTRONIC"],
            reach.GetProperty("byDepartment")[0].GetProperty("mediaUsed").EnumerateArray().Select(m => m.GetString())
        );
        Assert.Empty(reach.GetProperty("byDepartment")[1].GetProperty("mediaUsed").EnumerateArray());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_department_has_what_the_chosen_agencies_reached_of_those_that_the_caller_reads(string provider)
    {
        var (server, department, one, two, three) = await HasDepartmentAsync(provider);

        var chosen = await AskAsync(server.AsReviewer(), two);
        var own = await AskAsync(server.As(two), department, one, two, three);
        var whole = await AskAsync(server.As(department), department, one, two, three);

        // Two holds the town hall with One, and the chat alone.
        Assert.Equal([$"{department.Abbreviation} 2 2 0 0 47 47 0 0 50"], Lines(chosen));
        Assert.Equal(Lines(chosen), Lines(own));
        Assert.Equal([$"{department.Abbreviation} 5 4 0 1 1047 47 1000 1 160"], Lines(whole));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Departments_take_two_statements_and_one_for_their_names(string provider)
    {
        var (server, department, one, two, three) = await HasDepartmentAsync(provider);
        server.Statements.Clear();

        await AskAsync(server.AsReviewer(), department, one, two, three);

        Assert.Equal(3, server.Statements.All.Count(s => s.Contains("SELECT", StringComparison.Ordinal)));
    }

    private async Task<(CwaServer Server, Agency Department, Agency One, Agency Two, Agency Three)> HasDepartmentAsync(
        string provider
    )
    {
        var server = await servers.OnAsync(provider);
        var department = await server.HasAgencyAsync();
        var (_, one, two, three) = await ThreeAgencies.HasAsync(server, department);
        return (server, department, one, two, three);
    }

    private static async Task<JsonElement> AskAsync(SignedInCaller caller, params Agency[] agencies) =>
        (
            await caller.AskAsync(
                $$"""
                query ($where: AgencyFilterInput) {
                  reach(from: "1998-04-01", to: "1998-06-30", where: $where) {
                    byDepartment { department { abbreviation } {{Figures}} mediaUsed }
                  }
                }
                """,
                new { where = new { abbreviation = new { @in = agencies.Select(a => a.Abbreviation) } } }
            )
        ).GetProperty("reach");

    private static IReadOnlyList<string> Lines(JsonElement reach) =>
        reach.GetProperty("byDepartment").Lines(["department.abbreviation", .. Figures.Split(' ')]);
}
