namespace Cwa.Graph;

/// <summary>
/// Who is let in or kept out beyond the directory's rules; the section `Security`, read again when it changes.
/// </summary>
internal sealed class SecuritySettings
{
    /// <summary>The agencies, by abbreviation, that a tool acts for, by the id of its registration.</summary>
    public Dictionary<string, string[]> Agencies { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Origins, such as `https://dashboard.example.gov`, whose pages may read answers and open a WebSocket.
    /// </summary>
    [Origin("https://dashboard.example.gov")]
    public HashSet<string> Origins { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Subjects whose tokens and sign-ins are no longer accepted, expired or not: the `oid` of a person, or `app:` and
    /// the id of a tool.
    /// </summary>
    public HashSet<string> RevokedSubjects { get; } = new(StringComparer.OrdinalIgnoreCase);
}
