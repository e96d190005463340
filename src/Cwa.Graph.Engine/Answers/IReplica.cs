namespace Cwa.Graph.Engine;

/// <summary>
/// A copy of the database that follows it. It may be behind, and for a moment it may show what the database does not
/// show yet.
/// </summary>
public interface IReplica
{
    /// <summary>Whether it shows everything that there was at a place.</summary>
    /// <param name="place">As <see cref="ReadPlace"/> gives it.</param>
    /// <returns>The name of its present run, in which it never shows less again; null if it is behind.</returns>
    Task<string?> ReachesAsync(string place, CancellationToken cancellationToken);

    /// <summary>Whether nothing that it has shown in this run was missing at a place.</summary>
    Task<bool> ShowsOnlyAsync(string place, string run, CancellationToken cancellationToken);
}
