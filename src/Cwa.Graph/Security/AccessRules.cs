using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The one table of who may see what. Nobody sees the records of a class that is missing here.</summary>
internal static class AccessRules
{
    private static readonly Dictionary<Type, AccessRule> Rules = new()
    {
        [typeof(Agency)] = AccessRule.Open(),
        [typeof(ServiceStandard)] = AccessRule.Open(),
        [typeof(ComplaintProcess)] = AccessRule.Open(),
        [typeof(Cwa.Model.Program)] = AccessRule.Open(),
        [typeof(DueDay)] = AccessRule.Open(),

        // A joint event is also read by the agencies that hold it with the one that reports it.
        [typeof(Event)] = AccessRule.Of<Event>(
            e => e.AgencyId,
            open: e => e.IsPublic,
            shared: (e, mine) => e.Hosts.Any(h => Enumerable.Contains(mine, h.AgencyId))
        ),
        [typeof(AnnualReport)] = AccessRule.Of<AnnualReport>(
            r => r.AgencyId,
            open: r => r.Status == AnnualReportStatus.Published,
            sent: r => r.Status != AnnualReportStatus.Draft
        ),
        [typeof(AnnualStatement)] = AccessRule.Of<AnnualStatement>(
            s => s.Report.AgencyId,
            open: s => s.Report.Status == AnnualReportStatus.Published,
            sent: s => s.Report.Status != AnnualReportStatus.Draft
        ),

        // NPR learns how many drafts there are, not what they say.
        [typeof(MonthlyReport)] = AccessRule.Of<MonthlyReport>(
            r => r.AgencyId,
            sent: r => r.Status != MonthlyReportStatus.Draft
        ),
        [typeof(DraftEvent)] = AccessRule.Of<DraftEvent>(d => d.Report.AgencyId, sent: _ => false),
        [typeof(EventRevision)] = AccessRule.Of<EventRevision>(r => r.Report.AgencyId),
        [typeof(EventRemark)] = AccessRule.Of<EventRemark>(r => r.Report.AgencyId),
        [typeof(EventOutcome)] = AccessRule.Of<EventOutcome>(o => o.Event.AgencyId),
        // As the event: `events(where: { outcomeMissing: … })` tells all who read it whether there is one.
        [typeof(ProblemSolvingOutcome)] = AccessRule.Of<ProblemSolvingOutcome>(
            o => o.Event.AgencyId,
            shared: (o, mine) => o.Event.Hosts.Any(h => Enumerable.Contains(mine, h.AgencyId))
        ),

        [typeof(Liaison)] = AccessRule.Of<Liaison>(l => l.AgencyId),
        [typeof(Finding)] = AccessRule.Of<Finding>(f => f.AgencyId),
        [typeof(AgencyTheme)] = AccessRule.Of<AgencyTheme>(t => t.AgencyId),
        [typeof(FindingAction)] = AccessRule.Of<FindingAction>(a => a.Finding.AgencyId),
        [typeof(FindingOutcome)] = AccessRule.Of<FindingOutcome>(o => o.Action.Finding.AgencyId),
        [typeof(CustomerBase)] = AccessRule.Of<CustomerBase>(c => c.AgencyId),
        [typeof(DeliveryChoice)] = AccessRule.Of<DeliveryChoice>(c => c.AgencyId),
        [typeof(ServiceArea)] = AccessRule.Of<ServiceArea>(a => a.AgencyId),
        [typeof(ComplaintCategory)] = AccessRule.Of<ComplaintCategory>(c => c.AgencyId),
        [typeof(ComplaintMetric)] = AccessRule.Of<ComplaintMetric>(m => m.AgencyId),
        [typeof(SystemicProblem)] = AccessRule.Of<SystemicProblem>(p => p.AgencyId),
        [typeof(ProcessChange)] = AccessRule.Of<ProcessChange>(c => c.Problem.AgencyId),
        // What was withdrawn or corrected is for the agency and NPR.
        [typeof(Measurement)] = AccessRule.Of<Measurement>(m => m.Standard.AgencyId, open: m => m.RetractedAt == null),
        [typeof(Analysis)] = AccessRule.Of<Analysis>(a => a.AgencyId),
        [typeof(Survey)] = AccessRule.Of<Survey>(s => s.AgencyId),
        [typeof(BenchmarkStudy)] = AccessRule.Of<BenchmarkStudy>(s => s.AgencyId),
        [typeof(PlanReference)] = AccessRule.Of<PlanReference>(p => p.AgencyId),
        [typeof(PlanCitation)] = AccessRule.Of<PlanCitation>(
            c => c.Plan.AgencyId,
            sent: c => c.AnnualReport == null || c.AnnualReport.Status != AnnualReportStatus.Draft
        ),

        // An agency's trail is for its own people, because it holds the contents of drafts.
        [typeof(AuditEntry)] = AccessRule.Of<AuditEntry>(
            a => a.AgencyId!.Value,
            sent: a => !a.IsDraft,
            itselfOnly: true
        ),
        // What concerns all agencies is told to all of them.
        [typeof(FeedEntry)] = AccessRule.Of<FeedEntry>(f => f.AgencyId!.Value, open: f => f.AgencyId == null),
    };

    public static AccessRule For(Type entity) => Rules.GetValueOrDefault(entity, AccessRule.Closed);
}
