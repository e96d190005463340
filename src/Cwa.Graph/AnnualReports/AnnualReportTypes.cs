using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A year's results. The public reads those that are published.</summary>
public sealed class AnnualReportType : NodeType<AnnualReport>
{
    /// <summary>What passes between an agency and NPR is not public.</summary>
    public AnnualReportType() : base(r => r.AgencyId) => SignedIn(nameof(AnnualReport.ReturnReason), nameof(PlanReferences));

    /// <summary>The agency that reports.</summary>
    public static IDataLoaderResult<Agency> Agency(AnnualReport report, ById<Agency> agencies) => agencies.Load(report.AgencyId);

    /// <summary>The results in plain sentences, each under the standard that it answers; at most 50.</summary>
    [ListSize(50)]
    public static IDataLoaderResult<IReadOnlyList<AnnualStatement>> Statements(AnnualReport report, Children<AnnualStatement> statements) =>
        statements.Load(report.Id, s => s.ReportId, s => s.Ordinal);

    /// <summary>The statutory plans and reports that the report cites (action 5); at most 20.</summary>
    [ListSize(20)]
    public static IDataLoaderResult<IReadOnlyList<PlanReference>> PlanReferences(AnnualReport report, PlansByAnnualReport plans) => plans.Load(report.Id);
}

/// <summary>One result in plain words.</summary>
public sealed class AnnualStatementType() : NodeType<AnnualStatement>(s => s.ReportId, s => s.StandardId, s => s.TextSearch)
{
    /// <summary>The report that it is in.</summary>
    public static IDataLoaderResult<AnnualReport?>? Report(AnnualStatement statement, ById<AnnualReport> reports) => reports.Find(statement.ReportId);

    /// <summary>The standard that it answers.</summary>
    public static IDataLoaderResult<ServiceStandard> Standard(AnnualStatement statement, ById<ServiceStandard> standards) =>
        standards.Load(statement.StandardId);
}
