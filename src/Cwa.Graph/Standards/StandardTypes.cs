using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A promise of service. Standards are posted for everyone to read.</summary>
public sealed class ServiceStandardType() : NodeType<ServiceStandard>(s => s.AgencyId)
{
    /// <summary>The agency that made the promise.</summary>
    public static IDataLoaderResult<Agency> Agency(ServiceStandard standard, ById<Agency> agencies) =>
        agencies.Load(standard.AgencyId);

    /// <summary>
    /// How the promise was kept, period by period, often both by quarter and by fiscal year. `last: 1` gives the value
    /// of the period that begins last.
    /// </summary>
    public static IDataLoaderResult<Connection<Measurement>> Measurements(
        ServiceStandard standard,
        Page<Measurement> page
    ) => page.Of(standard.Id, m => m.StandardId);
}

/// <summary>How a standard was kept in a period. Everyone may read it.</summary>
public sealed class MeasurementType() : NodeType<Measurement>(m => m.StandardId, m => m.CurrentId)
{
    /// <summary>The standard that was measured.</summary>
    public static IDataLoaderResult<ServiceStandard> Standard(
        Measurement measurement,
        ById<ServiceStandard> standards
    ) => standards.Load(measurement.StandardId);

    /// <summary>The plans and reports required by law in which it is used (action 5).</summary>
    public static IDataLoaderResult<Connection<PlanCitation>> PlanCitations(
        Measurement measurement,
        Page<PlanCitation> page
    ) =>
        page.Where("is by a measurement", c => c.MeasurementId != null).Of(measurement.Id, c => c.MeasurementId!.Value);

    /// <summary>
    /// What it said before it was corrected, the newest first; at most 20. Empty if you may not read all of
    /// the agency's records.
    /// </summary>
    [SignedIn]
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<Measurement>> Earlier(
        Measurement record,
        EarlierVersions<Measurement> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>An analysis of a year's complaint data.</summary>
[SignedIn]
public sealed class AnalysisType() : NodeType<Analysis>(a => a.AgencyId, a => a.CurrentId)
{
    /// <summary>The agency that made the analysis.</summary>
    public static IDataLoaderResult<Agency> Agency(Analysis analysis, ById<Agency> agencies) =>
        agencies.Load(analysis.AgencyId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<Analysis>> Earlier(
        Analysis record,
        EarlierVersions<Analysis> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>What standards can be filtered and ordered by.</summary>
public sealed class ServiceStandardTerms : ListTerms<ServiceStandard>
{
    /// <summary>By default, ordered by the day they took effect.</summary>
    public ServiceStandardTerms()
        : base(s => s.UpdatedAt)
    {
        Choice(s => s.CustomerGroup);
        Value(s => s.EffectiveFrom);
        Value(s => s.WithdrawnOn);
        Record(s => s.Agency, "The agency that made the promise.");
        Sort(s => s.EffectiveFrom);
        DefaultSort("effectiveFrom");
    }
}

/// <summary>What measurements can be filtered and ordered by.</summary>
public sealed class MeasurementTerms : ListTerms<Measurement>
{
    /// <summary>By default, ordered by period.</summary>
    public MeasurementTerms()
        : base(m => m.UpdatedAt)
    {
        Sort(m => m.RecordedAt);
        Value(m => m.FromMonth);
        Value(m => m.ToMonth);
        Choice(m => m.Met);
        Choice(
            "newest",
            "Whether it is the newest of its standard, the one of the period that begins last, whatever the other "
                + "conditions: `measurements(last: 1)` of the standard.",
            m =>
                m.Id
                == m.Standard.Measurements.Where(o => o.RetractedAt == null)
                    .OrderByDescending(o => o.FromMonth)
                    .ThenByDescending(o => o.Id)
                    .Select(o => o.Id)
                    .FirstOrDefault()
        );
        Record(m => m.Standard, "The standard that was measured.");
        Sort(m => m.FromMonth);
        Sort(m => m.ToMonth);
        DefaultSort("fromMonth");
    }
}

/// <summary>What analyses can be filtered and ordered by.</summary>
public sealed class AnalysisTerms : ListTerms<Analysis>
{
    /// <summary>By default, ordered by the day they were made.</summary>
    public AnalysisTerms()
        : base(a => a.UpdatedAt)
    {
        Sort(a => a.RecordedAt);
        Value(a => a.ConductedOn);
        Record(a => a.Agency, "The agency that made the analysis.");
        Sort(a => a.ConductedOn);
        DefaultSort("conductedOn");
    }
}
