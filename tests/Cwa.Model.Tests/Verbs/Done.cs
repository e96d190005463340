namespace Cwa.Model.Tests;

/// <summary>What came of a verb.</summary>
/// <param name="Records">What it gave, as the database has it; none where it was refused or only checked.</param>
/// <param name="Refusals">What was wrong.</param>
/// <param name="Warnings">What was odd.</param>
/// <param name="Announced">What the feed says of it, in the feed's order.</param>
/// <param name="Audited">What the audit trail says of it.</param>
/// <param name="Changes">What it changes about the events of reports.</param>
internal sealed record Done<T>(
    IReadOnlyList<T> Records,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<UserWarning> Warnings,
    IReadOnlyList<(FeedKind Kind, Guid? AgencyId, Guid SubjectId)> Announced,
    IReadOnlyList<AuditEntry> Audited,
    IReadOnlyList<ReportChange> Changes
)
{
    /// <summary>The one record that it gave: nothing was refused.</summary>
    public T Record
    {
        get
        {
            Assert.Empty(Refused);
            return Assert.Single(Records);
        }
    }

    /// <summary>Each refusal as "path Type: message".</summary>
    public IReadOnlyList<string> Refused =>
        [.. Refusals.Select(r => $"{string.Join('.', r.Path)} {r.GetType().Name}: {r.Message}")];

    /// <summary>Each warning as "path: message".</summary>
    public IReadOnlyList<string> Warned => [.. Warnings.Select(w => $"{string.Join('.', w.Path)}: {w.Message}")];
}

/// <summary>Ids as callers write them.</summary>
internal static class Ids
{
    /// <summary>The id of a record.</summary>
    public static Id<T> AsId<T>(this T record)
        where T : class
    {
        var key = (Guid)typeof(T).GetProperty("Id")!.GetValue(record)!;
        return new($"{typeof(T).Name} {key}", key);
    }

    /// <summary>An id that no record has.</summary>
    public static Id<T> Unknown<T>()
    {
        var key = Guid.NewGuid();
        return new($"{typeof(T).Name} {key}", key);
    }

    /// <summary>A text that is no id of such a record.</summary>
    public static Id<T> Nonsense<T>() => new("nonsense", null);
}
