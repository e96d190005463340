namespace Cwa.Model;

/// <summary>The one due day that NPR moved: the reports for January are due before the holidays.</summary>
internal static class SampleDueDays
{
    private static readonly ReportMonth January = new(1999, 1);
    private static readonly DateOnly BeforeTheHolidays = new(1998, 12, 23);

    public static IEnumerable<object> All(SampleFeed feed)
    {
        var at = Washington.At(new(1998, 11, 9), new(10, 15));
        var day = new DueDay(January, BeforeTheHolidays, DeterministicGuid.V7(at, "sample due day"), at);
        feed.Announce(FeedKind.DueDaySet, agencyId: null, day.Id, at);
        yield return day;
        yield return new AuditEntry(
            "setDueDay",
            "sample",
            nameof(DueDay),
            day.Id,
            agencyId: null,
            before: null,
            $$"""{"month":"{{day.Month}}","dueOn":"{{day.DueOn:O}}"}""",
            DeterministicGuid.V7(at, "sample audit due day"),
            at
        );
    }
}
