namespace Cwa.Model;

/// <summary>
/// That a caller's request was done under a key, and what came of it. Stored in the transaction that does it.
/// </summary>
public sealed class IdempotencyRecord
{
    /// <summary>How long a key is remembered, by the system's clock.</summary>
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
        Caller = Require.Text(caller, 300);
        Mutation = Require.Text(mutation, 100);
        Key = Require.Text(key, 200);
        ContentHash = Require.Text(contentHash, 64);
        ResultIds = [.. resultIds];
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The record's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The signed-in person or application.</summary>
    public string Caller { get; private init; } = "";

    /// <summary>What was asked for, such as submitMonthlyReport.</summary>
    public string Mutation { get; private init; } = "";

    /// <summary>The caller's key; unique for the caller and the mutation.</summary>
    public string Key { get; private init; } = "";

    /// <summary>The SHA-256 of the request's content, in hexadecimal.</summary>
    public string ContentHash { get; private init; } = "";

    /// <summary>The ids of the records that were made or changed, in the order of the answer.</summary>
    public IReadOnlyList<Guid> ResultIds { get; private init; } = [];

    /// <summary>When it was done, UTC, by the system's clock.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>Whether the key is free again.</summary>
    public bool IsForgotten(DateTime now) => RecordedAt < now - Kept;
}
