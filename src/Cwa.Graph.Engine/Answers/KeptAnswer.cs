using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>What is kept of an answer: its data in JSON, and its extension `cost`.</summary>
internal sealed class KeptAnswer(ReadOnlyMemory<byte> data, IReadOnlyDictionary<string, object?> cost, RequestKey key)
{
    private string? _tag;

    public ReadOnlyMemory<byte> Data => data;

    public IReadOnlyDictionary<string, object?> Cost => cost;

    /// <summary>
    /// Identifies the data to a client that has them already. Callers with other rights have other tags, so that a
    /// browser never shows one person what it keeps of another.
    /// </summary>
    public string Tag => _tag ??= Hash();

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(key.ToBytes());
        hash.AppendData(data.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}

/// <summary>An answer that is kept, from memory or computed just now.</summary>
internal sealed class KeptResult : ExecutionResult
{
    public KeptResult(KeptAnswer answer, bool isHit)
    {
        (Answer, IsHit, Executed, Data) = (answer, isHit, true, answer);
        Extensions = new Dictionary<string, object?> { ["cost"] = answer.Cost };
        ComesFrom(isHit ? "hit" : "miss");
    }

    /// <summary>An answer that may not be current.</summary>
    public KeptResult(KeptAnswer answer, TimeSpan age)
        : this(answer, isHit: true)
    {
        StaleSeconds = (int)Math.Ceiling(age.TotalSeconds);
        Extensions!["age"] = StaleSeconds;
        ComesFrom("stale");
    }

    public KeptAnswer Answer { get; }

    /// <summary>Where it comes from, for metrics: "hit", "miss" or "stale". The extension says the same.</summary>
    public string Source { get; private set; }

    /// <summary>Whether it was not computed for this request.</summary>
    public bool IsHit { get; }

    /// <summary>
    /// How many seconds ago it was last known to be current, if it is given because the database is away.
    /// </summary>
    public int? StaleSeconds { get; }

    [MemberNotNull(nameof(Source))]
    private void ComesFrom(string source)
    {
        Source = source;
        Extensions!["cache"] = source.ToUpperInvariant();
    }
}
