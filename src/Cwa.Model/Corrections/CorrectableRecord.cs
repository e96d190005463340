using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A record that its agency can correct or withdraw. What it said before stays as an earlier version of it.
/// </summary>
/// <remarks>
/// A correction keeps the record's id, so that what refers to the record follows. Earlier versions and withdrawn
/// records no longer count. The instants of both are the domain clock's, like the days by which a scorecard judges.
/// </remarks>
public abstract class CorrectableRecord
{
    /// <summary>The most earlier versions that a reader gets.</summary>
    public const int MostEarlier = 20;

    internal const int LongestReason = 1000;

    /// <summary>When the agency last corrected the record, in UTC; null if it never did.</summary>
    public DateTime? CorrectedAt { get; internal set; }

    /// <summary>
    /// When this ceased to count, in UTC, because the agency corrected or withdrew it; null while it counts.
    /// </summary>
    public DateTime? RetractedAt { get; private set; }

    /// <summary>Why the agency corrected or withdrew it; null while it counts.</summary>
    [MaxLength(LongestReason)]
    public string? RetractionReason { get; private set; }

    /// <summary>
    /// The id of the record that was corrected, of which this is an earlier version; null for any other.
    /// </summary>
    public Guid? CurrentId { get; private set; }

    /// <summary>When the record was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private protected set; }

    /// <summary>Withdraws the record.</summary>
    /// <exception cref="InvalidOperationException">It does not count any more.</exception>
    internal void Withdraw(string reason, DateTime at)
    {
        if (RetractedAt is not null)
            throw new InvalidOperationException($"The record ceased to count at {RetractedAt:O}.");

        RetractedAt = Require.Utc(at);
        RetractionReason = Require.Text(reason, LongestReason);
    }

    /// <summary>Makes this copy of a record an earlier version of it.</summary>
    internal void BecomeEarlier(Guid currentId, string reason, DateTime at)
    {
        Withdraw(reason, at);
        CurrentId = currentId;
    }
}
