using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The queries, in the memorandum's order.</summary>
public sealed class Query()
    : RootType(
        typeof(DirectiveQueries),
        typeof(AgencyQueries),
        typeof(LiaisonQueries),
        typeof(EventQueries),
        typeof(ReachQueries),
        typeof(ServiceAreaQueries),
        typeof(ProgramQueries),
        typeof(FindingQueries),
        typeof(MonthlyReportQueries),
        typeof(ReportingQueries),
        typeof(AttentionQueries),
        typeof(ComplaintQueries),
        typeof(StandardQueries),
        typeof(PlanQueries),
        typeof(SurveyQueries),
        typeof(AnnualReportQueries),
        typeof(PlainLanguageQueries),
        typeof(ScorecardQueries),
        typeof(FeedQueries),
        typeof(AuditQueries),
        typeof(ViewerQueries),
        typeof(ServiceQueries),
        typeof(NodeQueries)
    );
