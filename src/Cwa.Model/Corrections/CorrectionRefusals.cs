namespace Cwa.Model;

/// <summary>The record was withdrawn, or is an earlier version of a record that was corrected.</summary>
public sealed record RecordNotCurrent(DateTime RetractedAt, string RetractionReason, bool IsWithdrawn) : Refusal
{
    /// <summary>When the agency withdrew or corrected it, in UTC.</summary>
    public DateTime RetractedAt { get; } = RetractedAt;

    /// <summary>Why it did so.</summary>
    public string RetractionReason { get; } = RetractionReason;

    /// <summary>
    /// Whether the record was withdrawn. If not, use the id of the record whose earlier version it is.
    /// </summary>
    public bool IsWithdrawn { get; } = IsWithdrawn;

    /// <inheritdoc/>
    public override string Message =>
        IsWithdrawn
            ? $"This record was withdrawn on {Washington.DateOf(RetractedAt):yyyy-MM-dd}: {RetractionReason}"
            : $"This is what a record said until it was corrected on {Washington.DateOf(RetractedAt):yyyy-MM-dd}. "
                + "Use the record's own id.";
}

/// <summary>A correction says what the record says already.</summary>
public sealed record NothingCorrected : Refusal
{
    /// <inheritdoc/>
    public override string Message => "The record says all of this already, so there is nothing to correct.";
}

/// <summary>Other records rest on one that is to be withdrawn.</summary>
public sealed record RecordInUse(int Count, string Of) : Refusal
{
    /// <summary>How many others there are.</summary>
    public int Count { get; } = Count;

    /// <summary>What they are, such as findings.</summary>
    public string Of { get; } = Of;

    /// <inheritdoc/>
    public override string Message =>
        $"Other records rest on this one ({Of}: {Count}). Withdraw them first, or correct this record instead.";
}
