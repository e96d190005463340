using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The due day that NPR has set for the reports of one month, in place of the usual one.</summary>
public sealed class DueDayType : NodeType<DueDay>;

/// <summary>What due days can be filtered and ordered by.</summary>
public sealed class DueDayTerms : ListTerms<DueDay>
{
    /// <summary>By default, ordered by month.</summary>
    public DueDayTerms()
        : base(d => d.UpdatedAt)
    {
        Value(d => d.Month);
        Value(d => d.DueOn);
        Sort(d => d.Month);
        DefaultSort("month");
    }
}
