using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Which type of record each kind of entry announces.</summary>
internal static class FeedSubjects
{
    public static Type TypeOf(FeedKind kind) =>
        kind switch
        {
            FeedKind.LiaisonDesignated or FeedKind.LiaisonDesignationEnded => typeof(Liaison),
            FeedKind.ProgramCreated or FeedKind.ProgramEnded => typeof(Cwa.Model.Program),
            FeedKind.MonthlyReportSubmitted
            or FeedKind.MonthlyReportReturned
            or FeedKind.MonthlyReportAccepted
            or FeedKind.MonthlyReportRecalled => typeof(MonthlyReport),
            FeedKind.EventConfirmed
            or FeedKind.EventCancelled
            or FeedKind.EventPostponed
            or FeedKind.EventCompleted
            or FeedKind.EventWithdrawn => typeof(Event),
            FeedKind.ProblemSolvingOutcomeRecorded => typeof(ProblemSolvingOutcome),
            FeedKind.FindingRecorded => typeof(Finding),
            FeedKind.AgencyThemeDefined => typeof(AgencyTheme),
            FeedKind.ActionRecorded => typeof(FindingAction),
            FeedKind.OutcomeRecorded => typeof(FindingOutcome),
            FeedKind.ComplaintProcessEstablished => typeof(ComplaintProcess),
            FeedKind.ComplaintCategoryDefined => typeof(ComplaintCategory),
            FeedKind.ComplaintMetricsReported => typeof(ComplaintMetric),
            FeedKind.SystemicProblemOpened or FeedKind.SystemicProblemMoved => typeof(SystemicProblem),
            FeedKind.ProcessChangeRecorded => typeof(ProcessChange),
            FeedKind.ServiceStandardSet => typeof(ServiceStandard),
            FeedKind.MeasurementRecorded => typeof(Measurement),
            FeedKind.AnalysisRecorded => typeof(Analysis),
            FeedKind.SurveyRecorded => typeof(Survey),
            FeedKind.BenchmarkStudyRecorded => typeof(BenchmarkStudy),
            FeedKind.PlanCited => typeof(PlanCitation),
            FeedKind.AnnualReportSubmitted
            or FeedKind.AnnualReportReturned
            or FeedKind.AnnualReportCleared
            or FeedKind.AnnualReportPublished => typeof(AnnualReport),
            FeedKind.ServiceAreaDeclared => typeof(ServiceArea),
            FeedKind.CustomerBaseDeclared => typeof(CustomerBase),
            FeedKind.DeliveryChoiceDeclared => typeof(DeliveryChoice),
            FeedKind.AgenciesImported => typeof(Agency),
            FeedKind.DueDaySet => typeof(DueDay),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
