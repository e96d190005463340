using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// The month's report waits for NPR's decision, or it has been accepted and no reason is given for an amendment.
/// </summary>
public sealed record MonthAlreadyReported(MonthlyReport Existing) : Refusal
{
    /// <summary>The newest revision that was sent, or the accepted one.</summary>
    public MonthlyReport Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.Status == MonthlyReportStatus.Submitted
            ? $"Revision {Existing.Revision} of the report for {Existing.Month} waits for NPR's decision. "
                + "Send the next revision once NPR has decided."
            : $"NPR has accepted a report for {Existing.Month}. To amend it, give the reason.";
}

/// <summary>A batch has two reports for the same agency and month.</summary>
public sealed record MonthListedTwice : Refusal
{
    /// <inheritdoc/>
    public override string Message => "An earlier report in this batch is for the same agency and month.";
}

/// <summary>A report lists events and says that there are none.</summary>
public sealed record NilReportListsEvents : Refusal
{
    /// <inheritdoc/>
    public override string Message => "A nil report lists no events. Leave out `nil` or the events.";
}

/// <summary>A report lists no events and does not say that there are none.</summary>
public sealed record NoEventsListed : Refusal
{
    /// <inheritdoc/>
    public override string Message => "List the month's events, or say with `nil` that there are none.";
}

/// <summary>A report lists too many events.</summary>
public sealed record TooManyEvents(int Count) : Refusal
{
    /// <summary>How many events are listed.</summary>
    public int Count { get; } = Count;

    /// <inheritdoc/>
    public override string Message => $"The report lists {Count} events; at most {MonthlyReport.MaxEvents} fit.";
}

/// <summary>An event does not start in the month that it is reported for.</summary>
public sealed record EventOutsideMonth(ReportMonth Month) : Refusal
{
    /// <summary>The report's month.</summary>
    public ReportMonth Month { get; } = Month;

    /// <inheritdoc/>
    public override string Message => $"This day is not in {Month}. Report the event for the month in which it starts.";
}

/// <summary>An event at a place has no state, or one that is not at a place has a state or a city.</summary>
public sealed record PlaceMismatch : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "An event at a PLACE names its state or territory; one that is NATIONAL or VIRTUAL has neither state nor city.";
}

/// <summary>A report lists the same event twice.</summary>
public sealed record EventListedTwice : Refusal
{
    /// <inheritdoc/>
    public override string Message => "The report lists this event twice.";
}

/// <summary>The report leaves out events that were held, or says that there are none.</summary>
public sealed record HeldEventsLeftOut : Refusal
{
    internal const int MostListed = 20;

    internal HeldEventsLeftOut(IReadOnlyList<Event> events) =>
        (Count, Events) = (events.Count, [.. events.Take(MostListed)]);

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The events, at most 20, the earliest first.</summary>
    [MaxLength(MostListed)]
    public IReadOnlyList<Event> Events { get; }

    /// <inheritdoc/>
    public override string Message =>
        (
            Count == 1
                ? $"The report leaves out an event that was held: {ReportWarnings.Named(Events[0])}. List it. "
                : $"The report leaves out {Count} events that were held, such as "
                    + $"{ReportWarnings.Named(Events[0])}. List them. "
        ) + "If an event was marked as held by mistake, say so with `withdrawEvent`.";
}

/// <summary>An event that was held would move into the future.</summary>
public sealed record HeldInFuture : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "This event has already been held, so it cannot start in the future. "
        + "If you mean another event, list the one that was held as well.";
}

/// <summary>An event was postponed, and another month's report lists it now.</summary>
public sealed record EventMovedOn : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "This event was postponed, and another month's report lists it now. "
        + "Leave it out here, or give its id to bring it back.";
}

/// <summary>The agency has no draft of the month's report.</summary>
public sealed record DraftNotFound : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        IsSubmitted
            ? "There is no draft of this month's report to submit. "
                + "List the month's `events`, or say with `nil` that there are none."
            : "The agency has no draft of this month's report.";

    /// <summary>Whether the draft was to be submitted, as a submission without `events` and `nil` asks.</summary>
    internal bool IsSubmitted { get; init; }
}

/// <summary>The report does not wait for NPR: NPR has decided on it, or its agency has recalled it.</summary>
public sealed record ReportNotSubmitted(MonthlyReport Existing) : Refusal
{
    /// <summary>The report as it stands.</summary>
    public MonthlyReport Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.Status switch
        {
            MonthlyReportStatus.Draft => "This report has not been sent: it is a DRAFT, not SUBMITTED.",
            MonthlyReportStatus.Recalled => "The agency has recalled this report: it is RECALLED, not SUBMITTED.",
            var decided => $"NPR has already decided on this report: it is {decided.ToString().ToUpperInvariant()}, "
                + "not SUBMITTED.",
        };
}
