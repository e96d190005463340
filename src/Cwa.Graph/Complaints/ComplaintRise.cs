using System.Linq.Expressions;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What counts as a rise of complaints from one period to the next: both.</summary>
/// <param name="Percent">By how many percent at the least.</param>
/// <param name="Complaints">By how many complaints at the least, so that one after none is no rise.</param>
public sealed record ComplaintRise(
    int Percent = ComplaintRise.UsualPercent,
    int Complaints = ComplaintRise.UsualComplaints
)
{
    /// <summary>The percent that is asked for by default.</summary>
    public const int UsualPercent = 20;

    /// <summary>The complaints that are asked for by default.</summary>
    public const int UsualComplaints = 10;

    /// <summary>
    /// The most percent that can be asked for: a government's complaints times it still are a number.
    /// </summary>
    public const int MostPercent = 10_000;

    /// <summary>
    /// Whether complaints rose. Nothing is said to have risen because it was reported: the period before must have
    /// figures of as many months, and none that lacks its number.
    /// </summary>
    internal Expression<Func<ComplaintsReceived, bool>> Rose =>
        received =>
            received.Received - received.ReceivedBefore >= Complaints
            && (received.Received - received.ReceivedBefore) * 100 >= received.ReceivedBefore * Percent
            && received.MonthsBefore >= received.Months
            && received.MissingBefore == 0;
}

/// <summary>
/// The complaints that an agency received in a period and in the period before it, of one kind or of all.
/// </summary>
public sealed record ComplaintsReceived
{
    /// <summary>The agency that is complained to.</summary>
    public Guid AgencyId { get; init; }

    /// <summary>The agency's own kind; null for all, and where the agency tells none apart.</summary>
    public Guid? CategoryId { get; init; }

    /// <summary>The common kind; null for all, and where the agency tells none apart.</summary>
    public TopCategory? Top { get; init; }

    /// <summary>Complaints that came in.</summary>
    public long Received { get; init; }

    /// <summary>Complaints that came in in the period before.</summary>
    public long ReceivedBefore { get; init; }

    /// <summary>How many months of the period have figures.</summary>
    public int Months { get; init; }

    /// <summary>How many months of the period before have figures.</summary>
    public int MonthsBefore { get; init; }

    /// <summary>How many figures of the period before lack the number.</summary>
    public int MissingBefore { get; init; }
}
