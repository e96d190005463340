namespace Cwa.Model;

/// <summary>The event was held or cancelled already.</summary>
public sealed record EventDecided(Event Existing) : Refusal
{
    /// <summary>The event as it stands.</summary>
    public Event Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.Status == EventStatus.Held ? "This event was held already." : "This event is cancelled.";
}

/// <summary>A language is not said by its tag, such as `en` or `es-MX` (BCP 47).</summary>
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
    public override string Message => $"This event starts on {StartsOn:yyyy-MM-dd}; until then it has not been held.";
}

/// <summary>An attendance comes without its method, or a method without an attendance.</summary>
public sealed record AttendanceNeedsMethod : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give an attendance together with how it was counted, or neither.";
}

/// <summary>A last day comes without a first one.</summary>
public sealed record EndWithoutStart : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give the new first day as well, or no new days.";
}

/// <summary>The event is no problem-solving day.</summary>
public sealed record NotAProblemSolvingDay(Event Existing) : Refusal
{
    /// <summary>The event as it stands, with its format.</summary>
    public Event Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message => "This event is not reported as a PROBLEM_SOLVING_DAY.";
}

/// <summary>What the problem-solving day achieved is recorded already.</summary>
public sealed record OutcomeAlreadyRecorded(ProblemSolvingOutcome Existing) : Refusal
{
    /// <summary>What is recorded.</summary>
    public ProblemSolvingOutcome Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message => "What this problem-solving day achieved is recorded already.";
}
