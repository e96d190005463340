using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A place in a plan or report required by law.</summary>
[SignedIn]
public sealed class PlanReferenceType() : NodeType<PlanReference>(p => p.AgencyId)
{
    /// <summary>The agency whose plan it is.</summary>
    public static IDataLoaderResult<Agency> Agency(PlanReference plan, ById<Agency> agencies) =>
        agencies.Load(plan.AgencyId);

    /// <summary>What is used in this place: annual reports, measurements and findings.</summary>
    public static IDataLoaderResult<Connection<PlanCitation>> Citations(PlanReference plan, Page<PlanCitation> page) =>
        page.Of(plan.Id, c => c.PlanId);
}

/// <summary>What references to plans can be filtered and ordered by.</summary>
public sealed class PlanReferenceTerms : ListTerms<PlanReference>
{
    /// <summary>By default, ordered by fiscal year.</summary>
    public PlanReferenceTerms()
        : base(p => p.RecordedAt)
    {
        Choice(p => p.Law);
        Value(p => p.FiscalYear);
        Record(p => p.Agency, "The agency whose plan it is.");
        Sort(p => p.FiscalYear);
        DefaultSort("fiscalYear");
    }
}

/// <summary>A citation of a plan.</summary>
[SignedIn]
public sealed class PlanCitationType()
    : NodeType<PlanCitation>(
        c => c.PlanId,
        c => c.AnnualReportId,
        c => c.MeasurementId,
        c => c.FindingId,
        c => c.CurrentId
    )
{
    /// <summary>The place in which it is used.</summary>
    public static IDataLoaderResult<PlanReference?>? Plan(PlanCitation citation, ById<PlanReference> plans) =>
        plans.Find(citation.PlanId);

    /// <summary>The annual report that is used there; null if something else is.</summary>
    public static IDataLoaderResult<AnnualReport?>? AnnualReport(PlanCitation citation, ById<AnnualReport> reports) =>
        reports.Find(citation.AnnualReportId);

    /// <summary>The measurement that is used there; null if something else is.</summary>
    public static IDataLoaderResult<Measurement?>? Measurement(PlanCitation citation, ById<Measurement> measurements) =>
        measurements.Find(citation.MeasurementId);

    /// <summary>The finding that is used there; null if something else is.</summary>
    public static IDataLoaderResult<Finding?>? Finding(PlanCitation citation, ById<Finding> findings) =>
        findings.Find(citation.FindingId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<PlanCitation>> Earlier(
        PlanCitation record,
        EarlierVersions<PlanCitation> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>What citations can be filtered and ordered by.</summary>
public sealed class PlanCitationTerms : ListTerms<PlanCitation>
{
    /// <summary>In the order in which they were recorded.</summary>
    public PlanCitationTerms()
        : base(c => c.UpdatedAt)
    {
        Sort(c => c.RecordedAt);
        Record(c => c.Plan, "The place in which it is used.");
        DefaultSort("recordedAt");
    }
}
