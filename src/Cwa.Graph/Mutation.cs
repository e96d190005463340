using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The mutations, in the memorandum's order.</summary>
public sealed class Mutation()
    : VerbRoot(
        typeof(CreateProgram),
        typeof(EndProgram),
        typeof(DesignateLiaison),
        typeof(EndLiaisonDesignation),
        typeof(SaveMonthlyReportDraft),
        typeof(DiscardMonthlyReportDraft),
        typeof(SubmitMonthlyReport),
        typeof(SubmitMonthlyReports),
        typeof(AcceptMonthlyReport),
        typeof(ReturnMonthlyReport),
        typeof(SetDueDay),
        typeof(ConfirmEvent),
        typeof(CancelEvent),
        typeof(PostponeEvent),
        typeof(DeclareServiceArea),
        typeof(RecordProblemSolvingOutcome),
        typeof(RecordFinding),
        typeof(RecordAction),
        typeof(RecordOutcome),
        typeof(EstablishComplaintProcess),
        typeof(DefineComplaintCategory),
        typeof(ReportComplaintMetrics),
        typeof(OpenSystemicProblem),
        typeof(AssignSystemicProblem),
        typeof(PlanProcessChange),
        typeof(RecordProcessChange),
        typeof(VerifyProcessChange),
        typeof(RecordAnalysis),
        typeof(SetServiceStandard),
        typeof(WithdrawServiceStandard),
        typeof(RecordMeasurement),
        typeof(CitePlan),
        typeof(SaveAnnualReportDraft),
        typeof(DiscardAnnualReportDraft),
        typeof(SubmitAnnualReport),
        typeof(ReturnAnnualReport),
        typeof(ClearAnnualReport),
        typeof(PublishAnnualReport),
        typeof(RecordSurvey),
        typeof(RecordBenchmarkStudy)
    );
