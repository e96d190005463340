namespace Cwa.Graph.Tests.Year;

/// <summary>Action 4: complaints, the problem behind them, and what was learned.</summary>
internal static class ComplaintsOfTheYear
{
    private static readonly string[] Channels = ["MAIL", "TELEPHONE"],
        Categories = ["OUTCOME"];

    // Action 4: a process, complaint figures, and a correction of them.
    public static async Task HearComplaintsAsync(AgencyYear year)
    {
        var process = await year.DoesAsync(
            "establishComplaintProcess",
            new
            {
                agencyId = year.AgencyId,
                description = "We answer every letter.",
                channels = Channels,
                owner = "Customer office",
                targetDays = 10,
                inPlaceOn = "1998-04-01",
            },
            "complaintProcess { id }"
        );
        await year.IsSeenAsync(process, "complaintProcess", byOthers: true);
        var category = await year.IsSeenAsync(
            await year.DoesAsync(
                "defineComplaintCategory",
                new
                {
                    agencyId = year.AgencyId,
                    name = "Lost cheques",
                    top = "OUTCOME",
                },
                "complaintCategory { id }"
            ),
            "complaintCategory"
        );

        var april = Complaining.Figures(year.Agency, ("categoryId", category));
        var reported = await year.DoesAsync(
            "reportComplaintMetrics",
            new { metrics = new[] { april } },
            "complaintMetrics { id revision }"
        );
        april["received"] = 31;
        april["pendingEnd"] = 16;
        var corrected = await year.DoesAsync(
            "reportComplaintMetrics",
            new { metrics = new[] { april } },
            "complaintMetrics { id revision }"
        );
        Assert.Equal([1, 2], new[] { reported, corrected }.Select(payload => payload.MetricRevision()));
        await year.IsSeenAsync(corrected.Metric().Text("id")!);
    }

    // Action 4: from complaints to the problem behind them, to a change whose effect was measured.
    public static async Task FixWhatIsBehindThemAsync(AgencyYear year)
    {
        var problem = await year.IsSeenAsync(
            await year.DoesAsync(
                "openSystemicProblem",
                new
                {
                    agencyId = year.AgencyId,
                    title = "Cheques get lost",
                    description = "In the mail room.",
                    foundOn = "1998-07-01",
                    owner = "Mail room",
                },
                "systemicProblem { id }"
            ),
            "systemicProblem"
        );
        await year.DoesAsync("planProcessChange", new { problemId = problem }, "systemicProblem { id }");
        var change = await year.IsSeenAsync(
            await year.DoesAsync(
                "recordProcessChange",
                new
                {
                    problemId = problem,
                    effectiveOn = "1998-09-01",
                    description = "Every cheque has a number.",
                    unit = "cheques lost a month",
                    before = 12,
                },
                "processChange { id }"
            ),
            "processChange"
        );
        await year.DoesAsync(
            "verifyProcessChange",
            new
            {
                changeId = change,
                after = 2,
                measuredOn = "1998-12-01",
                effective = true,
            },
            "processChange { id }"
        );
        var analysis = await year.DoesAsync(
            "recordAnalysis",
            new
            {
                agencyId = year.AgencyId,
                fromMonth = "1998-04",
                toMonth = "1998-11",
                categories = Categories,
                learned = "Most complaints were of lost cheques.",
                conductedOn = "1998-12-10",
            },
            "analysis { id }"
        );
        await year.IsSeenAsync(analysis, "analysis");
    }
}
