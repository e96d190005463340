using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The lists that can be exported, agencies first, then in the memorandum's order.</summary>
internal static class Exports
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ListExport> All =
    [
        new AgencyExport(),
        new EventExport(),
        new ReportExport(),
        new LiaisonExport(),
        new ComplaintExport(),
        new AnnualResultExport(),
        new ScorecardExport(),
        new StandardExport(),
        new MeasurementExport(),
        new SurveyExport(),
        new BenchmarkStudyExport(),
        new CustomerBaseExport(),
        new ServiceAreaExport(),
        new ProgramExport(),
        new FindingExport(),
        new AttendanceExport(),
        new ProblemSolvingOutcomeExport(),
        new EventCompletionExport(),
    ];
}
