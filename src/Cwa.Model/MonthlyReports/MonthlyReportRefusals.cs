namespace Cwa.Model;

/// <summary>
/// The report of the month waits for NPR's decision, or was accepted and no reason is given for an amendment.
/// </summary>
public sealed record MonthAlreadyReported(MonthlyReport Existing) : Refusal
{
    /// <summary>The newest revision that was sent, or the accepted one.</summary>
    public MonthlyReport Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.Status == MonthlyReportStatus.Submitted
            ? $"Revision {Existing.Revision} of the report of {Existing.Month} waits for NPR's decision; "
                + "the next can be sent after it."
            : $"NPR has accepted a report of {Existing.Month}. To amend it, give the reason.";
}

/// <summary>A batch has two reports of the same agency and month.</summary>
public sealed record MonthListedTwice : Refusal
{
    /// <inheritdoc/>
    public override string Message => "An earlier report of this batch is of the same agency and month.";
}

/// <summary>A report lists events and says that there are none.</summary>
public sealed record NilReportListsEvents : Refusal
{
    /// <inheritdoc/>
    public override string Message => "A nil report lists no events.";
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

/// <summary>An event at a place lacks its state, or one at no place has one.</summary>
public sealed record PlaceMismatch : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "An event at a PLACE names its state or territory; one that is NATIONAL or VIRTUAL is in no state and no city.";
}

/// <summary>A report lists the same event twice.</summary>
public sealed record EventListedTwice : Refusal
{
    /// <inheritdoc/>
    public override string Message => "The report lists this event twice.";
}

/// <summary>An event that was held would move into the future.</summary>
public sealed record HeldInFuture : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "This event was held already; it cannot start in the future. "
        + "If you mean another event, list the one that was held as well.";
}

/// <summary>What an event achieved as a problem-solving day is recorded, and it would no longer be one.</summary>
public sealed record AchievementRecorded : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "What this event achieved as a PROBLEM_SOLVING_DAY is recorded; it cannot become anything else.";
}

/// <summary>An event was put off, and the report of another month tells it now.</summary>
public sealed record EventMovedOn : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "This event was put off, and the report of another month tells it now. "
        + "Leave it out here, or give its id to bring it back.";
}

/// <summary>The agency has no draft of the month.</summary>
public sealed record DraftNotFound : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        IsSubmitted
            ? "There is no draft of this month's report to submit. "
                + "List the month's `events`, or say with `nil` that there are none."
            : "The agency has no draft of this month's report.";

    /// <summary>
    /// Whether the draft was to be submitted, which is also what a report without `events` and `nil` asks for.
    /// </summary>
    internal bool IsSubmitted { get; init; }
}

/// <summary>NPR has decided about the report already.</summary>
public sealed record ReportNotSubmitted(MonthlyReport Existing) : Refusal
{
    /// <summary>The report as it stands.</summary>
    public MonthlyReport Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The report is not SUBMITTED but {Existing.Status.ToString().ToUpperInvariant()}: "
        + "it has been decided already.";
}
