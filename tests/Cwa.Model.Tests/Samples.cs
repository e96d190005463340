using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Records that a test needs but does not care about.</summary>
internal static class Samples
{
    public static readonly DateTime Noon = new(1998, 3, 31, 17, 0, 0, DateTimeKind.Utc);
    public static readonly ReportMonth April = new(1998, 4);

    private static int _agencies;

    public static Agency Agency(
        Agency? parent = null,
        string? abbreviation = null,
        DateOnly? began = null,
        DateOnly? ended = null,
        string name = "An agency"
    ) =>
        new(
            abbreviation ?? $"A{Interlocked.Increment(ref _agencies)}",
            name,
            parent is null ? AgencyKind.ExecutiveDepartment : AgencyKind.Bureau,
            parent,
            DirectiveStanding.Directed,
            "Covered by Executive Order 12862",
            activeFrom: began,
            activeTo: ended
        );

    public static Liaison Liaison(
        Agency agency,
        string name = "Pat Smith",
        Coverage coverage = Coverage.Self,
        DateOnly? designatedOn = null,
        DateTime? reportedAt = null
    ) =>
        new(
            agency.Id,
            name,
            "Director",
            "Customer Service",
            "202-555-0100",
            null,
            coverage,
            designatedOn ?? new(1998, 3, 10),
            reportedAt
        );

    public static EventFacts Facts(
        string title = "Town hall",
        DateOnly? startsOn = null,
        DateOnly? endsOn = null,
        Access access = Access.OpenToPublic,
        EventFormat? format = EventFormat.TownHall,
        int? expectedReach = 200
    ) =>
        new(
            title,
            "We ask what to do better.",
            startsOn ?? new(1998, 4, 14),
            endsOn ?? startsOn ?? new(1998, 4, 14),
            Medium.FaceToFace,
            format,
            Setting.Informal,
            access,
            TopicScope.OpenTopic,
            ["en", "es"],
            PlaceKind.Place,
            StateCode.CA,
            "Fresno",
            expectedReach
        );

    public static MonthlyReport Submitted(
        Agency agency,
        int revision = 1,
        int eventCount = 1,
        ReportMonth? month = null
    )
    {
        var report = new MonthlyReport(agency.Id, month ?? April);
        report.Write(eventCount, nil: eventCount == 0);
        report.Submit(revision, Noon, "pat", revision > 1 ? "A hall was too small." : null);
        return report;
    }

    public static MonthlyReport Accepted(Agency agency, int revision = 1, int eventCount = 1)
    {
        var report = Submitted(agency, revision, eventCount);
        report.Accept(Noon, "npr");
        return report;
    }

    /// <summary>Stores an agency.</summary>
    public static async Task<Agency> HasAgencyAsync(this IDbContextFactory<CwaDbContext> contexts)
    {
        var agency = Agency();
        await contexts.SaveAsync(agency);
        return agency;
    }

    public static async Task SaveAsync(this IDbContextFactory<CwaDbContext> contexts, params object[] records)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.AddRange(records);
        await db.SaveChangesAsync();
    }
}
