using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A year's results. The public sees those that are published.</summary>
public sealed class AnnualReportType : NodeType<AnnualReport>
{
    /// <summary>What passes between an agency and NPR is not public.</summary>
    public AnnualReportType()
        : base(r => r.AgencyId)
    {
        SignedIn(nameof(PlanCitations));
        WholeOnly(nameof(AnnualReport.ReturnReason));
    }

    /// <summary>The agency whose results the report gives.</summary>
    public static IDataLoaderResult<Agency> Agency(AnnualReport report, ById<Agency> agencies) =>
        agencies.Load(report.AgencyId);

    /// <summary>
    /// The results in plain sentences, each with the standard that it reports on; at most 50. The cost of the operation
    /// depends on `first`.
    /// </summary>
    /// <param name="first">How many to return, 1–50; if omitted, all.</param>
    [ListSize(AnnualReport.MaxStatements)]
    public static IDataLoaderResult<IReadOnlyList<AnnualStatement>> Statements(
        AnnualReport report,
        Children<AnnualStatement> statements,
        int? first = null
    )
    {
        Paging.Check(first ?? AnnualReport.MaxStatements, AnnualReport.MaxStatements);
        var all = statements.Load(report.Id, s => s.ReportId, s => s.Ordinal);
        return first is { } few ? all.Then(s => (IReadOnlyList<AnnualStatement>)[.. s.Take(few)]) : all;
    }

    /// <summary>
    /// How hard the statements are to read, taken together. This is information, not a judgement: results are to be
    /// given "in terms readily understood by individual customers" (action 6). Null while there are no statements.
    /// </summary>
    [Reads(nameof(AnnualReport.PlainLanguage))]
    public static MeasuredText? PlainLanguage(AnnualReport report) => MeasuredText.Of(report);

    /// <summary>The plans and reports required by law in which it is used (action 5).</summary>
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

    /// <summary>The standard that it reports on.</summary>
    public static IDataLoaderResult<ServiceStandard> Standard(
        AnnualStatement statement,
        ById<ServiceStandard> standards
    ) => standards.Load(statement.StandardId);
}
