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
        new EventCompletionExport(),
        new AttendanceExport(),
        new ProgramExport(),
        new ReportExport(),
        new LiaisonExport(),
        new ThemeExport(),
        new FindingExport(),
        new CustomerBaseExport(),
        new ServiceAreaExport(),
        new ComplaintExport(),
        new ProblemSolvingOutcomeExport(),
        new StandardExport(),
        new MeasurementExport(),
        new AnnualResultExport(),
        new SurveyExport(),
        new BenchmarkStudyExport(),
        new DeliveryChoiceExport(),
        new ScorecardExport(),
    ];
}
