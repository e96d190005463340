using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Who did what to which record, and when. It is stored together with what was done, and never changes.
/// </summary>
public sealed class AuditEntry
{
    internal const int LongestAction = 100;
    internal const int LongestActor = 200;
    internal const int LongestSubjectKind = 100;

    private AuditEntry() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long.</exception>
    public AuditEntry(
        string action,
        string actor,
        string subjectKind,
        Guid subjectId,
        Guid? agencyId = null,
        string? before = null,
        string? after = null,
        Guid? id = null,
        DateTime? recordedAt = null,
        bool wasDraft = false,
        bool isDraft = false
    )
    {
        Id = id ?? Guid.CreateVersion7();
        Action = Require.Text(action, LongestAction);
        Actor = Require.Text(actor, LongestActor);
        SubjectKind = Require.Text(subjectKind, LongestSubjectKind);
        SubjectId = subjectId;
        AgencyId = agencyId;
        (Before, After) = (before, after);
        (WasDraft, IsDraft) = (wasDraft, isDraft);
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The entry's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>What was done: the name of a mutation, such as submitMonthlyReport, or of an import.</summary>
    [MaxLength(LongestAction)]
    public string Action { get; private init; } = "";

    /// <summary>Who did it: the signed-in person or application.</summary>
    [MaxLength(LongestActor)]
    public string Actor { get; private init; } = "";

    /// <summary>The type of the record it was done to, such as MonthlyReport.</summary>
    [MaxLength(LongestSubjectKind)]
    public string SubjectKind { get; private init; } = "";

    /// <summary>The id of the record it was done to.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>The id of the agency that the record belongs to; null if it belongs to none.</summary>
    public Guid? AgencyId { get; private init; }

    /// <summary>The agency that the record belongs to; null if it belongs to none.</summary>
    public Agency? Agency { get; private init; }

    /// <summary>The record before, as JSON; null if there was none.</summary>
    public string? Before { get; private init; }

    /// <summary>The record after, as JSON; null if there is none.</summary>
    public string? After { get; private init; }

    /// <summary>Whether the record was a draft before. If so, only its agency may read what it said.</summary>
    public bool WasDraft { get; private init; }

    /// <summary>
    /// Whether the record is still a draft, or was deleted as one. If so, only its agency may read this entry.
    /// </summary>
    public bool IsDraft { get; private init; }

    /// <summary>When it was done, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
