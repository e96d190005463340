using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;

namespace Cwa.Model;

/// <summary>
/// One revision of the list of events that an agency will conduct in one month, as action 2 of the memorandum asks.
/// </summary>
/// <remarks>
/// The month is that of the events, not of the submission. An amendment is the next revision; a submitted revision
/// never changes.
/// </remarks>
public sealed class MonthlyReport : IAgencyRecord
{
    internal const int LongestBy = 200;
    internal const int LongestReason = 1000;

    /// <summary>The most events that one report lists.</summary>
    public const int MaxEvents = 500;

    private MonthlyReport() { } // EF Core

    /// <summary>Begins a draft.</summary>
    public MonthlyReport(Guid agencyId, ReportMonth month, Guid? id = null, DateTime? recordedAt = null)
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Month = month;
        Status = MonthlyReportStatus.Draft;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of this revision of the report.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the reporting agency.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that reports.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The month in which the events take place.</summary>
    public ReportMonth Month { get; private init; }

    /// <summary>
    /// The number of this revision, counted from 1 without gaps for each agency and month; null while it is a draft.
    /// </summary>
    public int? Revision { get; private set; }

    /// <summary>Where the report stands between its agency and NPR.</summary>
    public MonthlyReportStatus Status { get; private set; }

    /// <summary>
    /// True when the agency states that it will conduct no events. A missing report never means that.
    /// </summary>
    public bool Nil { get; private set; }

    /// <summary>How many events the report lists, 0–500. Once it is submitted, 0 means that it is nil.</summary>
    public int EventCount { get; private set; }

    /// <summary>
    /// When the report was sent to NPR, in UTC; null while it is a draft. Its Washington date decides whether it is on
    /// time.
    /// </summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Who sent the report; null while it is a draft.</summary>
    [MaxLength(LongestBy)]
    public string? SubmittedBy { get; private set; }

    /// <summary>
    /// Why the agency amends an earlier revision; null when it does not. The draft that follows a returned or recalled
    /// amendment begins with the reason of that amendment.
    /// </summary>
    [MaxLength(LongestReason)]
    public string? Reason { get; private set; }

    /// <summary>When NPR accepted or returned the report, in UTC; null before.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who at NPR accepted or returned the report; null before.</summary>
    [MaxLength(LongestBy)]
    public string? DecidedBy { get; private set; }

    /// <summary>Why NPR returned the report; null unless it is RETURNED.</summary>
    [MaxLength(LongestReason)]
    public string? ReturnReason { get; private set; }

    /// <summary>When the agency took the report back, in UTC; null unless it is RECALLED.</summary>
    public DateTime? RecalledAt { get; private set; }

    /// <summary>Who took the report back; null unless it is RECALLED.</summary>
    [MaxLength(LongestBy)]
    public string? RecalledBy { get; private set; }

    /// <summary>Why the agency took the report back; null if it does not say.</summary>
    [MaxLength(LongestReason)]
    public string? RecallReason { get; private set; }

    /// <summary>When the report was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the report was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>
    /// When the submission was stored, in UTC by the system's clock rather than the domain's; null while it is a draft.
    /// </summary>
    [Derived]
    public DateTime? SubmissionRecordedAt { get; private set; }

    /// <summary>When NPR's decision was stored, in UTC; null before.</summary>
    [Derived]
    public DateTime? DecisionRecordedAt { get; private set; }

    /// <summary>When it was stored that the agency took the report back, in UTC; null unless it did.</summary>
    [Derived]
    public DateTime? RecallRecordedAt { get; private set; }

    /// <summary>When the acceptance of a later revision in place of this one was stored, in UTC; null before.</summary>
    [Derived]
    public DateTime? AmendmentRecordedAt { get; private set; }

    /// <summary>The report as it stood at an instant after it was sent, without what was stored later.</summary>
    public static Expression<Func<MonthlyReport, DateTime, MonthlyReport>> AsOf { get; } =
        (report, instant) =>
            new MonthlyReport
            {
                Id = report.Id,
                AgencyId = report.AgencyId,
                Month = report.Month,
                Revision = report.Revision,
                Status =
                    report.AmendmentRecordedAt <= instant ? MonthlyReportStatus.Amended
                    : report.DecisionRecordedAt <= instant && report.ReturnReason == null ? MonthlyReportStatus.Accepted
                    : report.DecisionRecordedAt <= instant ? MonthlyReportStatus.Returned
                    : report.RecallRecordedAt <= instant ? MonthlyReportStatus.Recalled
                    : MonthlyReportStatus.Submitted,
                Nil = report.Nil,
                EventCount = report.EventCount,
                SubmittedAt = report.SubmittedAt,
                SubmittedBy = report.SubmittedBy,
                Reason = report.Reason,
                DecidedAt = report.DecisionRecordedAt <= instant ? report.DecidedAt : null,
                DecidedBy = report.DecisionRecordedAt <= instant ? report.DecidedBy : null,
                ReturnReason = report.DecisionRecordedAt <= instant ? report.ReturnReason : null,
                RecalledAt = report.RecallRecordedAt <= instant ? report.RecalledAt : null,
                RecalledBy = report.RecallRecordedAt <= instant ? report.RecalledBy : null,
                RecallReason = report.RecallRecordedAt <= instant ? report.RecallReason : null,
                RecordedAt = report.RecordedAt,
                UpdatedAt =
                    report.AmendmentRecordedAt <= instant ? report.AmendmentRecordedAt.Value
                    : report.DecisionRecordedAt <= instant ? report.DecisionRecordedAt.Value
                    : report.RecallRecordedAt <= instant ? report.RecallRecordedAt.Value
                    : report.SubmissionRecordedAt ?? report.RecordedAt,
            };

    /// <summary>Sets what the draft says: how many events it lists, and whether it says that there are none.</summary>
    /// <exception cref="ArgumentException">A nil report lists events, or the events are too many.</exception>
    public void Write(int eventCount, bool nil)
    {
        MustBe(MonthlyReportStatus.Draft);
        if (Require.NotNegative(eventCount) > MaxEvents)
            throw new ArgumentException($"{eventCount} events are more than {MaxEvents}.", nameof(eventCount));
        if (nil && eventCount > 0)
            throw new ArgumentException(new NilReportListsEvents().Message, nameof(nil));

        (EventCount, Nil) = (eventCount, nil);
    }

    /// <summary>Sends the draft to NPR as the given revision.</summary>
    /// <exception cref="InvalidOperationException">It is not a draft, or it lists no events and is not nil.</exception>
    public void Submit(
        int revision,
        DateTime submittedAt,
        string submittedBy,
        string? reason = null,
        DateTime? recordedAt = null
    )
    {
        MustBe(MonthlyReportStatus.Draft);
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, 1);
        if (Nil != (EventCount == 0))
            throw new InvalidOperationException("A report lists events or says that there are none.");

        Revision = revision;
        SubmittedAt = Require.Utc(submittedAt);
        SubmittedBy = Require.Text(submittedBy, LongestBy);
        Reason = Require.OptionalText(reason, LongestReason);
        SubmissionRecordedAt = Require.Stamp(recordedAt);
        Status = MonthlyReportStatus.Submitted;
    }

    /// <summary>Accepts the submitted report.</summary>
    public void Accept(DateTime decidedAt, string decidedBy, DateTime? recordedAt = null)
    {
        Decide(decidedAt, decidedBy, recordedAt);
        Status = MonthlyReportStatus.Accepted;
    }

    /// <summary>Sends the submitted report back to its agency.</summary>
    public void Return(DateTime decidedAt, string decidedBy, string reason, DateTime? recordedAt = null)
    {
        var why = Require.Text(reason, LongestReason);
        Decide(decidedAt, decidedBy, recordedAt);
        ReturnReason = why;
        Status = MonthlyReportStatus.Returned;
    }

    /// <summary>Takes the submitted report back, which NPR has not decided on.</summary>
    public void Recall(DateTime recalledAt, string recalledBy, string? reason = null, DateTime? recordedAt = null)
    {
        MustBe(MonthlyReportStatus.Submitted);
        RecalledAt = Require.Utc(recalledAt);
        RecalledBy = Require.Text(recalledBy, LongestBy);
        RecallReason = Require.OptionalText(reason, LongestReason);
        RecallRecordedAt = Require.Stamp(recordedAt);
        Status = MonthlyReportStatus.Recalled;
    }

    /// <summary>Begins the draft of the revision that follows this one.</summary>
    internal MonthlyReport Next(int eventCount)
    {
        var draft = new MonthlyReport(AgencyId, Month) { Reason = Reason };
        draft.Write(eventCount, Nil);
        return draft;
    }

    /// <summary>Marks the accepted report as replaced, once the amendment after it is accepted.</summary>
    public void Amend(DateTime? recordedAt = null)
    {
        MustBe(MonthlyReportStatus.Accepted);
        AmendmentRecordedAt = Require.Stamp(recordedAt);
        Status = MonthlyReportStatus.Amended;
    }

    private void Decide(DateTime decidedAt, string decidedBy, DateTime? recordedAt)
    {
        MustBe(MonthlyReportStatus.Submitted);
        DecidedAt = Require.Utc(decidedAt);
        DecidedBy = Require.Text(decidedBy, LongestBy);
        DecisionRecordedAt = Require.Stamp(recordedAt);
    }

    private void MustBe(MonthlyReportStatus status)
    {
        if (Status != status)
            throw new InvalidOperationException($"The report is {Status}, not {status}.");
    }
}
