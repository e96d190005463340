namespace Cwa.Model;

/// <summary>Which database is used; the section `Database` of the configuration.</summary>
public sealed class DatabaseSettings
{
    /// <summary>The kind of database.</summary>
    public DatabaseProvider Provider { get; init; }
}

/// <summary>A kind of database.</summary>
public enum DatabaseProvider
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A server, which many servers of this API can share.</summary>
    PostgreSql,
}
