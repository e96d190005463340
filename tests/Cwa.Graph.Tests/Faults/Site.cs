using Cwa.Tests;

namespace Cwa.Graph.Tests.Faults;

/// <summary>An address and a database, with a server that can be stopped and started again.</summary>
public sealed class Site : SiteClient, IAsyncDisposable
{
    private readonly (string Key, string Value)[] _settings;
    private readonly string _program;
    private readonly bool _ownsDatabase;
    private LiveServer? _server;

    private Site(TestDatabase database, string? program = null)
        : base(FreeAddress())
    {
        Database = database;
        (_program, _ownsDatabase) = (program ?? ServerProgram.Built, program is null);
        _settings =
        [
            ("ASPNETCORE_URLS", Address.ToString()),
            ("Database:Provider", database.Provider),
            ("ConnectionStrings:Cwa", Database.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ];
    }

    public TestDatabase Database { get; }

    public LiveServer Server => _server!;

    /// <summary>A site whose server is not launched yet, and creates the database.</summary>
    /// <param name="provider">The kind of database.</param>
    /// <param name="folder">The folder for SQLite's file; by default a temporary one.</param>
    public static Site WithoutDatabase(string provider, DirectoryInfo? folder = null) =>
        new(TestDatabase.Absent(provider, folder?.FullName));

    /// <summary>A site whose server is ready, over a new database without reports.</summary>
    public static async Task<Site> OpenAsync(string provider = TestDatabase.Sqlite) =>
        await ReadyAsync(new(await TestDatabase.CreateAsync(provider)));

    /// <summary>The same, with SQLite's file in this folder.</summary>
    public static Task<Site> OpenAsync(DirectoryInfo folder) =>
        ReadyAsync(WithoutDatabase(TestDatabase.Sqlite, folder));

    /// <summary>A site whose server is ready, over this database.</summary>
    public static Task<Site> OpenAsync(TestDatabase database) => ReadyAsync(new(database));

    /// <summary>A server that was built elsewhere, over the same database, which is ready.</summary>
    public Task<Site> BesideAsync(string program) => ReadyAsync(new(Database, program));

    private static async Task<Site> ReadyAsync(Site site)
    {
        try
        {
            site.Launch();
            await site.Server.ReadyAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Launches the server, for the first time or again.</summary>
    public void Launch()
    {
        if (_server is null)
            _server = LiveServer.LaunchOf(_program, _settings);
        else
            _server.Launch();
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        if (_ownsDatabase)
            await Database.DisposeAsync();
    }
}
