using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What monthly reports can be filtered and ordered by.</summary>
public sealed class MonthlyReportTerms : ListTerms<MonthlyReport>
{
    /// <summary>By default, ordered by month.</summary>
    public MonthlyReportTerms()
        : base(r => r.UpdatedAt)
    {
        Value(r => r.Month);
        Value(r => r.Revision);
        Choice(r => r.Status);
        Choice(r => r.Nil);
        Value(r => r.EventCount);
        Value(r => r.SubmittedAt);
        Value(r => r.DecidedAt);
        Value(r => r.RecalledAt);
        Record(r => r.Agency, "The agency whose events it announces.");
        Sort(r => r.Month);
        Sort(r => r.RecordedAt);
        Sort(
            "submittedAt",
            "When it was sent to NPR. A draft takes its last change.",
            r => r.SubmittedAt ?? r.UpdatedAt
        );
        DefaultSort("month");
    }
}
