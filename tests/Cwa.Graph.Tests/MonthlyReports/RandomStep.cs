using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>A random step on the report of one of two months.</summary>
internal static class RandomStep
{
    public static async Task TakeAsync(CwaServer server, Agency agency, Random random)
    {
        var month = random.Next(2) == 0 ? "1998-04" : "1998-05";
        var waiting = (
            await server
                .AsReviewer()
                .AskAsync(
                    "query ($a: String, $m: YearMonth) { monthlyReports(where: { agency: { abbreviation: "
                        + "{ eq: $a } }, month: { eq: $m }, status: { eq: SUBMITTED } }) { nodes { id } } }",
                    new { a = agency.Abbreviation, m = month }
                )
        )
            .GetProperty("monthlyReports")
            .GetProperty("nodes");
        if (waiting.GetArrayLength() == 0)
        {
            var isDraft = random.Next(3) == 0;
            object[] events = random.Next(3) == 0 ? [] : [Reporting.Planned(startsOn: $"{month}-14")];
            await server
                .As(agency)
                .DoneAsync(
                    isDraft ? "saveMonthlyReportDraft" : "submitMonthlyReport",
                    isDraft
                        ? new
                        {
                            agencyId = agency.Id(),
                            month,
                            events,
                            nil = events is [],
                        }
                        : new
                        {
                            agencyId = agency.Id(),
                            month,
                            events,
                            nil = events is [],
                            reason = $"Reason {random.Next(100)}.",
                        },
                    "monthlyReport { id }"
                );
            return;
        }

        var monthlyReportId = waiting[0].GetProperty("id").GetString();
        var step = random.Next(6);
        if (step == 0)
            await server.As(agency).DoneAsync("recallMonthlyReport", new { monthlyReportId }, "monthlyReport { id }");
        else if (step <= 2)
            await server
                .AsReviewer()
                .DoneAsync(
                    "returnMonthlyReport",
                    new { monthlyReportId, reason = "Say where." },
                    "monthlyReport { id }"
                );
        else
            await server.AsReviewer().DoneAsync("acceptMonthlyReport", new { monthlyReportId }, "monthlyReport { id }");
    }
}
