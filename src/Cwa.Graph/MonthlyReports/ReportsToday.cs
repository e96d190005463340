using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Reads how monthly reports stand today, in at most five statements, however many agencies and months there are.
/// </summary>
[Service]
public sealed class ReportsToday(Snapshots snapshots, Caller caller, DomainClock clock, FilterBudget budget)
{
    /// <summary>The most months that one query spans.</summary>
    internal const int MostMonths = 24;

    /// <summary>The date in Washington.</summary>
    internal DateOnly Today => clock.Today;

    /// <summary>The reports of the agencies that the caller reads and that meet the conditions.</summary>
    internal Task<AgenciesReports> ReadAsync(
        IResolveFieldContext context,
        FilterNode? where,
        Func<ReportingCalendar, IEnumerable<ReportMonth>> months
    )
    {
        Take(context, where);
        return snapshots.ReadAsync(
            (db, dataAsOf) => ReadAsync(db, dataAsOf, Choice(where), months, context.CancellationToken),
            context.CancellationToken
        );
    }

    /// <summary>The same, and what <paramref name="also"/> reads from the same state of the database.</summary>
    internal Task<(AgenciesReports Reports, T Also)> ReadAsync<T>(
        IResolveFieldContext context,
        FilterNode? where,
        Func<ReportingCalendar, IEnumerable<ReportMonth>> months,
        Func<CwaDbContext, Task<T>> also
    )
    {
        Take(context, where);
        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
                (await ReadAsync(db, dataAsOf, Choice(where), months, context.CancellationToken), await also(db)),
            context.CancellationToken
        );
    }

    /// <summary>The reports of those of the agencies that the caller reads.</summary>
    internal Task<AgenciesReports> ReadAsync(
        IReadOnlyList<Guid> agencyIds,
        IEnumerable<ReportMonth> months,
        CancellationToken cancellationToken
    ) =>
        snapshots.ReadAsync(
            (db, dataAsOf) => ReadAsync(db, dataAsOf, Choice(agencyIds), _ => months, cancellationToken),
            cancellationToken
        );

    /// <summary>The same, and what <paramref name="also"/> reads from the same state of the database.</summary>
    internal Task<(AgenciesReports Reports, T Also)> ReadAsync<T>(
        IReadOnlyList<Guid> agencyIds,
        IEnumerable<ReportMonth> months,
        Func<CwaDbContext, Task<T>> also,
        CancellationToken cancellationToken
    ) =>
        snapshots.ReadAsync(
            async (db, dataAsOf) =>
                (await ReadAsync(db, dataAsOf, Choice(agencyIds), _ => months, cancellationToken), await also(db)),
            cancellationToken
        );

    /// <summary>The months from one through another, both included.</summary>
    /// <exception cref="ExecutionError">They are reversed or too many (BAD_USER_INPUT).</exception>
    internal static IReadOnlyList<ReportMonth> Months(ReportMonth from, ReportMonth to) =>
        from <= to && (to.Year - from.Year) * 12 + to.Month - from.Month < MostMonths
            ? [.. from.Through(to)]
            : throw RequestError.Input(
                $"`from` must not be after `to`, and reports are listed for at most {MostMonths} months."
            );

    private void Take(IResolveFieldContext context, FilterNode? where)
    {
        if (where is not null)
            budget.Take(context.FieldAst, where);
    }

    private static Func<IQueryable<Agency>, IQueryable<Agency>> Choice(IReadOnlyList<Guid> agencyIds)
    {
        Guid[] ids = [.. agencyIds];
        return all => all.Where(a => Enumerable.Contains(ids, a.Id));
    }

    private Func<IQueryable<Agency>, IQueryable<Agency>>? Choice(FilterNode? where) =>
        where?.ToLambda<Agency>(caller) is { } condition ? all => all.Where(condition) : null;

    private async Task<AgenciesReports> ReadAsync(
        CwaDbContext db,
        DateTime dataAsOf,
        Func<IQueryable<Agency>, IQueryable<Agency>>? choose,
        Func<ReportingCalendar, IEnumerable<ReportMonth>> months,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today;
        var all = await caller.Sees(db.Agencies).ToListAsync(cancellationToken);
        var chosen = choose is null
            ? null
            : await choose(caller.Sees(db.Agencies)).Select(a => a.Id).ToListAsync(cancellationToken);
        var agencies = Mine(all, chosen);

        // What an agency owes depends on who speaks for it, whether or not the caller may see that person. No person is
        // shown from here.
        var liaisons = await db.Liaisons.Where(l => l.DesignatedOn <= today).ToListAsync(cancellationToken);
        var calendar = await db.DueDays.CalendarAsync(cancellationToken);
        ReportMonth[] asked = [.. months(calendar)];
        var reports = asked is []
            ? []
            : await ReportsAsync(
                db,
                asked.Min(),
                asked.Max(),
                all.Count == agencies.Count ? null : agencies,
                cancellationToken
            );
        return new(
            dataAsOf,
            agencies,
            asked,
            new(
                today,
                new(all, liaisons),
                calendar,
                reports.Select(r => r.Sent).OfType<ReportRevision>(),
                reports.Where(r => r.Sent is null).Select(r => r.Key)
            )
        );
    }

    /// <summary>The agencies whose reports the caller reads, by abbreviation.</summary>
    private List<Agency> Mine(IEnumerable<Agency> all, IEnumerable<Guid>? chosen)
    {
        var mine = caller.IsNpr ? null : caller.Agencies.ToHashSet();
        var wanted = chosen?.ToHashSet();
        return
        [
            .. all.Where(a => mine?.Contains(a.Id) != false && wanted?.Contains(a.Id) != false)
                .OrderBy(a => a.Abbreviation, StringComparer.Ordinal),
        ];
    }

    // Drafts too: NPR learns that there is one, but not its contents.
    private static async Task<List<StoredReport>> ReportsAsync(
        CwaDbContext db,
        ReportMonth from,
        ReportMonth to,
        List<Agency>? agencies,
        CancellationToken cancellationToken
    )
    {
        var reports = db.MonthlyReports.Where(r => r.Month >= from && r.Month <= to);
        if (agencies is not null)
        {
            Guid[] ids = [.. agencies.Select(a => a.Id)];
            reports = reports.Where(r => Enumerable.Contains(ids, r.AgencyId));
        }

        var rows = await reports
            .Select(r => new
            {
                r.Id,
                r.AgencyId,
                r.Month,
                r.Revision,
                r.SubmittedAt,
                r.DecidedAt,
                r.ReturnReason,
                r.RecalledAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new StoredReport(
                (r.AgencyId, r.Month),
                r.Revision is not { } revision || r.SubmittedAt is not { } at
                    ? null
                    : new()
                    {
                        Id = r.Id,
                        AgencyId = r.AgencyId,
                        Month = r.Month,
                        Revision = revision,
                        SubmittedAt = at,
                        DecidedAt = r.DecidedAt,
                        Returned = r.ReturnReason is not null,
                        ReturnReason = r.ReturnReason,
                        RecalledAt = r.RecalledAt,
                    }
            )),
        ];
    }

    private sealed record StoredReport((Guid AgencyId, ReportMonth Month) Key, ReportRevision? Sent);
}

/// <summary>The reports of some agencies and months as they stand today.</summary>
/// <param name="DataAsOf">Everything stored by this instant is in it.</param>
/// <param name="Agencies">The agencies, by abbreviation.</param>
/// <param name="Months">The months.</param>
/// <param name="Reports">How they stand.</param>
internal sealed record AgenciesReports(
    DateTime DataAsOf,
    IReadOnlyList<Agency> Agencies,
    IReadOnlyList<ReportMonth> Months,
    ReportsOnDay Reports
)
{
    /// <summary>How each agency's report of the month stands.</summary>
    public IReadOnlyList<AgencyReportingStatus> Of(ReportMonth month) =>
        [.. Agencies.Select(a => Reports.Of(a, month)).OfType<AgencyReportingStatus>()];
}
