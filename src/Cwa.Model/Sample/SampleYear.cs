using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// A year of conversations as NPR might have seen it on the morning of 16 November 1998: half reported, and invented
/// throughout. Nobody in it is real, and every text that can be read by itself says "(illustrative)".
/// </summary>
/// <remarks>
/// Every load gives the same year, ids included, except for the instants at which the agencies themselves were stored.
/// </remarks>
public static class SampleYear
{
    /// <summary>Whether the database holds only agencies, so that the sample is not mixed with real records.</summary>
    public static async Task<bool> CanLoadAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        IQueryable<Guid>[] records =
        [
            db.Liaisons.Select(r => r.Id),
            db.Programs.Select(r => r.Id),
            db.MonthlyReports.Select(r => r.Id),
            db.DueDays.Select(r => r.Id),
            db.Events.Select(r => r.Id),
            db.Findings.Select(r => r.Id),
            db.AgencyThemes.Select(r => r.Id),
            db.ServiceAreas.Select(r => r.Id),
            db.CustomerBases.Select(r => r.Id),
            db.DeliveryChoices.Select(r => r.Id),
            db.ComplaintProcesses.Select(r => r.Id),
            db.ComplaintCategories.Select(r => r.Id),
            db.ComplaintMetrics.Select(r => r.Id),
            db.SystemicProblems.Select(r => r.Id),
            db.ServiceStandards.Select(r => r.Id),
            db.Analyses.Select(r => r.Id),
            db.Surveys.Select(r => r.Id),
            db.BenchmarkStudies.Select(r => r.Id),
            db.PlanReferences.Select(r => r.Id),
            db.AnnualReports.Select(r => r.Id),
            db.FeedEntries.Select(r => r.Id),
            db.AuditEntries.Select(r => r.Id),
        ];
        foreach (var kind in records)
        {
            if (await kind.AnyAsync(cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>Whether the database holds the sample year, so that whoever shows it can say so.</summary>
    public static Task<bool> IsLoadedAsync(CwaDbContext db, CancellationToken cancellationToken) =>
        db.AuditEntries.AnyAsync(entry => entry.Actor == "sample", cancellationToken);

    /// <summary>Loads the agencies and their sample year: all of it or, if anything fails, nothing.</summary>
    /// <exception cref="InvalidOperationException">The database holds records already.</exception>
    public static async Task<SampleSummary> LoadAsync(
        IDbContextFactory<CwaDbContext> contexts,
        SampleOptions options,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        if (!await CanLoadAsync(db, cancellationToken))
            throw new InvalidOperationException(
                "The database holds records already. The sample year needs an empty one."
            );

        await AgencyReferenceData.LoadAsync(db, cancellationToken);
        var agencies = await AgenciesAsync(db, cancellationToken);

        var feed = new SampleFeed();
        var writer = new SampleWriter(db);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var (index, agency) in agencies.Index())
        {
            if (SampleThemes.Find(agency.Abbreviation) is not { } theme)
                continue;

            await writer.WriteAsync(RecordsOf(new(agency, theme, agencies, options, feed)), cancellationToken);
            if (index % 20 == 19)
                progress?.Report($"{index + 1} of {agencies.Count} agencies, {writer.Records:N0} records");
        }

        await writer.WriteAsync(SampleDueDays.All(feed), cancellationToken);

        // The numbers are taken last, as every writer takes them.
        var firstSequence = await FeedCounter.TakeAsync(db, feed.Count, cancellationToken);
        await writer.WriteAsync(feed.Entries(firstSequence), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
        return new(agencies.Count, writer.MonthlyReports, writer.Events, writer.Records);
    }

    /// <summary>The agencies with their parents.</summary>
    private static async Task<List<Agency>> AgenciesAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        var agencies = await db
            .Agencies.OrderBy(agency => agency.Depth)
            .ThenBy(agency => agency.Abbreviation)
            .ToListAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return agencies;
    }

    // Each part builds on those before it, and is made as it is written.
    private static IEnumerable<object> RecordsOf(SampleAgency sample)
    {
        Func<SampleAgency, IEnumerable<object>>[] parts =
        [
            SampleLiaisons.Of,
            SamplePrograms.Of,
            SampleServiceAreas.CustomersOf,
            SampleServiceAreas.Of,
            SampleDeliveryChoices.Of,
            SampleReports.Of,
            SampleComplaints.Of,
            SampleProblems.Of,
            SampleStandards.Of,
            SampleSurveys.Of,
            SampleOwnThemes.Of,
            SampleFindings.Of,
            SampleAnnualReports.Of,
            SamplePlans.Of,
        ];
        return parts.SelectMany(part => part(sample));
    }
}
