using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A mutation that a caller asked for under an idempotency key, and its result. Both are stored in one transaction.
/// </summary>
public sealed class IdempotencyRecord
{
    internal const int LongestCaller = 300;
    internal const int LongestMutation = 100;
    internal const int LongestKey = 200;
    internal const int LongestContentHash = 64;

    /// <summary>How long a key is kept, by the system's clock.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private IdempotencyRecord() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long.</exception>
    public IdempotencyRecord(
        string caller,
        string mutation,
        string key,
        string contentHash,
        IEnumerable<Guid> resultIds,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        Caller = Require.Text(caller, LongestCaller);
        Mutation = Require.Text(mutation, LongestMutation);
        Key = Require.Text(key, LongestKey);
        ContentHash = Require.Text(contentHash, LongestContentHash);
        ResultIds = [.. resultIds];
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The record's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The signed-in person or application.</summary>
    [MaxLength(LongestCaller)]
    public string Caller { get; private init; } = "";

    /// <summary>The mutation's name, such as submitMonthlyReport.</summary>
    [MaxLength(LongestMutation)]
    public string Mutation { get; private init; } = "";

    /// <summary>The caller's key; unique for the caller and the mutation.</summary>
    [MaxLength(LongestKey)]
    public string Key { get; private init; } = "";

    /// <summary>The SHA-256 of the request's content, in hexadecimal.</summary>
    [MaxLength(LongestContentHash)]
    public string ContentHash { get; private init; } = "";

    /// <summary>The ids of the records that the answer gives, in its order.</summary>
    public IReadOnlyList<Guid> ResultIds { get; private init; } = [];

    /// <summary>When the mutation was done, in UTC, by the system's clock.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>Whether the key is free again.</summary>
    public bool HasExpired(DateTime now) => RecordedAt < now - Kept;
}
