using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A year's results. The public reads those that are published.</summary>
public sealed class AnnualReportType : NodeType<AnnualReport>
{
    /// <summary>What passes between an agency and NPR is not public.</summary>
    public AnnualReportType()
        : base(r => r.AgencyId)
    {
        SignedIn(nameof(PlanCitations));
        WholeOnly(nameof(AnnualReport.ReturnReason));
    }

    /// <summary>The agency whose results it tells of.</summary>
    public static IDataLoaderResult<Agency> Agency(AnnualReport report, ById<Agency> agencies) =>
        agencies.Load(report.AgencyId);

    /// <summary>The results in plain sentences, each under the standard that it answers; at most 50.</summary>
    [ListSize(AnnualReport.MaxStatements)]
    public static IDataLoaderResult<IReadOnlyList<AnnualStatement>> Statements(
        AnnualReport report,
        Children<AnnualStatement> statements
    ) => statements.Load(report.Id, s => s.ReportId, s => s.Ordinal);

    /// <summary>
    /// How hard the statements are to read, one with another, as information and no judgement: the results are to be
    /// told "in terms readily understood by individual customers" (action 6). Null while there is no statement.
    /// </summary>
    public static MeasuredText? PlainLanguage(AnnualReport report) => MeasuredText.Of(report);

    /// <summary>Where the report cites statutory plans and reports (action 5).</summary>
    public static IDataLoaderResult<Connection<PlanCitation>> PlanCitations(
        AnnualReport report,
        Page<PlanCitation> page
    ) =>
        page.Where("is by an annual report", c => c.AnnualReportId != null).Of(report.Id, c => c.AnnualReportId!.Value);
}

/// <summary>One result in plain words.</summary>
public sealed class AnnualStatementType()
    : NodeType<AnnualStatement>(s => s.ReportId, s => s.StandardId, s => s.TextSearch)
{
    /// <summary>The annual report that makes the statement.</summary>
    public static IDataLoaderResult<AnnualReport?>? Report(AnnualStatement statement, ById<AnnualReport> reports) =>
        reports.Find(statement.ReportId);

    /// <summary>The standard that it answers.</summary>
    public static IDataLoaderResult<ServiceStandard> Standard(
        AnnualStatement statement,
        ById<ServiceStandard> standards
    ) => standards.Load(statement.StandardId);
}
