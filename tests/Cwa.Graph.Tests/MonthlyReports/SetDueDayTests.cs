using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class SetDueDayTests(OwnServers servers) : IClassFixture<OwnServers>
{
    private const string Thing = "dueDay { id month dueOn }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_due_day_that_NPR_sets_holds_for_all_agencies_and_is_announced_to_all(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.SubmitAsync(agency, null, Reporting.Planned());

        var set = await server.AsAdmin().DoneAsync("setDueDay", new { month = "1998-04", dueOn = "1998-12-01" }, Thing);
        var moved = await server
            .AsAdmin()
            .DoneAsync("setDueDay", new { month = "1998-04", dueOn = "1998-11-20" }, Thing);

        Assert.Equal(set.GetProperty("dueDay").Text("id"), moved.GetProperty("dueDay").Text("id"));
        var told = await server
            .As(agency)
            .AskAsync(
                """
                {
                  dueDays { nodes { month dueOn } }
                  monthlyReports { nodes { dueOn } }
                  reportingStatus(month: "1998-04") { dueOn late }
                  feed(kinds: [DUE_DAY_SET]) { nodes { kind agency { name } subject { ... on DueDay { dueOn } } } }
                }
                """
            );
        Assert.Equal(
            """{"nodes":[{"month":"1998-04","dueOn":"1998-11-20"}]}""",
            told.GetProperty("dueDays").ToString()
        );
        Assert.Equal("""{"nodes":[{"dueOn":"1998-11-20"}]}""", told.GetProperty("monthlyReports").ToString());
        Assert.Equal("""{"dueOn":"1998-11-20","late":0}""", told.GetProperty("reportingStatus").ToString());
        const string entry = """{"kind":"DUE_DAY_SET","agency":null,"subject":{"dueOn":"1998-11-20"}}""";
        Assert.Equal($$"""{"nodes":[{{entry}},{{entry}}]}""", told.GetProperty("feed").ToString());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_trail_of_a_due_day_is_for_NPR(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = (await server.AsAdmin().DoneAsync("setDueDay", new { month = "1998-05", dueOn = "1998-05-04" }, Thing))
            .GetProperty("dueDay")
            .Text("id");
        const string trail =
            "query ($id: ID!) { audit(subjectId: $id) { nodes { action actor changes { field after } } } }";

        var npr = (await server.AsReviewer().AskAsync(trail, new { id })).GetProperty("audit").GetProperty("nodes");
        var others = (await server.As(agency).AskAsync(trail, new { id })).GetProperty("audit").GetProperty("nodes");

        Assert.Equal(
            "[{\"action\":\"setDueDay\",\"actor\":\"admin\",\"changes\":["
                + "{\"field\":\"dueOn\",\"after\":\"1998-05-04\"},{\"field\":\"month\",\"after\":\"1998-05\"}]}]",
            npr.ToString()
        );
        Assert.Equal(0, others.GetArrayLength());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Simultaneous_settings_of_a_month_leave_one_due_day(string provider)
    {
        var server = await servers.OnAsync(provider);
        string[] days = ["1999-05-28", "1999-05-29", "1999-05-30", "1999-05-31"];

        var set = await Task.WhenAll(
            days.Select(dueOn => server.AsAdmin().DoneAsync("setDueDay", new { month = "1999-06", dueOn }, Thing))
        );

        Assert.Single(set.Select(s => s.GetProperty("dueDay").Text("id")).Distinct());
        var kept = (
            await server.AsAdmin().AskAsync("{ dueDays(where: { month: { eq: \"1999-06\" } }) { nodes { dueOn } } }")
        )
            .GetProperty("dueDays")
            .GetProperty("nodes");
        Assert.Contains(Assert.Single(kept.EnumerateArray()).Text("dueOn"), days);
    }

    [Theory]
    [InlineData("1998-12", "1998-11-30", "")]
    [InlineData("1998-12", "1998-11-16", "")]
    [InlineData("1998-12", "1998-12-31", "")]
    [InlineData("1998-12", "1998-11-15", "input.dueOn")]
    [InlineData("1998-12", "1999-01-01", "input.dueOn")]
    [InlineData("9999-12", "9999-12-31", "input.month, input.dueOn")]
    [InlineData("1998-12", "9999-12-31", "input.dueOn")]
    [InlineData("1999-06", "1998-12-01", "input.dueOn")]
    [InlineData("1998-03", "1998-03-02", "input.dueOn, input.dueOn")]
    [InlineData("1998-03", "0001-01-01", "input.dueOn, input.dueOn")]
    public async Task An_odd_due_day_is_set_with_a_warning(string month, string dueOn, string warnings)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var payload = await server.AsAdmin().DoneAsync("setDueDay", new { month, dueOn }, Thing);

        Assert.Equal(dueOn, payload.GetProperty("dueDay").Text("dueOn"));
        Assert.Equal(warnings, string.Join(", ", payload.Warnings()));
    }

    [Fact]
    public async Task A_month_before_the_first_reported_one_has_no_due_day()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var payload = await server
            .AsAdmin()
            .DoAsync("setDueDay", new { month = "1998-02", dueOn = "1998-02-27" }, Thing);

        Assert.Equal(["NoReportsOfMonth input.month"], payload.Refusals());
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("dueDay").ValueKind);
    }

    [Fact]
    public async Task The_first_report_of_a_new_agency_is_due_by_its_own_day()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var young = await server.HasAgencyAsync(activeFrom: new(1998, 7, 25));
        await server
            .As(young)
            .DoneAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = young.Id(),
                    month = "1998-07",
                    nil = true,
                    events = Array.Empty<object>(),
                },
                Reporting.Thing
            );
        await server
            .As(young)
            .DoneAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = young.Id(),
                    month = "1998-08",
                    nil = true,
                    events = Array.Empty<object>(),
                },
                Reporting.Thing
            );

        var reports = (await server.As(young).AskAsync("{ monthlyReports { nodes { month dueOn } } }"))
            .GetProperty("monthlyReports")
            .GetProperty("nodes");

        Assert.Equal(
            """[{"month":"1998-07","dueOn":"1998-08-07"},{"month":"1998-08","dueOn":"1998-07-31"}]""",
            reports.ToString()
        );
    }
}
