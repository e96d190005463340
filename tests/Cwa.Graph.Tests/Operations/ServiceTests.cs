using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What anybody can learn about the service itself.</summary>
public sealed class ServiceTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Query = "{ service { version today now dataAsOf isIllustrative notice } }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Anybody_learns_the_clock_and_that_the_data_are_invented(string provider)
    {
        var server = (await servers.OnAsync(provider)).Public;
        var before = server.Clock.GetUtcNow().UtcDateTime;

        var service = (await server.AskAsync(Query)).GetProperty("service");

        Assert.Equal("1998-11-16", service.Text("today"));
        Assert.StartsWith("1998-11-1", service.Text("now"), StringComparison.Ordinal);
        Assert.InRange(service.GetProperty("dataAsOf").GetDateTime(), before, server.Clock.GetUtcNow().UtcDateTime);
        Assert.True(service.GetProperty("isIllustrative").GetBoolean());
        Assert.Equal(
            "Illustrative data: an invented year, seen on 16 November 1998. Only the agencies are real.",
            service.Text("notice")
        );
        Assert.Matches(@"^\d+\.\d+\.\d+(\+\w+)?$", service.Text("version"));
    }

    [Fact]
    public async Task The_service_costs_nothing_and_asks_the_database_nothing()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        server.Statements.Clear();

        var answer = await server.SendAsync(Query);

        Assert.Empty(server.Statements.All);
        Assert.Equal(0, answer.GetProperty("extensions").GetProperty("cost").GetProperty("objects").GetInt32());
    }

    [Fact]
    public async Task A_database_without_the_sample_year_has_no_notice()
    {
        await using var server = await CwaServer.StartAsync();

        var service = (await server.AskAsync(Query)).GetProperty("service");

        Assert.False(service.GetProperty("isIllustrative").GetBoolean());
        Assert.Equal(JsonValueKind.Null, service.GetProperty("notice").ValueKind);
    }

    [Fact]
    public async Task DataAsOf_is_told_by_the_clock_that_stamps_records_whatever_day_it_is()
    {
        await using var server = await CwaServer.StartAsync();
        var (before, after) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        using var day = server.Today.On("1998-04-03");
        await server.SubmitAsync(before);

        var since = (await server.AskAsync(Query)).GetProperty("service").Text("dataAsOf");
        await server.SubmitAsync(after);

        var stored = await server.AskAsync(
            "query ($since: DateTime!) { monthlyReports(updatedSince: $since) { nodes { agency { abbreviation } } } }",
            new { since }
        );
        Assert.Equal(
            $$$"""{"nodes":[{"agency":{"abbreviation":"{{{after.Abbreviation}}}"}}]}""",
            stored.GetProperty("monthlyReports").GetRawText()
        );
    }

    [Fact]
    public async Task Today_and_now_are_told_by_the_clock_that_judges_reports()
    {
        await using var server = await CwaServer.StartAsync();
        var agency = await server.HasAgencyAsync();
        using var day = server.Today.On("1998-04-03");

        var report = await server.SubmitAsync(agency);
        var service = (await server.AskAsync(Query)).GetProperty("service");

        var submitted = (
            await server.AskAsync(
                "query ($id: ID!) { node(id: $id) { ... on MonthlyReport { submittedAt } } }",
                new { id = report.ReportId() }
            )
        ).GetProperty("node");
        Assert.Equal("1998-04-03", service.Text("today"));
        Assert.InRange(
            service.GetProperty("now").GetDateTime() - submitted.GetProperty("submittedAt").GetDateTime(),
            TimeSpan.Zero,
            TimeSpan.FromMinutes(5)
        );
    }
}
