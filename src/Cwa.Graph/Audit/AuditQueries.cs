using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Who did what.</summary>
public sealed class AuditQueries
{
    /// <summary>
    /// The audit trail of one record, newest first: who did what to it and when, and its values before and after. An
    /// agency reads the trails of its own records, not of its components'. NPR reads all, but not the contents of
    /// drafts. Empty for a record that does not exist or whose trail you may not read.
    /// </summary>
    /// <param name="subjectId">The id of a record of any type.</param>
    public static Task<Connection<AuditEntry>> AuditAsync(Page<AuditEntry> page, [Id] string subjectId)
    {
        var (kind, id) = NodeId.Decode(subjectId);
        return page.Where("subject", id, (e, key) => e.SubjectId == key)
            .Where("kind", kind, (e, name) => e.SubjectKind == name)
            .AllAsync();
    }
}
