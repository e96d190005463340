namespace Cwa.Graph;

/// <summary>
/// Who is kept out and who is let in beside the directory; the section `Security`, read anew when it changes.
/// </summary>
internal sealed class SecuritySettings
{
    /// <summary>The agencies, by abbreviation, that a tool acts for, by the id of its registration.</summary>
    public Dictionary<string, string[]> Agencies { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Origins, such as `https://dashboard.example.gov`, whose pages may read, and open a WebSocket.</summary>
    [Origin("https://dashboard.example.gov")]
    public HashSet<string> Origins { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Subjects of tokens that are accepted no longer, though they have not expired: `oid` of a person, `app:` and the
    /// id of a tool.
    /// </summary>
    public HashSet<string> RevokedSubjects { get; } = new(StringComparer.OrdinalIgnoreCase);
}
