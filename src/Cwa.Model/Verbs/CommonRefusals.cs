namespace Cwa.Model;

/// <summary>There is no such agency, or none that the caller acts for.</summary>
public sealed record AgencyNotFound : Refusal
{
    /// <inheritdoc/>
    public override string Message => "There is no agency with this id for which you may do this.";
}

/// <summary>There is no such record, or none that the caller may change.</summary>
public sealed record RecordNotFound : Refusal
{
    /// <inheritdoc/>
    public override string Message => "There is no record with this id for which you may do this.";
}

/// <summary>There are more errors than the answer lists.</summary>
public sealed record MoreErrors(int Count) : Refusal
{
    /// <summary>How many errors are not listed.</summary>
    public int Count { get; } = Count;

    /// <inheritdoc/>
    public override string Message => $"{Count} more errors are not listed.";
}

/// <summary>A text is empty, or nothing but white space.</summary>
public sealed record TextMissing : Refusal
{
    /// <inheritdoc/>
    public override string Message => "This text is empty. Write something, or leave the field out if it is optional.";
}

/// <summary>A text is longer than its field can hold. Nothing is cut off.</summary>
public sealed record TextTooLong(int Length, int MaxLength) : Refusal
{
    /// <summary>How long the text is, in UTF-16 code units.</summary>
    public int Length { get; } = Length;

    /// <summary>The longest that fits, in UTF-16 code units.</summary>
    public int MaxLength { get; } = MaxLength;

    /// <inheritdoc/>
    public override string Message => $"This text has {Length} characters; at most {MaxLength} fit.";
}

/// <summary>
/// A text holds a character that cannot be shown: a control character other than tab and line break, half of a
/// surrogate pair, or a code point that is not a character.
/// </summary>
public sealed record TextNotStorable(string Character, int Position, string Message) : Refusal
{
    /// <summary>The code of the first such character, such as U+0007.</summary>
    public string Character { get; } = Character;

    /// <summary>
    /// Its position, from 1, in UTF-16 code units. White space at the start of the text is not counted.
    /// </summary>
    public int Position { get; } = Position;

    /// <inheritdoc/>
    public override string Message { get; } = Message;
}

/// <summary>A list has too many items.</summary>
public sealed record TooMany(int Count, int Most) : Refusal
{
    /// <summary>How many items the list has.</summary>
    public int Count { get; } = Count;

    /// <summary>How many it can have.</summary>
    public int Most { get; } = Most;

    /// <inheritdoc/>
    public override string Message => $"This list has {Count} items; at most {Most} fit.";
}

/// <summary>A count is negative.</summary>
public sealed record NegativeNumber : Refusal
{
    /// <inheritdoc/>
    public override string Message => "This number cannot be negative.";
}

/// <summary>A number is above the highest that is accepted.</summary>
public sealed record NumberTooLarge(long Most) : Refusal
{
    /// <summary>The largest number that is accepted.</summary>
    public long Most { get; } = Most;

    /// <inheritdoc/>
    public override string Message => $"This number is too large. Give at most {Most}.";
}

/// <summary>A number and the reason why it is missing are both left out, or both given.</summary>
public sealed record NumberOrReason(bool IsMissing) : Refusal
{
    /// <summary>
    /// Whether a number is missing without a reason. False if a reason is given for no missing number.
    /// </summary>
    public bool IsMissing { get; } = IsMissing;

    /// <inheritdoc/>
    public override string Message =>
        IsMissing
            ? "A number is left out. Give it, or say here why it is missing: it is never taken for zero."
            : "No number is missing. Leave out this reason, or the number that is not known.";
}

/// <summary>A day is in the future.</summary>
public sealed record DateInFuture(DateOnly Today) : Refusal
{
    /// <summary>Today's date in Washington.</summary>
    public DateOnly Today { get; } = Today;

    /// <inheritdoc/>
    public override string Message =>
        $"This day is still to come: today is {Today:yyyy-MM-dd}. Send it again once it has happened.";
}

/// <summary>A year is earlier or later than those that are accepted.</summary>
public sealed record YearOutOfRange(int First, int Last) : Refusal
{
    /// <summary>The earliest year that is accepted.</summary>
    public int First { get; } = First;

    /// <summary>The latest year that is accepted.</summary>
    public int Last { get; } = Last;

    /// <inheritdoc/>
    public override string Message => $"Give a year from {First} to {Last}.";
}

/// <summary>The last day is before the first.</summary>
public sealed record EndBeforeStart(DateOnly StartsOn) : Refusal
{
    /// <summary>The first day.</summary>
    public DateOnly StartsOn { get; } = StartsOn;

    /// <inheritdoc/>
    public override string Message => $"This end is before the start on {StartsOn:yyyy-MM-dd}.";
}

/// <summary>The idempotency key was used before with other input.</summary>
public sealed record IdempotencyKeyReused : Refusal
{
    /// <inheritdoc/>
    public override string Message => "This key was used before with other input. Use a new key for a new request.";
}
