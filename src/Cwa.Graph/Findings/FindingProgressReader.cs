using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Counts in the database what came of findings: two statements, however many there are.</summary>
[Service]
public sealed class FindingProgressReader(Snapshots snapshots, Caller caller, FilterBudget budget)
{
    /// <summary>What came of the findings of a period that the caller sees.</summary>
    /// <exception cref="ExecutionError">The days are reversed (BAD_USER_INPUT), or the conditions too many
    /// (LIMIT_EXCEEDED).</exception>
    public Task<FindingProgress> ReadAsync(
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        FindingGrouping? groupBy,
        FilterNode? where
    )
    {
        var period = new Period(from, to);
        if (where is not null)
            budget.Take(context.FieldAst, where);
        var by = context.AsksFor("groups") ? groupBy : null;

        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var seen = caller.Sees(db.Findings).Where(f => f.FoundOn >= period.From && f.FoundOn <= period.To);
                var asked = where is null ? seen : seen.Where(where.ToLambda<Finding>(caller));
                var findings = await FindingsAsync(asked, by, context.CancellationToken);
                return Progress(findings, await ActionsAsync(asked, by, context.CancellationToken), by, dataAsOf);
            },
            context.CancellationToken
        );
    }

    private static async Task<List<FindingSum>> FindingsAsync(
        IQueryable<Finding> findings,
        FindingGrouping? by,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await Grouped(findings, by)
                    .GroupBy(f => new
                    {
                        f.Theme,
                        f.About,
                        f.DepartmentId,
                        f.State,
                        f.CustomerGroup,
                        f.AgencyId,
                        f.Days,
                        f.HasOutcome,
                    })
                    .Select(g => new
                    {
                        g.Key,
                        Count = g.Count(),
                        FirstOn = g.Min(f => f.FoundOn),
                    })
                    .ToListAsync(cancellationToken)
            ).Select(s => new FindingSum(
                new(s.Key.Theme, s.Key.About, s.Key.DepartmentId, s.Key.State, s.Key.CustomerGroup),
                s.Key.AgencyId,
                s.Key.Days,
                s.Key.HasOutcome,
                s.Count,
                s.FirstOn
            )),
        ];

    private static async Task<List<ActionSum>> ActionsAsync(
        IQueryable<Finding> findings,
        FindingGrouping? by,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await Grouped(findings, by)
                    .SelectMany(
                        f => f.Finding.Actions.Where(a => a.RetractedAt == null),
                        (f, action) =>
                            new
                            {
                                f.Theme,
                                f.About,
                                f.DepartmentId,
                                f.State,
                                f.CustomerGroup,
                                f.AgencyId,
                                Days = action
                                    .Outcomes.Where(o => o.RetractedAt == null)
                                    .Min(o => (int?)o.ObservedOn.DayNumber) - action.TakenOn.DayNumber,
                            }
                    )
                    .GroupBy(a => a)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .ToListAsync(cancellationToken)
            ).Select(s => new ActionSum(
                new(s.Key.Theme, s.Key.About, s.Key.DepartmentId, s.Key.State, s.Key.CustomerGroup),
                s.Key.AgencyId,
                s.Key.Days,
                s.Count
            )),
        ];

    private static IQueryable<GroupedFinding> Grouped(IQueryable<Finding> findings, FindingGrouping? by)
    {
        bool byTheme = by == FindingGrouping.Theme,
            byAbout = by == FindingGrouping.About,
            byDepartment = by == FindingGrouping.Department,
            byState = by == FindingGrouping.State,
            byCustomers = by == FindingGrouping.CustomerGroup;
        return findings.Select(f => new GroupedFinding
        {
            Finding = f,
            Theme = byTheme ? f.Theme : null,
            About = byAbout ? f.About : null,
            DepartmentId = byDepartment ? f.Agency.Parent!.ParentId ?? f.Agency.ParentId ?? f.AgencyId : null,
            State = byState ? f.Event!.State : null,
            CustomerGroup = byCustomers ? f.CustomerGroup : null,
            AgencyId = f.AgencyId,
            FoundOn = f.FoundOn,
            Days =
                f.Actions.Where(a => a.RetractedAt == null).Min(a => (int?)a.TakenOn.DayNumber) - f.FoundOn.DayNumber,
            HasOutcome = f.Actions.Any(a => a.RetractedAt == null && a.Outcomes.Any(o => o.RetractedAt == null)),
        });
    }

    private static FindingProgress Progress(
        List<FindingSum> findings,
        List<ActionSum> actions,
        FindingGrouping? by,
        DateTime dataAsOf
    )
    {
        var (ofAgency, ofGroup) = (actions.ToLookup(a => a.AgencyId), actions.ToLookup(a => a.Key));
        return new(findings, actions)
        {
            DataAsOf = dataAsOf,
            ByAgency =
            [
                .. findings
                    .GroupBy(f => f.AgencyId)
                    .Select(g => new AgencyFindingProgress(g.Key, [.. g], [.. ofAgency[g.Key]]))
                    .OrderByDescending(p => p.WithoutAction)
                    .ThenByDescending(p => p.Findings)
                    .ThenBy(p => p.AgencyId)
                    .Take(Government.MostAgencies),
            ],
            Groups = by is null
                ? []
                :
                [
                    .. findings
                        .GroupBy(f => f.Key)
                        .OrderBy(g => g.Key == default)
                        .ThenByDescending(g => g.Where(f => f.Days is null).Sum(f => f.Count))
                        .ThenByDescending(g => g.Sum(f => f.Count))
                        .ThenBy(g => g.Key.Theme)
                        .ThenBy(g => g.Key.About)
                        .ThenBy(g => g.Key.State)
                        .ThenBy(g => g.Key.CustomerGroup)
                        .ThenBy(g => g.Key.DepartmentId)
                        .Take(FindingGroupsAttribute.MostGroups)
                        .Select(g => new GroupFindingProgress(g.Key, [.. g], [.. ofGroup[g.Key]])),
                ],
        };
    }

    private sealed record GroupedFinding
    {
        public Finding Finding { get; init; } = null!;
        public FindingTheme? Theme { get; init; }
        public FindingAbout? About { get; init; }
        public Guid? DepartmentId { get; init; }
        public StateCode? State { get; init; }
        public CustomerGroup? CustomerGroup { get; init; }
        public Guid AgencyId { get; init; }
        public DateOnly FoundOn { get; init; }
        public int? Days { get; init; }
        public bool HasOutcome { get; init; }
    }
}
