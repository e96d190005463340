using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>
/// How often a submission asks the database. The transaction's begin and commit are not counted: the begin travels with
/// the first statement, and the commit is one round trip more. The report is late: one in time is not asked who speaks
/// for its agency, which is one round trip less.
/// </summary>
public sealed class SubmissionCostTests(OwnServers servers) : IClassFixture<OwnServers>
{
    private const int Events = 10;

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, false, 10)]
    [InlineData(TestDatabase.Sqlite, true, 12)]
    [InlineData(TestDatabase.PostgreSql, false, 6)]
    [InlineData(TestDatabase.PostgreSql, true, 8)]
    public async Task A_report_of_ten_events_takes_few_round_trips(string provider, bool withKey, int most)
    {
        var asked = await AskedAsync(provider, withKey, Events);

        Assert.True(asked.Count <= most, string.Join("\n\n", asked));
    }

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_report_of_ten_events_is_stored_by_as_many_statements_as_a_report_of_one(string provider)
    {
        var one = Statements(await AskedAsync(provider, withKey: false, 1));

        var ten = Statements(await AskedAsync(provider, withKey: false, Events));

        Assert.Equal(one, ten);
    }

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_places_in_the_feed_are_taken_last(string provider)
    {
        var asked = await AskedAsync(provider, withKey: true, Events);

        Assert.Equal(asked[^1], Assert.Single(asked, sql => sql.Contains("feed_counters", StringComparison.Ordinal)));
    }

    private async Task<IReadOnlyList<string>> AskedAsync(string provider, bool withKey, int events)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var input = new
        {
            agencyId = agency.Id(),
            month = "1998-04",
            events = Enumerable.Range(1, events).Select(n => Planned($"Town hall {n}")),
            idempotencyKey = withKey ? agency.Id() : null,
        };
        server.Statements.Clear();

        await server.As(agency).DoneAsync("submitMonthlyReport", input, "monthlyReport { id month revision status }");

        return server.Statements.InTransactions;
    }

    private static int Statements(IEnumerable<string> sent) =>
        sent.Sum(sql => sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length);
}
