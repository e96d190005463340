using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// Every record of the sample year, and who may see it, computed in memory and without the server's own rules.
/// </summary>
public sealed class Holdings
{
    private readonly Dictionary<string, Dictionary<Guid, Record>> _records = [];
    private readonly Dictionary<string, HashSet<Guid>> _agencies = [];
    private readonly Dictionary<string, Guid> _ids = [];

    private sealed record Record(Guid? Owner, bool Open, bool Draft, HashSet<Guid> Shared);

    /// <summary>The types of records.</summary>
    public IEnumerable<string> Types => _records.Keys;

    public static async Task<Holdings> OfAsync(IDbContextFactory<CwaDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var held = new Holdings();
        var agencies = await db.Agencies.AsNoTracking().ToListAsync();
        foreach (var agency in agencies)
        {
            held._ids[agency.Abbreviation] = agency.Id;
            held._agencies[agency.Abbreviation] = [.. agencies.Where(a => IsWithin(a, agency)).Select(a => a.Id)];
        }

        held.Add(agencies, a => a.Id, _ => null, open: _ => true);
        held.Add(await db.ServiceStandards.ToListAsync(), s => s.Id, s => s.AgencyId, open: _ => true);

        held.Add(await db.DueDays.ToListAsync(), d => d.Id, _ => null, open: _ => true);

        var events = await db.Events.Include(e => e.Hosts).ToListAsync();
        held.Add(
            events,
            e => e.Id,
            e => e.AgencyId,
            open: e => e.IsPublic,
            shared: e => e.Hosts.Select(h => h.AgencyId)
        );
        var ofEvent = events.ToDictionary(e => e.Id, e => e.AgencyId);
        held.Add(await db.EventOutcomes.ToListAsync(), o => o.Id, o => ofEvent[o.EventId]);
        var hosts = events.ToDictionary(e => e.Id, e => e.Hosts.Select(h => h.AgencyId));
        held.Add(
            await db.ProblemSolvingOutcomes.ToListAsync(),
            o => o.Id,
            o => ofEvent[o.EventId],
            shared: o => hosts[o.EventId]
        );

        var monthly = await db.MonthlyReports.ToListAsync();
        held.Add(monthly, r => r.Id, r => r.AgencyId, draft: r => r.Status == MonthlyReportStatus.Draft);
        var ofMonthly = monthly.ToDictionary(r => r.Id, r => r.AgencyId);
        held.Add(await db.EventRevisions.ToListAsync(), r => r.Id, r => ofMonthly[r.ReportId]);
        held.Add(await db.EventRemarks.ToListAsync(), r => r.Id, r => ofMonthly[r.ReportId]);
        held.Add(await db.DraftEvents.ToListAsync(), d => d.Id, d => ofMonthly[d.ReportId], draft: _ => true);

        var annual = await db.AnnualReports.Include(r => r.Statements).ToListAsync();
        held.Add(
            annual,
            r => r.Id,
            r => r.AgencyId,
            r => r.Status == AnnualReportStatus.Published,
            r => r.Status == AnnualReportStatus.Draft
        );
        foreach (var report in annual)
            held.Add(
                report.Statements,
                s => s.Id,
                _ => report.AgencyId,
                _ => report.Status == AnnualReportStatus.Published,
                _ => report.Status == AnnualReportStatus.Draft
            );

        var findings = await db.Findings.ToListAsync();
        held.Add(findings, f => f.Id, f => f.AgencyId);
        held.Add(await db.AgencyThemes.ToListAsync(), t => t.Id, t => t.AgencyId);
        var ofFinding = findings.ToDictionary(f => f.Id, f => f.AgencyId);
        var actions = await db.FindingActions.ToListAsync();
        held.Add(actions, a => a.Id, a => ofFinding[a.FindingId]);
        var ofAction = actions.ToDictionary(a => a.Id, a => ofFinding[a.FindingId]);
        held.Add(await db.FindingOutcomes.ToListAsync(), o => o.Id, o => ofAction[o.ActionId]);

        var problems = await db.SystemicProblems.ToListAsync();
        held.Add(problems, p => p.Id, p => p.AgencyId);
        var ofProblem = problems.ToDictionary(p => p.Id, p => p.AgencyId);
        held.Add(await db.ProcessChanges.ToListAsync(), c => c.Id, c => ofProblem[c.ProblemId]);
        var ofStandard = await db.ServiceStandards.ToDictionaryAsync(s => s.Id, s => s.AgencyId);
        held.Add(await db.Measurements.ToListAsync(), m => m.Id, m => ofStandard[m.StandardId], open: _ => true);
        var plans = await db.PlanReferences.ToListAsync();
        held.Add(plans, p => p.Id, p => p.AgencyId);
        var ofPlan = plans.ToDictionary(p => p.Id, p => p.AgencyId);
        var drafts = annual.Where(r => r.Status == AnnualReportStatus.Draft).Select(r => r.Id).ToHashSet();
        held.Add(
            await db.PlanCitations.ToListAsync(),
            c => c.Id,
            c => ofPlan[c.PlanId],
            draft: c => c.AnnualReportId is { } report && drafts.Contains(report)
        );

        held.Add(await db.Liaisons.ToListAsync(), l => l.Id, l => l.AgencyId);
        held.Add(await db.Programs.ToListAsync(), p => p.Id, p => p.AgencyId, open: _ => true);
        held.Add(await db.ServiceAreas.ToListAsync(), a => a.Id, a => a.AgencyId);
        held.Add(await db.CustomerBases.ToListAsync(), c => c.Id, c => c.AgencyId);
        held.Add(await db.DeliveryChoices.ToListAsync(), c => c.Id, c => c.AgencyId);
        held.Add(await db.ComplaintProcesses.ToListAsync(), p => p.Id, p => p.AgencyId, open: _ => true);
        held.Add(await db.ComplaintCategories.ToListAsync(), c => c.Id, c => c.AgencyId);
        held.Add(await db.ComplaintMetrics.ToListAsync(), m => m.Id, m => m.AgencyId);
        held.Add(await db.Analyses.ToListAsync(), a => a.Id, a => a.AgencyId);
        held.Add(await db.Surveys.ToListAsync(), s => s.Id, s => s.AgencyId);
        held.Add(await db.BenchmarkStudies.ToListAsync(), s => s.Id, s => s.AgencyId);
        return held;
    }

    /// <summary>The ids of a type's records that the caller may see, or those that the caller may not.</summary>
    public IReadOnlyList<Guid> Of(string type, string who, bool seen = true) =>
        [.. _records.GetValueOrDefault(type, []).Where(r => MaySee(who, r.Value) == seen).Select(r => r.Key)];

    /// <summary>
    /// A record of a type that belongs to the agency and is visible to NPR; for the type Agency, the agency itself.
    /// </summary>
    public Guid OwnedBy(string agency, string type) =>
        type == nameof(Agency)
            ? _ids[agency]
            : _records[type].First(r => r.Value.Owner == _ids[agency] && !r.Value.Draft).Key;

    /// <summary>The agencies whose reports the caller reads.</summary>
    public IReadOnlySet<Guid> MineOf(string who) => IsNpr(who) ? _ids.Values.ToHashSet() : _agencies[who];

    public bool MaySee(string type, Guid id, string who) => MaySee(who, _records[type][id]);

    /// <summary>Whether the caller may see all of a record, and not only what is public of it.</summary>
    public bool MaySeeWhole(string type, Guid id, string who) =>
        _records[type][id] is var record && who is not "public" and not "nobody" && (IsNpr(who) || IsOf(who, record));

    private bool MaySee(string who, Record record) =>
        record.Open
        || who switch
        {
            "public" or "nobody" or "admin" => false,
            _ when IsNpr(who) => !record.Draft,
            _ => IsOf(who, record),
        };

    private bool IsOf(string who, Record record) =>
        _agencies.TryGetValue(who, out var mine)
        && ((record.Owner is { } owner && mine.Contains(owner)) || record.Shared.Overlaps(mine));

    private static bool IsNpr(string who) => who is "npr" or "reviewer";

    private static bool IsWithin(Agency agency, Agency above) =>
        agency.Id == above.Id || (agency.Parent is { } parent ? IsWithin(parent, above) : agency.ParentId == above.Id);

    private void Add<T>(
        IEnumerable<T> records,
        Func<T, Guid> id,
        Func<T, Guid?> owner,
        Func<T, bool>? open = null,
        Func<T, bool>? draft = null,
        Func<T, IEnumerable<Guid>>? shared = null
    )
    {
        if (!_records.TryGetValue(typeof(T).Name, out var ofType))
            _records[typeof(T).Name] = ofType = [];
        foreach (var record in records)
            ofType.Add(
                id(record),
                new(
                    owner(record),
                    open?.Invoke(record) ?? false,
                    draft?.Invoke(record) ?? false,
                    [.. shared?.Invoke(record) ?? []]
                )
            );
    }
}
