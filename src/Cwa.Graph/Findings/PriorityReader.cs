using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Adds up in the database what people find important: one statement counts findings, and one takes the people of
/// each source once in every total; with groups, one more does so in every group.
/// </summary>
[Service]
public sealed class PriorityReader(Snapshots snapshots, Caller caller, FilterBudget budget)
{
    /// <summary>The themes of what customers said in a period, of the findings that the caller sees.</summary>
    /// <exception cref="ExecutionError">The days are reversed, or only employees' words are asked for (BAD_USER_INPUT),
    /// or the conditions are too many (LIMIT_EXCEEDED).</exception>
    public async Task<CustomerPriorities> OfCustomersAsync(
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        PriorityGrouping? groupBy,
        FilterNode? where
    )
    {
        // Nothing would ever be found, and 0 would look like an answer.
        if (where?.AsksOnlyFor("about", FindingAbouts.OfEmployees) == true)
            throw RequestError.Input(
                "`where` asks only for what employees said, which is not customers' word. Ask `employeePriorities`."
            );
        return new(await RankAsync(context, from, to, FindingAbouts.OfCustomers, groupBy, where));
    }

    /// <summary>The themes of what employees said in a period, of the findings that the caller sees.</summary>
    /// <exception cref="ExecutionError">The days are reversed, or only customers' words are asked for (BAD_USER_INPUT),
    /// or the conditions are too many (LIMIT_EXCEEDED).</exception>
    public async Task<EmployeePriorities> OfEmployeesAsync(
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        PriorityGrouping? groupBy,
        FilterNode? where
    )
    {
        if (where?.AsksOnlyFor("about", FindingAbouts.OfCustomers) == true)
            throw RequestError.Input(
                "`where` asks only for what customers said, which is not employees' word. Ask `customerPriorities`."
            );
        return new(await RankAsync(context, from, to, FindingAbouts.OfEmployees, groupBy, where));
    }

    private Task<PriorityRanking> RankAsync(
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        FindingAbout[] abouts,
        PriorityGrouping? groupBy,
        FilterNode? where
    )
    {
        var period = new Period(from, to);
        if (where is not null)
            budget.Take(context.FieldAst, where);
        var by = context.AsksFor("groups") ? groupBy : null;
        var ofAll = Levels(context.AsksFor("themes", "own"));
        var ofGroups = Levels(context.AsksFor("groups", "themes", "own"));

        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var seen = caller
                    .Sees(db.Findings)
                    .Where(f => f.FoundOn >= period.From && f.FoundOn <= period.To && abouts.Contains(f.About));
                var asked = where is null ? seen : seen.Where(where.ToLambda<Finding>(caller));
                return new PriorityRanking
                {
                    DataAsOf = dataAsOf,
                    Counts = await CountsAsync(asked, by, context.CancellationToken),
                    OfAll = await SumsAsync(asked, ofAll, null, context.CancellationToken),
                    OfGroups = by is null ? [] : await SumsAsync(asked, ofGroups, by, context.CancellationToken),
                };
            },
            context.CancellationToken
        );
    }

    private static PriorityLevel[] Levels(bool own) =>
        own ? [PriorityLevel.All, PriorityLevel.Theme, PriorityLevel.Own] : [PriorityLevel.All, PriorityLevel.Theme];

    private static async Task<List<PriorityCount>> CountsAsync(
        IQueryable<Finding> findings,
        PriorityGrouping? by,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await Told(findings, PriorityLevel.Own, by)
                    .GroupBy(t => new
                    {
                        t.Theme,
                        t.OwnThemeId,
                        t.DepartmentId,
                        t.State,
                        t.CustomerGroup,
                        t.About,
                        t.AgencyId,
                        t.Actions,
                        t.HasOutcome,
                        HasPeople = t.People != null,
                    })
                    .Select(g => new { g.Key, Findings = g.Count() })
                    .ToListAsync(cancellationToken)
            ).Select(c => new PriorityCount(
                new(c.Key.Theme, c.Key.OwnThemeId, c.Key.DepartmentId, c.Key.State, c.Key.CustomerGroup, c.Key.About),
                c.Key.AgencyId,
                c.Key.Actions,
                c.Key.HasOutcome,
                c.Key.HasPeople,
                c.Findings
            )),
        ];

    // The people of a source are the most that any of its findings in the group names.
    private static async Task<List<PrioritySum>> SumsAsync(
        IQueryable<Finding> findings,
        PriorityLevel[] levels,
        PriorityGrouping? by,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await levels
                    .Select(level => Told(findings, level, by))
                    .Aggregate(Queryable.Concat)
                    .GroupBy(t => new
                    {
                        t.Level,
                        t.Theme,
                        t.OwnThemeId,
                        t.DepartmentId,
                        t.State,
                        t.CustomerGroup,
                        t.About,
                        t.SourceId,
                    })
                    .Select(g => new { g.Key, People = g.Max(t => t.People) })
                    .GroupBy(s => new
                    {
                        s.Key.Level,
                        s.Key.Theme,
                        s.Key.OwnThemeId,
                        s.Key.DepartmentId,
                        s.Key.State,
                        s.Key.CustomerGroup,
                        s.Key.About,
                    })
                    .Select(g => new
                    {
                        g.Key,
                        Sources = g.Count(),
                        People = g.Sum(s => s.People),
                    })
                    .ToListAsync(cancellationToken)
            ).Select(s => new PrioritySum(
                s.Key.Level,
                new(s.Key.Theme, s.Key.OwnThemeId, s.Key.DepartmentId, s.Key.State, s.Key.CustomerGroup, s.Key.About),
                s.Sources,
                s.People ?? 0
            )),
        ];

    private static IQueryable<ToldFinding> Told(IQueryable<Finding> findings, PriorityLevel level, PriorityGrouping? by)
    {
        bool byTheme = level != PriorityLevel.All,
            byOwn = level == PriorityLevel.Own,
            byDepartment = by == PriorityGrouping.Department,
            byState = by == PriorityGrouping.State,
            byCustomers = by == PriorityGrouping.CustomerGroup,
            byAbout = by == PriorityGrouping.About;
        return findings.Select(f => new ToldFinding
        {
            Level = level,
            Theme = byTheme ? f.Theme : null,
            OwnThemeId = byOwn ? f.OwnThemeId : null,
            DepartmentId = byDepartment ? f.Agency.Parent!.ParentId ?? f.Agency.ParentId ?? f.AgencyId : null,
            State = byState ? f.Event!.State : null,
            CustomerGroup = byCustomers ? f.CustomerGroup : null,
            About = byAbout ? f.About : null,
            AgencyId = f.AgencyId,
            SourceId = f.EventId ?? f.SurveyId ?? f.ProgramId,
            People = f.People,
            Actions = f.Actions.Count(a => a.RetractedAt == null),
            HasOutcome = f.Actions.Any(a => a.RetractedAt == null && a.Outcomes.Any(o => o.RetractedAt == null)),
        });
    }

    private sealed record ToldFinding
    {
        public PriorityLevel Level { get; init; }
        public FindingTheme? Theme { get; init; }
        public Guid? OwnThemeId { get; init; }
        public Guid? DepartmentId { get; init; }
        public StateCode? State { get; init; }
        public CustomerGroup? CustomerGroup { get; init; }
        public FindingAbout? About { get; init; }
        public Guid AgencyId { get; init; }
        public Guid? SourceId { get; init; }
        public long? People { get; init; }
        public int Actions { get; init; }
        public bool HasOutcome { get; init; }
    }
}
