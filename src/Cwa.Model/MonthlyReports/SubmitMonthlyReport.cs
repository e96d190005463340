using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Submits an agency's report of the events that it will conduct in a month (action 2), with `nil` that there are
/// none. After NPR has returned or accepted a revision it submits the next one: a correction, or with a reason an
/// amendment.
/// </summary>
[By(Role.Agency)]
public sealed record SubmitMonthlyReport : Verb<MonthlyReport>
{
    /// <summary>The reporting agency's id.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The month in which the events take place.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>True to say explicitly that the agency conducts no events this month.</summary>
    public bool Nil { get; init; }

    /// <summary>
    /// The events, at most 500, in place of any draft's. Left out, and not nil, the saved draft is submitted as it is.
    /// </summary>
    public IReadOnlyList<PlannedEventInput>? Events { get; init; }

    /// <summary>Why an accepted report is amended; needed for an amendment.</summary>
    [MaxLength(MonthlyReport.LongestReason)]
    public string? Reason { get; init; }

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
                cancellationToken
            );
        }

        return await work.AgencyAsync(AgencyId, cancellationToken) is { } agency
            ? await ReportSubmission.SubmitDraftAsync(agency, Month, Reason, work, cancellationToken)
            : null;
    }
}
