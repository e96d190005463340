using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Graph.Tests.Engine;
using Cwa.Graph.Tests.Security;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests;

/// <summary>The whole server over a private database, with its own start and pipeline, but without a port.</summary>
public sealed class CwaServer : IAsyncDisposable, Faults.IFollowed
{
    private readonly WebApplicationFactory<global::Program> _host;
    private readonly bool _ownsDatabase;
    private readonly Lazy<CwaServer> _public;

    private CwaServer(
        TestDatabase database,
        bool ownsDatabase,
        string environment,
        (string Key, string Value)[] settings,
        LocalIssuer? issuer = null,
        Action<IServiceCollection>? prepare = null
    )
    {
        _ownsDatabase = ownsDatabase;
        _public = new(() => ForThePublic(database));
        Database = database;
        var schema = SharedSchema.For(() => Today);
        _host = new WebApplicationFactory<global::Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment(environment);
            web.UseSetting("Database:Provider", database.Provider);
            web.UseSetting("ConnectionStrings:Cwa", database.ConnectionString);
            // Most tests are about what an answer is computed from.
            web.UseSetting("Limits:CachedAnswerBytes", "0");
            // Tests ask faster than people do, and no proxy sends them elsewhere.
            web.UseSetting("Connections:NoticeTime", "00:00:00");
            web.UseSetting("Limits:CostEachMinute", "0");
            web.UseSetting("Limits:SignedInCostEachMinute", "0");
            foreach (var (key, value) in settings)
                web.UseSetting(key, value);
            web.ConfigureTestServices(services =>
                services
                    .AddSingleton<TimeProvider>(Clock)
                    .ConfigureDbContext<SqliteCwaDbContext>(options => options.AddInterceptors(Statements))
                    .ConfigureDbContext<PostgreSqlCwaDbContext>(options => options.AddInterceptors(Statements))
                    .AddSingleton(s => Today = new(Clock, s.GetRequiredService<ClockSettings>().Today))
                    .AddSingleton(s => new DomainClock(s.GetRequiredService<SetClock>()))
            );
            web.ConfigureTestServices(schema);
            if (issuer is not null)
                web.ConfigureTestServices(Trust);
            web.ConfigureLogging(log => log.ClearProviders().AddProvider(Log));
            if (prepare is not null)
                web.ConfigureTestServices(prepare);
        });
        Client = _host.CreateClient();
    }

    public TestDatabase Database { get; }

    public HttpClient Client { get; }

    HttpClient Faults.IFollowed.Http => Client;

    /// <summary>The clock that stamps what the server stores.</summary>
    public MovedClock Clock { get; } = new();

    public CountedStatements Statements { get; } = new();

    /// <summary>What the server logged, at the levels of its settings.</summary>
    public MemoryLog Log { get; } = new(LogLevel.Information, "{0}: {1} {2}");

    /// <summary>The date in the domain, which a test may set.</summary>
    public SetClock Today { get; private set; } = null!;

    /// <summary>Another server over the same database, outside Development, where nobody is signed in.</summary>
    public CwaServer Public => _public.Value;

    public IServiceProvider Services => _host.Services;

    /// <summary>
    /// A server in Development, where tests without a token read as NPR; without the sample year unless requested.
    /// </summary>
    public static async Task<CwaServer> StartAsync(
        string provider = TestDatabase.Sqlite,
        bool sample = false,
        params (string Key, string Value)[] settings
    ) =>
        new(
            await TestDatabase.CreateAsync(provider, sample),
            ownsDatabase: true,
            Environments.Development,
            [("Sample:Load", sample ? "true" : "false"), .. SignedInCaller.Settings, .. settings]
        );

    /// <summary>
    /// A server with some services of the test's own; without the sample year unless requested in the settings.
    /// </summary>
    public static async Task<CwaServer> WithServicesAsync(
        string provider,
        Action<IServiceCollection> prepare,
        params (string Key, string Value)[] settings
    ) =>
        new(
            await TestDatabase.CreateAsync(provider, settings.Contains(("Sample:Load", "true"))),
            ownsDatabase: true,
            Environments.Development,
            [("Sample:Load", "false"), .. SignedInCaller.Settings, .. settings],
            prepare: prepare
        );

    /// <summary>A server over the same database on another day.</summary>
    public static CwaServer OnDay(TestDatabase database, string day, params (string Key, string Value)[] settings) =>
        new(
            database,
            ownsDatabase: false,
            Environments.Development,
            [("Sample:Load", "false"), ("Clock:Today", day), .. SignedInCaller.Settings, .. settings]
        );

    /// <summary>A server outside Development over the same database, where nobody is signed in.</summary>
    public static CwaServer ForThePublic(TestDatabase database) =>
        new(
            database,
            ownsDatabase: false,
            Environments.Production,
            [
                ("Clock:Today", "1998-11-16"),
                ("AzureAd:TenantId", Guid.NewGuid().ToString()),
                ("AzureAd:ClientId", Guid.NewGuid().ToString()),
            ]
        );

    /// <summary>A server outside Development where the people of a directory sign in.</summary>
    public static async Task<CwaServer> ForPeopleOfAsync(
        LocalIssuer issuer,
        params (string Key, string Value)[] settings
    ) =>
        new(
            await TestDatabase.CreateAsync(TestDatabase.Sqlite, settings.Contains(("Sample:Load", "true"))),
            ownsDatabase: true,
            Environments.Production,
            [
                ("Clock:Today", "1998-11-16"),
                ("AzureAd:Instance", issuer.Instance),
                ("AzureAd:TenantId", issuer.TenantId),
                ("AzureAd:ClientId", issuer.ClientId),
                .. settings,
            ],
            issuer
        );

    /// <summary>A server in Development with these settings, without the sample year.</summary>
    public static async Task<CwaServer> InDevelopmentAsync(params (string Key, string Value)[] settings) =>
        new(
            await TestDatabase.CreateAsync(TestDatabase.Sqlite),
            ownsDatabase: true,
            Environments.Development,
            [("Sample:Load", "false"), .. settings]
        );

    /// <summary>A client that keeps no cookies and follows no redirects.</summary>
    public HttpClient PlainClient(string address) =>
        _host.CreateClient(
            new()
            {
                BaseAddress = new(address),
                AllowAutoRedirect = false,
                HandleCookies = false,
            }
        );

    /// <summary>Sends a request that the test composes freely.</summary>
    public Task<HttpContext> SendAsync(Action<HttpContext> request) => _host.Server.SendAsync(request);

    /// <summary>An open socket of graphql-transport-ws, before `connection_init`.</summary>
    public async Task<Socket> OpenSocketAsync(
        string? authorization = null,
        string? origin = null,
        string? cookie = null
    )
    {
        var client = _host.Server.CreateWebSocketClient();
        client.SubProtocols.Add("graphql-transport-ws");
        client.ConfigureRequest = request =>
            (request.Headers.Authorization, request.Headers.Origin, request.Headers.Cookie) = (
                authorization,
                origin,
                cookie
            );
        return new(await client.ConnectAsync(new(_host.Server.BaseAddress, "graphql"), CancellationToken.None));
    }

    Task<Socket> Faults.IFollowed.OpenSocketAsync() => OpenSocketAsync();

    public async Task<JsonElement> SendAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsync("/graphql", JsonContent.Create(new { query, variables }));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of the answer; fails if it has errors.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        if (_public.IsValueCreated)
            await Public.DisposeAsync();
        Client.Dispose();
        await _host.DisposeAsync();
        if (_ownsDatabase)
            await Database.DisposeAsync();
    }

    // Only the certificate is the test's own: addresses, keys and checks are as in production.
    private static void Trust(IServiceCollection services)
    {
        services.Configure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            options => options.BackchannelHttpHandler = LocalIssuer.Backchannel()
        );
        services.Configure<OpenIdConnectOptions>(
            DirectorySignIn.Scheme,
            options => options.BackchannelHttpHandler = LocalIssuer.Backchannel()
        );
        services.AddHttpClient(nameof(SignInDirectory)).ConfigurePrimaryHttpMessageHandler(LocalIssuer.Backchannel);
    }
}
