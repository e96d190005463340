using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Monthly reports in the order in which they were sent.</summary>
public sealed class NewestReportTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_newest_comes_first_and_a_draft_stands_where_it_was_last_changed(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        foreach (
            var (month, day) in new[]
            {
                ("1998-06", "1998-05-20"),
                ("1998-04", "1998-05-22"),
                ("1998-05", "1998-05-21"),
            }
        )
        {
            using var on = server.Today.On(day);
            await server
                .As(agency)
                .DoneAsync(
                    "submitMonthlyReport",
                    new
                    {
                        agencyId = agency.Id(),
                        month,
                        nil = true,
                    },
                    "monthlyReport { id }"
                );
        }

        await server
            .As(agency)
            .DoneAsync(
                "saveMonthlyReportDraft",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-07",
                    nil = true,
                },
                "monthlyReport { id }"
            );

        var months = new List<string?>();
        for (string? after = null; ; )
        {
            var page = (
                await server
                    .As(agency)
                    .AskAsync(
                        "query ($after: String) { monthlyReports(first: 1, after: $after, "
                            + "order: [{ submittedAt: DESC }]) { nodes { month } pageInfo { hasNextPage endCursor } } }",
                        new { after }
                    )
            ).GetProperty("monthlyReports");
            months.Add(page.GetProperty("nodes")[0].Text("month"));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                break;
            after = page.GetProperty("pageInfo").Text("endCursor");
        }

        Assert.Equal(["1998-07", "1998-04", "1998-05", "1998-06"], months);
    }
}
