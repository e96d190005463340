using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What an agency learned by analyzing a period's data, as action 4 of the memorandum asks.</summary>
public sealed class Analysis : CorrectableRecord, IAgencyRecord
{
    internal const int LongestLearned = 4000;

    private readonly List<TopCategory> _categories = [];

    private Analysis() { } // EF Core

    /// <exception cref="ArgumentException">The period ends before it begins, or nothing was learned.</exception>
    public Analysis(
        Guid agencyId,
        ReportMonth fromMonth,
        ReportMonth toMonth,
        IEnumerable<TopCategory> categories,
        string learned,
        DateOnly conductedOn,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Require.InOrder(fromMonth, toMonth);
        _categories = [.. categories.Select(category => Require.Defined(category)).Distinct().Order()];
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        FromMonth = fromMonth;
        ToMonth = toMonth;
        Learned = Require.Text(learned, LongestLearned);
        ConductedOn = conductedOn;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>Identifies the analysis.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the agency that analyzed its data.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that analyzed its data.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The first month of the data.</summary>
    public ReportMonth FromMonth { get; private init; }

    /// <summary>The last month of the data.</summary>
    public ReportMonth ToMonth { get; private init; }

    /// <summary>The categories of complaints that were analyzed; empty when all were.</summary>
    public IReadOnlyList<TopCategory> Categories => _categories;

    /// <summary>What was learned.</summary>
    [MaxLength(LongestLearned)]
    public string Learned { get; private init; } = "";

    /// <summary>The day on which the analysis was finished; it counts for that day's year.</summary>
    public DateOnly ConductedOn { get; private init; }

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
