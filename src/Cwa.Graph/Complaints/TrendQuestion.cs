using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which months of complaints a trend covers, and what it distinguishes.</summary>
public sealed record TrendQuestion
{
    /// <exception cref="ExecutionError">The months are reversed or too many, or the groups exclude each other
    /// (BAD_USER_INPUT).</exception>
    internal TrendQuestion(
        IResolveFieldContext context,
        ReportMonth from,
        ReportMonth to,
        TrendInterval interval,
        IReadOnlyList<TrendGroup> groupBy
    )
    {
        MonthSpan.Check(from, to);
        (From, To, Interval) = (from, to, interval);
        Compares = context.AsksFor("points", "change");
        Opens = context.AsksFor("points", "pendingStart");
        Counts =
            Compares
            || context.AsksFor("points", "months")
            || context.AsksFor("points", "figures")
            || context.AsksFor("points", "figuresMissing");
        LeavesOut = context.AsksFor("figuresLeftOut");
        Targets =
            context.AsksFor("points", "withinTarget")
            || context.AsksFor("points", "withinTargetOf")
            || context.AsksFor("points", "withinTargetShare")
            || context.AsksFor("points", "change", "withinTargetShare");
        ByAgency = groupBy.Contains(TrendGroup.Agency);
        ByDepartment = groupBy.Contains(TrendGroup.Department);
        ByCategory = groupBy.Contains(TrendGroup.Category);
        ByChannel = groupBy.Contains(TrendGroup.Channel);
        if (ByAgency && ByDepartment)
            throw RequestError.Input("Group by AGENCY or by DEPARTMENT, not by both.");
    }

    internal ReportMonth From { get; }

    internal ReportMonth To { get; }

    internal TrendInterval Interval { get; }

    /// <summary>Whether each period is compared with the one before.</summary>
    internal bool Compares { get; }

    /// <summary>Whether the complaints pending at the start are asked for.</summary>
    internal bool Opens { get; }

    /// <summary>Whether it is asked how many figures are added up, or for how many months.</summary>
    internal bool Counts { get; }

    /// <summary>Whether it is asked how many figures no point can hold.</summary>
    internal bool LeavesOut { get; }

    /// <summary>Whether it is asked what was resolved within target. The index of trends does not have that.</summary>
    internal bool Targets { get; }

    internal bool ByAgency { get; init; }

    internal bool ByDepartment { get; }

    internal bool ByCategory { get; }

    internal bool ByChannel { get; }
}
