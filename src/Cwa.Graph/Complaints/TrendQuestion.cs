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
        ReportMonth from,
        ReportMonth to,
        TrendInterval interval,
        IReadOnlyList<TrendGroup> groupBy,
        bool compares
    )
    {
        MonthSpan.Check(from, to);
        (From, To, Interval, Compares) = (from, to, interval, compares);
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

    internal bool ByAgency { get; init; }

    internal bool ByDepartment { get; }

    internal bool ByCategory { get; }

    internal bool ByChannel { get; }
}
