using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Reporting;

/// <summary>What a mutation answers: why nothing was done, and what is odd though it was done.</summary>
public interface IDeed
{
    IReadOnlyList<Said> Errors { get; }

    IReadOnlyList<Said> Warnings => [];

    IReadOnlyList<EventChange> Changes => [];
}

/// <summary>A sentence about a place of the input.</summary>
/// <param name="Path">The place, such as `input`, `events`, `0`, `title`.</param>
public sealed record Said(string Message, IReadOnlyList<string> Path);

[Operation("save-month-draft")]
public sealed record SavedDraft(Checked SaveMonthlyReportDraft);

[Operation("send-month-report")]
public sealed record SentReport(Checked SubmitMonthlyReport);

[Operation("recall-month-report")]
public sealed record RecalledReport(Done RecallMonthlyReport);

[Operation("accept-month-report")]
public sealed record AcceptedReport(Done AcceptMonthlyReport);

[Operation("return-month-report")]
public sealed record ReturnedReport(Done ReturnMonthlyReport);

[Operation("confirm-held-event")]
public sealed record ConfirmedEvent(Done ConfirmEvent);

public sealed record Checked(
    IReadOnlyList<Said> Errors,
    IReadOnlyList<Said> Warnings,
    IReadOnlyList<EventChange> Changes
) : IDeed;

/// <summary>What a report changes about an event, compared with how it stands.</summary>
public sealed record EventChange(EventChangeKind Kind, ChangedFacts? Before, ChangedFacts? After);

public sealed record ChangedFacts(string? Title, string Description, DateOnly StartsOn);

public enum EventChangeKind
{
    Adds,
    Changes,
    Cancels,
}

public sealed record Done(IReadOnlyList<Said> Errors) : IDeed;
