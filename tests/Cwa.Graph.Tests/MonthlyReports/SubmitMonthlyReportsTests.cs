using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class SubmitMonthlyReportsTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_batch_is_submitted_whole_or_not_at_all(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var component = await server.HasAgencyAsync(agency);
        object good = new
        {
            agencyId = agency.Id(),
            month = "1998-04",
            events = new[] { Planned() },
        };
        object also = new
        {
            agencyId = component.Id(),
            month = "1998-04",
            nil = true,
        };
        object bad = new
        {
            agencyId = component.Id(),
            month = "1998-05",
            events = new[] { Planned("") },
        };
        const string thing = "monthlyReports { revision eventCount }";

        var refused = await server
            .As(agency)
            .DoAsync("submitMonthlyReports", new { reports = new[] { good, also, bad, good } }, thing);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var written = await db.MonthlyReports.CountAsync(r => r.AgencyId == agency.Id);
        var done = await server
            .As(agency)
            .DoneAsync("submitMonthlyReports", new { reports = new[] { good, also } }, thing);

        Assert.Equal(
            [
                "TextMissing input.reports.2.events.0.title",
                "EventOutsideMonth input.reports.2.events.0.startsOn",
                "MonthListedTwice input.reports.3.month",
            ],
            refused.Refusals()
        );
        Assert.Equal(0, written);
        Assert.Equal(
            [1, 0],
            done.GetProperty("monthlyReports").EnumerateArray().Select(r => r.GetProperty("eventCount").GetInt32())
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Simultaneous_batches_in_opposite_order_do_not_deadlock(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var component = await server.HasAgencyAsync(agency);

        var payloads = await Task.WhenAll(
            Enumerable
                .Range(1, 9)
                .Select(month =>
                    server
                        .As(agency)
                        .DoAsync(
                            "submitMonthlyReports",
                            new
                            {
                                reports = (month % 2 == 0 ? [agency, component] : new[] { component, agency }).Select(
                                    a => new
                                    {
                                        agencyId = a.Id(),
                                        month = $"1998-0{month}",
                                        nil = true,
                                    }
                                ),
                            }
                        )
                )
        );

        Assert.All(payloads, payload => Assert.Empty(payload.Refusals()));
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Guid[] both = [agency.Id, component.Id];
        Assert.Equal(18, await db.MonthlyReports.CountAsync(r => both.Contains(r.AgencyId)));
    }
}
