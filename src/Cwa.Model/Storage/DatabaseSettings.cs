namespace Cwa.Model;

/// <summary>Which database is used; the section `Database` of the configuration.</summary>
public sealed class DatabaseSettings
{
    /// <summary>The kind of database.</summary>
    public DatabaseProvider Provider { get; init; }

    /// <summary>
    /// Whether a server or a command that starts applies the migrations that the database lacks; null for only in
    /// Development. Otherwise it does not start, and `migrate` applies them.
    /// </summary>
    public bool? Migrate { get; init; }

    /// <summary>How long a server that starts waits for PostgreSQL.</summary>
    [TimeRange("00:00:00", "1.00:00:00")]
    public TimeSpan StartTime { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>A kind of database.</summary>
public enum DatabaseProvider
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A server, which many servers of this API can share.</summary>
    PostgreSql,
}
