namespace Cwa.Model;

/// <summary>The status of agencies' monthly reports at the end of a Washington day.</summary>
/// <param name="asOf">The day.</param>
/// <param name="designations">Who speaks for whom.</param>
/// <param name="calendar">When reports are due.</param>
/// <param name="sent">The revisions that were sent, in any order.</param>
/// <param name="drafts">The agencies and months with a draft.</param>
public sealed class ReportsOnDay(
    DateOnly asOf,
    Designations designations,
    ReportingCalendar calendar,
    IEnumerable<ReportRevision> sent,
    IEnumerable<(Guid AgencyId, ReportMonth Month)> drafts
)
{
    private readonly ReportDuties _duties = new(designations, calendar);
    private readonly ILookup<(Guid, ReportMonth), ReportRevision> _sent = sent.ToLookup(r => (r.AgencyId, r.Month));
    private readonly HashSet<(Guid, ReportMonth)> _drafts = [.. drafts];

    /// <summary>The day.</summary>
    public DateOnly AsOf => asOf;

    /// <summary>Who speaks for whom.</summary>
    public Designations Designations => designations;

    /// <summary>When reports are due.</summary>
    public ReportingCalendar Calendar => calendar;

    /// <summary>
    /// The status of the agency's report for the month, even before the month begins; null when no report is expected.
    /// </summary>
    public AgencyReportingStatus? Of(Agency agency, ReportMonth month)
    {
        var duty = _duties.Of(agency, month, asOf);
        if (duty == ReportDuty.None)
            return null;

        var dueOn = calendar.DueOn(month, agency);
        return new()
        {
            Agency = agency,
            Department = designations.Above(agency).LastOrDefault(agency),
            Month = month,
            DueOn = dueOn,
            AsOf = asOf,
            Duty = duty,
            Reported = ReportedMonth.Of(_sent[(agency.Id, month)], asOf, dueOn),
            HasDraft = _drafts.Contains((agency.Id, month)),
            Liaison = designations.SpeakingFor(agency, asOf),
            NearestLiaison = designations.Nearest(agency, asOf),
        };
    }
}
