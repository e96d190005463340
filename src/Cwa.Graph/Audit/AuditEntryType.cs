using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Who did what to a record, and when. An entry never changes.</summary>
[SignedIn]
public sealed class AuditEntryType()
    : ObjectType<AuditEntry>(
        e => e.Id,
        e => e.SubjectKind,
        e => e.SubjectId,
        e => e.AgencyId,
        e => e.Agency,
        e => e.WasDraft,
        e => e.IsDraft
    )
{
    /// <summary>
    /// The record before, as a JSON object of its stored fields. Null if there was none and, for NPR, if it was a
    /// draft. `changes` says the same for people.
    /// </summary>
    public static string? Before(AuditEntry entry, Caller caller) =>
        entry is { WasDraft: true } && !(entry.AgencyId is { } agency && caller.CanSubmitFor(agency))
            ? null
            : entry.Before;

    /// <summary>
    /// What changed, field by field; for a record that is new or removed, every field that has a value.
    /// </summary>
    [ListSize(AuditChange.Most)]
    public static IReadOnlyList<AuditChange> Changes(AuditEntry entry, Caller caller) =>
        AuditChange.Between(Before(entry, caller), entry.After);
}

/// <inheritdoc cref="AuditChange"/>
public sealed class AuditChangeType : ObjectType<AuditChange>;

/// <summary>What the audit trail can be filtered and ordered by.</summary>
public sealed class AuditEntryTerms : ListTerms<AuditEntry>
{
    /// <summary>Newest first by default.</summary>
    public AuditEntryTerms()
        : base(e => e.RecordedAt)
    {
        Code(e => e.Action);
        Code(e => e.Actor);
        Value(e => e.RecordedAt);
        DefaultSort("recordedAt", descending: true);
    }
}
