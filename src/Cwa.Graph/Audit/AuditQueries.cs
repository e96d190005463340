using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Who did what.</summary>
public sealed class AuditQueries
{
    /// <summary>
    /// The audit trail of one record, newest first: who did what to it, when, and what it said before and after. An
    /// agency reads that of its own records, not of its components'; NPR reads all, but nothing of what drafts said.
    /// Empty for a record that does not exist, and for one whose trail you may not read.
    /// </summary>
    /// <param name="subjectId">The record's id, of whatever type.</param>
    public static Task<Connection<AuditEntry>> AuditAsync(Page<AuditEntry> page, [Id] string subjectId)
    {
        var (kind, id) = NodeId.Decode(subjectId);
        return page.Where("subject", id, (e, key) => e.SubjectId == key)
            .Where("kind", kind, (e, name) => e.SubjectKind == name)
            .AllAsync();
    }
}
