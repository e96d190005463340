using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Cwa.Graph;

/// <summary>How agencies stand on every requirement of the memorandum on one day.</summary>
[SignedIn]
public sealed class ScorecardType : ObjectType<Scorecard>
{
    // Those of one year.
    private const int MostAgencies = 180;

    /// <summary>
    /// The requirements, each with the rule that holds on the day, in the memorandum's order; at most 20.
    /// </summary>
    [ListSize(20)]
    public static IReadOnlyList<ScorecardRule> Requirements(Scorecard scorecard) => ScorecardRules.On(scorecard.AsOf);

    /// <summary>The eight actions of Executive Order 12862, each with the evidence that shows it.</summary>
    [ListSize(8)]
    public static IReadOnlyList<ExecutiveOrderRule> ExecutiveOrderActions(Scorecard scorecard) =>
        ExecutiveOrderRules.All;

    /// <summary>
    /// Every top-level agency, counted together with its components, as far as they are on this scorecard; by name, at
    /// most 90.
    /// </summary>
    /// <param name="first">How many to return, 1–90; if omitted, all.</param>
    [ListSize(Government.MostDepartments)]
    public static IReadOnlyList<DepartmentRollup> Departments(Scorecard scorecard, int? first = null) =>
        AtMost(scorecard.Departments, first, Government.MostDepartments, "departments");

    /// <summary>
    /// The agencies that were active on any day of the year up to `asOf`, by name; at most 180. The cost of an
    /// operation depends on `first`: with `evidence`, ask for twenty at a time.
    /// </summary>
    /// <param name="first">How many to return, 1–180; if omitted, all. The scorecard's `where` says which.</param>
    [ListSize(MostAgencies)]
    public static IReadOnlyList<AgencyScorecard> Agencies(Scorecard scorecard, int? first = null) =>
        AtMost(scorecard.Agencies, first, MostAgencies, "agencies");

    private static IReadOnlyList<T> AtMost<T>(IReadOnlyList<T> all, int? first, int most, string what)
    {
        Paging.Check(first ?? most, most);
        return first is null && all.Count > most
            ? throw RequestError.Input($"There are more than {most} {what}. Ask for fewer with `where`.")
            : [.. all.Take(first ?? most)];
    }
}

/// <summary>A requirement of the memorandum, and the rule by which it is judged.</summary>
public sealed class ScorecardRuleType() : ObjectType<ScorecardRule>(r => r.Requirement)
{
    /// <summary>The stable key, such as CWA-2.1.</summary>
    public static string Key(ScorecardRule rule) => rule.Requirement.Key;

    /// <summary>The number of the memorandum's action, 1–6; null for a duty outside the actions.</summary>
    public static int? Action(ScorecardRule rule) => rule.Requirement.Action;

    /// <summary>The duty in the memorandum's own words; [brackets] and … mark what was shortened.</summary>
    public static string Text(ScorecardRule rule) => rule.Requirement.Text;

    /// <summary>How strongly the memorandum words it.</summary>
    public static Force Force(ScorecardRule rule) => rule.Requirement.Force;

    /// <summary>How it is checked, in plain words.</summary>
    public static string Rule(ScorecardRule rule) => rule.Requirement.Rule;
}

/// <summary>One of the eight actions of Executive Order 12862, and the evidence that shows it.</summary>
public sealed class ExecutiveOrderRuleType() : ObjectType<ExecutiveOrderRule>(r => r.Action)
{
    /// <summary>The stable key, EO-a … EO-h.</summary>
    public static string Key(ExecutiveOrderRule rule) => rule.Action.Key;

    /// <summary>What agencies do.</summary>
    public static string Text(ExecutiveOrderRule rule) => rule.Action.Text;
}

/// <summary>How many agencies have each status, requirement by requirement.</summary>
[SignedIn]
public sealed class RollupType : ObjectType<Rollup>
{
    /// <summary>Requirement by requirement, in the memorandum's order; at most 15.</summary>
    [ListSize(15)]
    public static IReadOnlyList<RequirementRollup> Requirements(Rollup rollup) => rollup.Requirements;
}

/// <summary>How many agencies have each status on one requirement.</summary>
[SignedIn]
public sealed class RequirementRollupType : ObjectType<RequirementRollup>
{
    /// <summary>What the agencies are asked to do.</summary>
    [CostsNothing]
    public static Requirement Requirement(RequirementRollup rollup) => rollup.Requirement;
}

/// <summary>A top-level agency and its components, counted together.</summary>
[SignedIn]
public sealed class DepartmentRollupType() : ObjectType<DepartmentRollup>(d => d.Rollup)
{
    /// <summary>How many directed agencies are judged. Rates count only these.</summary>
    public static int DirectedAgencies(DepartmentRollup department) => department.Rollup.DirectedAgencies;

    /// <summary>How many requested agencies are counted separately.</summary>
    public static int RequestedAgencies(DepartmentRollup department) => department.Rollup.RequestedAgencies;

    /// <summary>How many of its agencies have a requirement that is NOT_MET.</summary>
    public static int AgenciesWithNotMet(DepartmentRollup department) => department.Rollup.AgenciesWithNotMet;

    /// <summary>How many requirements of theirs are NOT_MET, all agencies taken together.</summary>
    public static int CellsNotMet(DepartmentRollup department) => department.Rollup.CellsNotMet;

    /// <summary>Requirement by requirement, in the memorandum's order; at most 15.</summary>
    [ListSize(15)]
    public static IReadOnlyList<RequirementRollup> Requirements(DepartmentRollup department) =>
        department.Rollup.Requirements;
}

/// <summary>How one agency stands on every requirement of the memorandum.</summary>
[SignedIn]
public sealed class AgencyScorecardType : ObjectType<AgencyScorecard>
{
    /// <summary>Requirement by requirement, in the memorandum's order; at most 15.</summary>
    [ListSize(15)]
    public static IReadOnlyList<ScorecardCell> Cells(AgencyScorecard scorecard) => scorecard.Cells;

    /// <summary>The eight actions of Executive Order 12862.</summary>
    [ListSize(8)]
    public static IReadOnlyList<ExecutiveOrderCell> ExecutiveOrderActions(AgencyScorecard scorecard) =>
        scorecard.ExecutiveOrderActions;
}

/// <summary>How an agency stands on one requirement, and why.</summary>
[SignedIn]
public sealed class ScorecardCellType : ObjectType<ScorecardCell>
{
    /// <summary>What the agency is asked to do.</summary>
    [CostsNothing]
    public static Requirement Requirement(ScorecardCell cell) => cell.Requirement;

    /// <summary>
    /// The records that the status rests on, most relevant first, at most 5; only those that you may read.
    /// </summary>
    [ListSize(Cwa.Model.Evidence.Most)]
    [OutputType(typeof(NonNullGraphType<ListGraphType<NonNullGraphType<NodeInterface>>>))]
    public static IDataLoaderResult Evidence(ScorecardCell cell, IResolveFieldContext context) =>
        EvidenceNodes.Load(cell.Evidence, context);

    /// <summary>
    /// How many records the status rests on in all; 0 if they belong to an agency above whose records you may not read.
    /// </summary>
    public static int EvidenceCount(ScorecardCell cell, Caller caller) =>
        cell.InheritedFrom is null || caller.IsNpr || caller.CanSubmitFor(cell.InheritedFrom.Id)
            ? cell.EvidenceCount
            : 0;
}

/// <summary>Whether one of the eight actions of Executive Order 12862 shows at an agency.</summary>
[SignedIn]
public sealed class ExecutiveOrderCellType : ObjectType<ExecutiveOrderCell>
{
    /// <summary>
    /// Which of the eight actions it is; the scorecard's `executiveOrderActions` says what evidence counts.
    /// </summary>
    [CostsNothing]
    public static AuthorityAction Action(ExecutiveOrderCell cell) => cell.Action;

    /// <summary>The records that show it, most relevant first; at most 5.</summary>
    [ListSize(Cwa.Model.Evidence.Most)]
    [OutputType(typeof(NonNullGraphType<ListGraphType<NonNullGraphType<NodeInterface>>>))]
    public static IDataLoaderResult Evidence(ExecutiveOrderCell cell, IResolveFieldContext context) =>
        EvidenceNodes.Load(cell.Evidence, context);
}

internal static class EvidenceNodes
{
    public static IDataLoaderResult Load(IReadOnlyList<Evidence> evidence, IResolveFieldContext context) =>
        NodeQueries.LoadAll(context, evidence.Select(e => (e.Type, e.Id)));
}
