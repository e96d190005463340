using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What recording and correcting an analysis have in common: what it says, and the rules of that.</summary>
public abstract record AnalysisVerb : Verb<Analysis>
{
    /// <summary>The first month of the data, which must have begun.</summary>
    public required ReportMonth FromMonth { get; init; }

    /// <summary>The last month of the data.</summary>
    public required ReportMonth ToMonth { get; init; }

    /// <summary>The categories of complaints that were analyzed; left out when all were.</summary>
    public IReadOnlyList<TopCategory> Categories { get; init; } = [];

    /// <summary>What was learned.</summary>
    [MaxLength(Analysis.LongestLearned)]
    public required string Learned { get; init; }

    /// <summary>The day on which the analysis was finished, not in the future. It counts for that day's year.</summary>
    public required DateOnly ConductedOn { get; init; }

    private protected void CheckInput(Work work)
    {
        Periods.Check(FromMonth, ToMonth, work);
        work.Check.HasCome(ConductedOn, work.Today, nameof(ConductedOn));
        if (ConductedOn < FromMonth.FirstDay)
            work.Warn("The analysis is dated before its data begin.", nameof(ConductedOn));
    }

    /// <summary>The analysis as the input says it.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="corrected">The analysis that the input corrects; null for a new one.</param>
    private protected Analysis Said(Guid agencyId, Analysis? corrected) =>
        new(agencyId, FromMonth, ToMonth, Categories, Learned, ConductedOn, corrected?.Id, corrected?.RecordedAt);
}
