using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>An agency's report of one month: its events, or that there are none, or the draft that was saved.</summary>
public sealed record SubmitMonthlyReportInput : MutationInput
{
    /// <summary>The reporting agency's id.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The month in which the events take place.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>True to say explicitly that the agency conducts no events this month.</summary>
    [DefaultAstValue("false")]
    public bool Nil { get; init; }

    /// <summary>
    /// The events, at most 500, in place of any draft's. Left out, and not nil, the saved draft is submitted as it is.
    /// </summary>
    public IReadOnlyList<PlannedEventInput>? Events { get; init; }

    /// <summary>Why an accepted report is amended, at most 1000 characters; needed for an amendment.</summary>
    public string? Reason { get; init; }
}

/// <summary>The submitted report, or why it was refused.</summary>
public sealed record SubmitMonthlyReportPayload : Payload
{
    /// <summary>The submitted revision; null when it was refused or only checked.</summary>
    public MonthlyReport? MonthlyReport { get; init; }
}

/// <summary>Action 2: an agency reports the events that it will conduct in a month.</summary>
public sealed class SubmitMonthlyReport
{
    /// <summary>
    /// Submits an agency's report of the events that it will conduct in a month (action 2), with `nil` that there are
    /// none. After NPR has returned or accepted a revision it submits the next one: a correction, or with a reason an
    /// amendment.
    /// </summary>
    /// <param name="input">Whose report it is, of which month, and which events it announces.</param>
    [Role(Roles.Submit)]
    public static Task<SubmitMonthlyReportPayload> SubmitMonthlyReportAsync(
        SubmitMonthlyReportInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            report => new SubmitMonthlyReportPayload { MonthlyReport = report },
            session => SubmitAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<MonthlyReport?> SubmitAsync(
        SubmitMonthlyReportInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (input.Nil || input.Events is not null)
        {
            return await ReportSubmission.SubmitAsync(
                new()
                {
                    AgencyId = input.AgencyId,
                    Month = input.Month,
                    Nil = input.Nil,
                    Events = input.Events ?? [],
                    Reason = input.Reason,
                },
                session,
                session.Input,
                cancellationToken
            );
        }

        session.Input.Text(input.Reason, 1000, "reason");
        return await session.AgencyAsync(input.AgencyId, session.Input, cancellationToken) is { } agency
            ? await ReportSubmission.SubmitDraftAsync(agency, input.Month, input.Reason, session, cancellationToken)
            : null;
    }
}
