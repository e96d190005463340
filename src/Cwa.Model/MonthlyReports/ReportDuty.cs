namespace Cwa.Model;

/// <summary>Whether an agency has to report for a month.</summary>
public enum ReportDuty
{
    /// <summary>The directive does not apply to the agency in that month, or did not exist yet.</summary>
    None = 1,

    /// <summary>An agency above speaks for it, so it need not report itself.</summary>
    Excused = 2,

    /// <summary>It has a liaison of its own, or nobody speaks for it.</summary>
    Owed = 3,
}

/// <summary>Says which agency has to report for which month.</summary>
/// <param name="designations">Who speaks for whom.</param>
/// <param name="calendar">When reports are due.</param>
public sealed class ReportDuties(Designations designations, ReportingCalendar calendar)
{
    /// <summary>
    /// The agency's duty, as far as it is known at the end of a Washington day. Who spoke for the agency on the due day
    /// decides. If nobody did, the month's last day decides, so that a department that designates late does not leave
    /// its components owing reports.
    /// </summary>
    public ReportDuty Of(Agency agency, ReportMonth month, DateOnly asOf)
    {
        if (month < ReportingCalendar.FirstMonth || !agency.IsActiveIn(month))
            return ReportDuty.None;

        return On(Earlier(asOf, calendar.DueOn(month, agency))) ?? On(Earlier(asOf, month.LastDay)) ?? ReportDuty.Owed;

        ReportDuty? On(DateOnly day) =>
            designations.Own(agency.Id, day) is not null ? ReportDuty.Owed
            : designations.Covering(agency, day) is not null ? ReportDuty.Excused
            : null;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
