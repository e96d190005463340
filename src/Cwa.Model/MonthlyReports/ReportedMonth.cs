namespace Cwa.Model;

/// <summary>The facts about a revision of a monthly report by which months are judged.</summary>
public sealed record ReportRevision
{
    /// <summary>The id of the revision.</summary>
    public required Guid Id { get; init; }

    /// <summary>The id of the agency that reports.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The month that the report covers.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>Its number, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was sent to NPR, in UTC.</summary>
    public required DateTime SubmittedAt { get; init; }

    /// <summary>When NPR accepted or returned it, in UTC; null before.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Whether NPR returned it.</summary>
    public bool Returned { get; init; }

    /// <summary>Why NPR returned it; null when it did not.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>When its agency took it back, in UTC; null if it did not.</summary>
    public DateTime? RecalledAt { get; init; }

    /// <summary>Whether it counts as sent at an instant: it was sent before, and not taken back.</summary>
    public bool IsSentAt(DateTime instant) => SubmittedAt < instant && !(RecalledAt < instant);

    /// <summary>
    /// Its status at an instant at which it counts as sent. A later amendment does not count.
    /// </summary>
    public MonthlyReportStatus StatusAt(DateTime instant) =>
        !(DecidedAt < instant) ? MonthlyReportStatus.Submitted
        : Returned ? MonthlyReportStatus.Returned
        : MonthlyReportStatus.Accepted;
}

/// <summary>One agency's report for one month, as it stood at the end of a Washington day.</summary>
public sealed class ReportedMonth
{
    private ReportedMonth(ReportRevision newest, MonthlyReportStatus status, ReportRevision? counted, DateOnly dueOn)
    {
        (Newest, Status, Counted) = (newest, status, counted);
        IsLate = counted is not null && Washington.DateOf(counted.SubmittedAt) > dueOn;
    }

    /// <summary>The newest revision sent by then and not recalled, which decides the month's status.</summary>
    public ReportRevision Newest { get; }

    /// <summary>The status of the newest revision: SUBMITTED, ACCEPTED or RETURNED.</summary>
    public MonthlyReportStatus Status { get; }

    /// <summary>
    /// The revision that decides when the month was reported: the first that NPR accepted or, until it accepts one, the
    /// newest that waits for its decision. Null when every revision was returned, so that nothing has been reported.
    /// </summary>
    public ReportRevision? Counted { get; }

    /// <summary>Whether the month is reported.</summary>
    public bool IsIn => Counted is not null;

    /// <summary>Whether the month was reported after the due day, by the Washington calendar.</summary>
    public bool IsLate { get; }

    /// <summary>
    /// Judges one agency's revisions for one month; null if none had been sent by the end of the day. What the agency
    /// had taken back by then does not count as sent.
    /// </summary>
    public static ReportedMonth? Of(IEnumerable<ReportRevision> revisions, DateOnly asOf, DateOnly dueOn)
    {
        var instant = Washington.EndOf(asOf);
        var sent = revisions.Where(r => r.IsSentAt(instant)).OrderBy(r => r.Revision).ToList();
        if (sent is [])
            return null;

        var accepted = sent.Find(r => r.StatusAt(instant) == MonthlyReportStatus.Accepted);
        var waiting = sent.FindLast(r => r.StatusAt(instant) == MonthlyReportStatus.Submitted);
        return new(sent[^1], sent[^1].StatusAt(instant), accepted ?? waiting, dueOn);
    }
}
