namespace Cwa.Model;

/// <summary>What a feed entry announces.</summary>
public enum FeedKind
{
    /// <summary>An agency designated its primary liaison, or corrected a designation.</summary>
    LiaisonDesignated = 1,

    /// <summary>An agency ended or withdrew the designation of its liaison.</summary>
    LiaisonDesignationEnded = 2,

    /// <summary>An agency created a program.</summary>
    ProgramCreated = 3,

    /// <summary>An agency set the last day of a program.</summary>
    ProgramEnded = 4,

    /// <summary>An agency submitted a revision of a monthly report.</summary>
    MonthlyReportSubmitted = 5,

    /// <summary>NPR returned a monthly report.</summary>
    MonthlyReportReturned = 6,

    /// <summary>NPR accepted a monthly report.</summary>
    MonthlyReportAccepted = 7,

    /// <summary>An agency confirmed that an event was held.</summary>
    EventConfirmed = 8,

    /// <summary>An agency cancelled an event.</summary>
    EventCancelled = 9,

    /// <summary>An agency postponed an event.</summary>
    EventPostponed = 10,

    /// <summary>
    /// An agency recorded what a problem-solving day or another event achieved, or corrected or withdrew that.
    /// </summary>
    ProblemSolvingOutcomeRecorded = 11,

    /// <summary>An agency recorded what it heard from customers, or corrected or withdrew that.</summary>
    FindingRecorded = 12,

    /// <summary>An agency recorded what it did about a finding, or corrected or withdrew that.</summary>
    ActionRecorded = 13,

    /// <summary>An agency recorded what an action changed, or corrected or withdrew that.</summary>
    OutcomeRecorded = 14,

    /// <summary>An agency put a complaint process in place.</summary>
    ComplaintProcessEstablished = 15,

    /// <summary>An agency defined a category of complaints.</summary>
    ComplaintCategoryDefined = 16,

    /// <summary>An agency reported complaint figures.</summary>
    ComplaintMetricsReported = 17,

    /// <summary>An agency identified a systemic problem.</summary>
    SystemicProblemOpened = 18,

    /// <summary>A systemic problem moved to another status.</summary>
    SystemicProblemMoved = 19,

    /// <summary>An agency recorded a change of a process.</summary>
    ProcessChangeRecorded = 20,

    /// <summary>An agency set a service standard, or withdrew it.</summary>
    ServiceStandardSet = 21,

    /// <summary>An agency measured its service against a standard, or corrected or withdrew a measurement.</summary>
    MeasurementRecorded = 22,

    /// <summary>An agency recorded, corrected or withdrew an analysis of its complaint data.</summary>
    AnalysisRecorded = 23,

    /// <summary>An agency recorded, corrected or withdrew a survey.</summary>
    SurveyRecorded = 24,

    /// <summary>An agency recorded, corrected or withdrew a benchmark study.</summary>
    BenchmarkStudyRecorded = 25,

    /// <summary>An agency cited a plan required by law, or corrected or withdrew a citation.</summary>
    PlanCited = 26,

    /// <summary>An agency submitted an annual report.</summary>
    AnnualReportSubmitted = 27,

    /// <summary>NPR returned an annual report.</summary>
    AnnualReportReturned = 28,

    /// <summary>NPR cleared an annual report.</summary>
    AnnualReportCleared = 29,

    /// <summary>NPR published an annual report.</summary>
    AnnualReportPublished = 30,

    /// <summary>
    /// An agency declared how many customers live and work in a state or territory, or corrected or withdrew that.
    /// </summary>
    ServiceAreaDeclared = 31,

    /// <summary>NPR reloaded the list of agencies.</summary>
    AgenciesImported = 32,

    /// <summary>NPR set the day on which the reports of a month are due.</summary>
    DueDaySet = 33,

    /// <summary>An agency said what its report had left out about an event.</summary>
    EventCompleted = 34,

    /// <summary>An agency withdrew an event that it had marked as held by mistake.</summary>
    EventWithdrawn = 35,

    /// <summary>An agency took back a monthly report on which NPR had not decided.</summary>
    MonthlyReportRecalled = 36,

    /// <summary>An agency declared how many customers it serves in all, or corrected or withdrew that.</summary>
    CustomerBaseDeclared = 37,

    /// <summary>An agency declared a choice of delivery, or corrected or withdrew that.</summary>
    DeliveryChoiceDeclared = 38,

    /// <summary>An agency defined, renamed or retired a theme of its own.</summary>
    AgencyThemeDefined = 39,
}
