using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Submits an agency's report of the events that it will conduct in a month (action 2), or reports with `nil` that
/// there are none. After NPR has decided on a revision, this submits the next: a correction of a returned report, or an
/// amendment of an accepted one, which needs a reason. So it does after the agency has recalled one.
/// </summary>
[By(Role.Agency)]
[TellsChanges]
public sealed record SubmitMonthlyReport : Verb<MonthlyReport>
{
    /// <summary>The reporting agency's id.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The month in which the events take place.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>True to state that the agency will conduct no events in the month.</summary>
    public bool Nil { get; init; }

    /// <summary>
    /// The events, at most 500, in place of those of any draft. Without `events` and `nil`, the saved draft is
    /// submitted as it is.
    /// </summary>
    public IReadOnlyList<PlannedEventInput>? Events { get; init; }

    /// <summary>
    /// Why an accepted report is amended; required for an amendment. If the saved draft is submitted, it can be left out
    /// where the draft has a reason.
    /// </summary>
    [MaxLength(MonthlyReport.LongestReason)]
    public string? Reason { get; init; }

    /// <summary>
    /// The number of the revision that you saw last, so that two people do not amend each other unawares: null if you
    /// saw none. If another is the newest, the report is refused with `NotNewestRevision`. Leave it out to send the
    /// report whatever the newest is.
    /// </summary>
    // Not `init`: input that leaves it out must not set it.
    public int? BasedOnRevision
    {
        get => _base?.Number;
        set => _base = new(value);
    }

    private BaseRevision? _base;

    /// <inheritdoc/>
    public override async Task<MonthlyReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (Nil || Events is not null)
        {
            return await ReportSubmission.SubmitAsync(
                new()
                {
                    AgencyId = AgencyId,
                    Month = Month,
                    Nil = Nil,
                    Events = Events ?? [],
                    Reason = Reason,
                },
                work,
                work.Check,
                cancellationToken,
                _base
            );
        }

        return await work.AgencyAsync(AgencyId, cancellationToken) is { } agency
            ? await ReportSubmission.SubmitDraftAsync(agency, Month, Reason, _base, work, cancellationToken)
            : null;
    }
}
