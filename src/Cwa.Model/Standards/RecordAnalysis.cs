using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>Records what an agency learned by analyzing a period's data (action 4), at least once a year.</summary>
[By(Role.Agency)]
public sealed record RecordAnalysis : Verb<Analysis>
{
    /// <summary>The id of the agency that analyzed its data.</summary>
    public required Id<Agency> AgencyId { get; init; }

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

    /// <inheritdoc/>
    public override async Task<Analysis?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        Periods.Check(FromMonth, ToMonth, work);
        work.Check.HasCome(ConductedOn, work.Today, nameof(ConductedOn));
        if (ConductedOn < FromMonth.FirstDay)
            work.Warn("The analysis is dated before its data begin.", nameof(ConductedOn));
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var analysis = new Analysis(agency.Id, FromMonth, ToMonth, Categories, Learned, ConductedOn);
        work.Db.Add(analysis);
        work.Announce(FeedKind.AnalysisRecorded, analysis);
        return analysis;
    }
}
