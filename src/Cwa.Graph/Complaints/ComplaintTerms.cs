using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What complaint figures can be filtered and ordered by.</summary>
public sealed class ComplaintMetricTerms : ListTerms<ComplaintMetric>
{
    /// <summary>By default, ordered by month.</summary>
    public ComplaintMetricTerms()
        : base(m => m.UpdatedAt)
    {
        Value(m => m.Month);
        Choice(m => m.Covers);
        Choice(m => m.Channel);
        Value(m => m.Received);
        Value(m => m.PendingEnd);
        Value(m => m.MedianDays);
        Choice(m => m.MedianDaysMissing);
        Record(m => m.Agency, "The agency that reports the figures.");
        Record(m => m.Category, "The category; null for all categories together.");
        Sort(m => m.Month);
        SortKnown(m => m.Received);
        SortKnown(m => m.PendingEnd);
        SortKnown(m => m.MedianDays);
        DefaultSort("month");
    }
}

/// <summary>What complaint categories can be filtered by.</summary>
public sealed class ComplaintCategoryTerms : ListTerms<ComplaintCategory>
{
    /// <summary>By name.</summary>
    public ComplaintCategoryTerms()
        : base(c => c.RecordedAt)
    {
        Text(c => c.Name, c => c.NameSearch, SearchText.Normalize);
        Choice(c => c.Top);
        Sort(c => c.Name);
        DefaultSort("name");
    }
}

/// <summary>What complaint processes can be filtered and ordered by.</summary>
public sealed class ComplaintProcessTerms : ListTerms<ComplaintProcess>
{
    /// <summary>By default, ordered by the day they were put in place.</summary>
    public ComplaintProcessTerms()
        : base(p => p.UpdatedAt)
    {
        Value(p => p.InPlaceOn);
        Value(p => p.ReplacedOn);
        Value(p => p.TargetDays);
        Record(p => p.Agency, "The agency whose process it is.");
        Sort(p => p.InPlaceOn);
        Sort(p => p.TargetDays);
        DefaultSort("inPlaceOn");
    }
}

/// <summary>What systemic problems can be filtered and ordered by.</summary>
public sealed class SystemicProblemTerms : ListTerms<SystemicProblem>
{
    /// <summary>By default, ordered by the day they were found.</summary>
    public SystemicProblemTerms()
        : base(p => p.UpdatedAt)
    {
        Choice(p => p.Status);
        Value(p => p.FoundOn);
        Record(p => p.Agency, "The agency that found the problem.");
        Record(p => p.Category, "The category of the complaints that the problem is behind.");
        Sort(p => p.FoundOn);
        DefaultSort("foundOn");
    }
}

/// <summary>What process changes can be filtered and ordered by.</summary>
public sealed class ProcessChangeTerms : ListTerms<ProcessChange>
{
    /// <summary>By the day they took effect.</summary>
    public ProcessChangeTerms()
        : base(c => c.UpdatedAt)
    {
        Value(c => c.EffectiveOn);
        Value(c => c.MeasuredOn);
        Record(c => c.Problem, "The problem that the change is to solve.");
        Sort(c => c.EffectiveOn);
        DefaultSort("effectiveOn");
    }
}
