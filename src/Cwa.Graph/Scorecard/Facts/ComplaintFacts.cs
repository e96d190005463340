using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Action 4: complaint processes and figures, analyses, problems and what changed because of them.</summary>
internal static class ComplaintFacts
{
    /// <summary>The periods with months of the year for which there are figures.</summary>
    public static async Task<IReadOnlyList<ComplaintPeriod>> PeriodsAsync(
        ScorecardScope scope,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (scope.Year.FirstMonth, ReportMonth.Of(scope.AsOf));
        var current = scope.Own(scope.Db.ComplaintMetrics).Where(m => m.IsCurrent);
        // Few began before the year, and an index has those.
        var earlier = current.Where(m =>
            m.Covers != CoveredPeriod.Month && m.Month < first && m.LastMonth >= first && m.LastMonth <= last
        );
        var periods = await current
            .Where(m => m.Month >= first && m.Month <= last)
            .Select(m => new
            {
                m.AgencyId,
                m.Month,
                m.LastMonth,
                m.Id,
            })
            .Concat(
                earlier.Select(m => new
                {
                    m.AgencyId,
                    m.Month,
                    m.LastMonth,
                    m.Id,
                })
            )
            .GroupBy(m => new
            {
                m.AgencyId,
                m.Month,
                m.LastMonth,
            })
            .Select(same => new
            {
                same.Key.AgencyId,
                same.Key.Month,
                same.Key.LastMonth,
                MetricId = same.Min(m => m.Id.ToString()),
            })
            .ToListAsync(cancellationToken);
        return [.. periods.Select(p => new ComplaintPeriod(p.AgencyId, p.Month, p.LastMonth, Guid.Parse(p.MetricId!)))];
    }

    /// <summary>Those of them that have a date.</summary>
    public static IReadOnlyList<IQueryable<DatedRow>> Dated(ScorecardScope scope)
    {
        var (db, asOf, firstDay, judged) = (scope.Db, scope.AsOf, scope.Year.FirstDay, scope.Judged);
        var processes = scope
            .Own(db.ComplaintProcesses)
            .Select(p => new DatedRow
            {
                Kind = DatedKind.Process,
                AgencyId = p.AgencyId,
                Id = p.Id,
                ParentId = null,
                On = p.InPlaceOn,
                Until = p.ReplacedOn,
                Count = p.Channels.Count,
                Year = null,
                Basis = null,
                Grade = null,
            });
        var analyses = scope
            .Own(scope.Known<Analysis>())
            .Where(a => a.ConductedOn >= firstDay && a.ConductedOn <= asOf)
            .Select(a => new DatedRow
            {
                Kind = DatedKind.Analysis,
                AgencyId = a.AgencyId,
                Id = a.Id,
                ParentId = null,
                On = a.ConductedOn,
                Until = null,
                Count = null,
                Year = null,
                Basis = null,
                Grade = null,
            });
        var problems = scope
            .Own(db.SystemicProblems)
            .Where(p => p.FoundOn <= asOf)
            .Select(p => new DatedRow
            {
                Kind = DatedKind.Problem,
                AgencyId = p.AgencyId,
                Id = p.Id,
                ParentId = null,
                On = p.FoundOn,
                Until = null,
                Count = null,
                Year = null,
                Basis = null,
                Grade = null,
            });
        var changes = db
            .ProcessChanges.Where(c => judged == null || judged.Contains(c.Problem.AgencyId))
            .Select(c => new DatedRow
            {
                Kind = DatedKind.Change,
                AgencyId = c.Problem.AgencyId,
                Id = c.Id,
                ParentId = c.ProblemId,
                On = c.EffectiveOn,
                Until = c.MeasuredOn,
                Count = null,
                Year = null,
                Basis = null,
                Grade = null,
            });
        return [processes, analyses, problems, changes];
    }

    public static ProcessInPlace ProcessOf(DatedRow row) => new(row.AgencyId, row.Id, row.On, (int)(row.Count ?? 0));

    /// <summary>The problems, each with its changes.</summary>
    public static IEnumerable<ProblemFound> ProblemsOf(ILookup<DatedKind, DatedRow> rows)
    {
        var changes = rows[DatedKind.Change]
            .ToLookup(change => change.ParentId, change => new ChangeMade(change.Id, change.On, change.Until));
        return rows[DatedKind.Problem]
            .Select(problem => new ProblemFound(problem.AgencyId, problem.Id, problem.On, [.. changes[problem.Id]]));
    }
}
