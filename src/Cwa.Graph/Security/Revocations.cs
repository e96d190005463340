namespace Cwa.Graph;

/// <summary>Who is revoked in the database, as this server last read it.</summary>
internal sealed class Revocations
{
    private volatile HashSet<string> _subjects = [];

    /// <summary>Whether tokens and sign-ins of the subject are no longer accepted.</summary>
    public bool Have(string subject) => _subjects.Contains(subject);

    /// <summary>Takes over what was read.</summary>
    public void Take(IEnumerable<string> subjects) => _subjects = new(subjects, StringComparer.OrdinalIgnoreCase);
}
