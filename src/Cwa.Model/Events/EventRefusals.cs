namespace Cwa.Model;

/// <summary>The event was already held or cancelled.</summary>
public sealed record EventDecided(Event Existing) : Refusal
{
    /// <summary>The event as it stands.</summary>
    public Event Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.Status == EventStatus.Held ? "This event was already held." : "This event is cancelled.";
}

/// <summary>A language is not given by its BCP 47 tag, such as `en` or `es-MX`.</summary>
public sealed record NotALanguageTag(string Message) : Refusal
{
    /// <inheritdoc/>
    public override string Message { get; } = Message;
}

/// <summary>The event has not begun.</summary>
public sealed record EventNotHeldYet(DateOnly StartsOn) : Refusal
{
    /// <summary>The event's first day.</summary>
    public DateOnly StartsOn { get; } = StartsOn;

    /// <inheritdoc/>
    public override string Message => $"This event starts on {StartsOn:yyyy-MM-dd}. Send this on that day or later.";
}

/// <summary>Only one of attendance and count method is given.</summary>
public sealed record AttendanceNeedsMethod : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give `attendance` and `countMethod` together, or neither.";
}

/// <summary>A new last day is given without a first.</summary>
public sealed record EndWithoutStart : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give the new first day too, or neither day.";
}

/// <summary>What the event solved was already recorded.</summary>
public sealed record OutcomeAlreadyRecorded(ProblemSolvingOutcome Existing) : Refusal
{
    /// <summary>What is recorded.</summary>
    public ProblemSolvingOutcome Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message => "What this event solved was already recorded.";
}

/// <summary>The fact was said before, otherwise. Completing an event changes nothing that was said.</summary>
public sealed record FactAlreadySaid(Event Existing) : Refusal
{
    /// <summary>The event as it stands.</summary>
    public Event Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        "The agency has said this otherwise about the event. To change it, amend the report.";
}

/// <summary>No fact is given with which to complete the event.</summary>
public sealed record NothingToComplete : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give at least one fact about the event that its report left out.";
}
