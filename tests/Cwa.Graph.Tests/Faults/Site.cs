using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Cwa.Tests;
using Socket = Cwa.Graph.Tests.Engine.Socket;

namespace Cwa.Graph.Tests.Faults;

/// <summary>An address and a database, with a server that can be stopped and started again.</summary>
public sealed class Site : IAsyncDisposable, IFollowed
{
    private readonly (string Key, string Value)[] _settings;
    private readonly string _program;
    private readonly bool _ownsDatabase;
    private LiveServer? _server;

    private Site(TestDatabase database, string? program = null)
    {
        Database = database;
        (_program, _ownsDatabase) = (program ?? ServerProgram.Built, program is null);
        Address = new($"http://127.0.0.1:{FreePort()}");
        Http = new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(20) };
        _settings =
        [
            ("ASPNETCORE_URLS", Address.ToString()),
            ("Database:Provider", database.Provider),
            ("ConnectionStrings:Cwa", Database.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ];
    }

    /// <summary>The token of a reviewer at NPR, who sees everything.</summary>
    public static string Npr { get; } = SignedInCaller.TokenOf("npr", [Roles.Review], []);

    public TestDatabase Database { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

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

    public Task<Socket> OpenSocketAsync() => Socket.OpenAsync(Address);

    /// <summary>Launches the server, for the first time or again.</summary>
    public void Launch()
    {
        if (_server is null)
            _server = LiveServer.LaunchOf(_program, _settings);
        else
            _server.Launch();
    }

    /// <summary>All agencies, always in the same order.</summary>
    public async Task<IReadOnlyList<ReportingAgency>> AgenciesAsync()
    {
        var data = await AskAsync(Npr, "{ agencies(first: 250) { nodes { id abbreviation activeTo } } }");
        return
        [
            .. data.GetProperty("agencies")
                .GetProperty("nodes")
                .EnumerateArray()
                .Where(a => a.GetProperty("activeTo").ValueKind == JsonValueKind.Null)
                .Select(a => new ReportingAgency(a.Text("id")!, a.Text("abbreviation")!)),
        ];
    }

    public async Task<JsonElement> SendAsync(string token, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of the answer; fails if it has errors.</summary>
    public async Task<JsonElement> AskAsync(string token, string query, object? variables = null)
    {
        var answer = await SendAsync(token, query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        if (_ownsDatabase)
            await Database.DisposeAsync();
    }

    // Below the ports that the system hands out: among those, a client that tries the port of a stopped server may end
    // up connected to itself.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // The port is taken.
            }
        }
    }
}

/// <summary>An agency as clients know it.</summary>
public sealed record ReportingAgency(string Id, string Abbreviation);
