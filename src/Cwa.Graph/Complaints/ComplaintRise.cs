using System.Linq.Expressions;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What counts as a rise in complaints from one period to the next. Both thresholds must be reached.</summary>
/// <param name="Percent">The smallest rise in percent.</param>
/// <param name="Complaints">The smallest rise in complaints, so that one complaint after none is no rise.</param>
public sealed record ComplaintRise(
    int Percent = ComplaintRise.UsualPercent,
    int Complaints = ComplaintRise.UsualComplaints
)
{
    /// <summary>The default percentage.</summary>
    public const int UsualPercent = 20;

    /// <summary>The default number of complaints.</summary>
    public const int UsualComplaints = 10;

    /// <summary>The largest percentage: a whole government's complaints times this still fit into a number.</summary>
    public const int MostPercent = 10_000;

    /// <summary>
    /// Whether complaints rose. Mere reporting is no rise: the previous period must have figures for at least as many
    /// months, and none may lack the number.
    /// </summary>
    internal Expression<Func<ComplaintsReceived, bool>> Rose =>
        received =>
            received.Received - received.ReceivedBefore >= Complaints
            && (received.Received - received.ReceivedBefore) * 100 >= received.ReceivedBefore * Percent
            && received.MonthsBefore >= received.Months
            && received.MissingBefore == 0;
}

/// <summary>
/// The complaints that an agency received in a period and in the previous one, in one category or in all.
/// </summary>
public sealed record ComplaintsReceived
{
    /// <summary>The agency that received them.</summary>
    public Guid AgencyId { get; init; }

    /// <summary>The agency's own category; null for all, and if the agency distinguishes none.</summary>
    public Guid? CategoryId { get; init; }

    /// <summary>The common category; null for all, and if the agency distinguishes none.</summary>
    public TopCategory? Top { get; init; }

    /// <summary>How many complaints were received.</summary>
    public long Received { get; init; }

    /// <summary>Complaints received in the previous period.</summary>
    public long ReceivedBefore { get; init; }

    /// <summary>
    /// How many of the complaints resolved in the period were within target, in figures that say so.
    /// </summary>
    public long WithinTarget { get; init; }

    /// <summary>The complaints resolved in those figures.</summary>
    public long WithinTargetOf { get; init; }

    /// <summary>How many months of the period have figures.</summary>
    public int Months { get; init; }

    /// <summary>How many months of the previous period have figures.</summary>
    public int MonthsBefore { get; init; }

    /// <summary>How many figures of the previous period lack the number.</summary>
    public int MissingBefore { get; init; }
}
