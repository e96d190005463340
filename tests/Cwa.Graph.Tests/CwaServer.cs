using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests;

/// <summary>The whole server over a private database: its own start, its own pipeline, no port.</summary>
public sealed class CwaServer : IAsyncDisposable
{
    private readonly WebApplicationFactory<global::Program> _host;

    private CwaServer(TestDatabase database, string environment, (string Key, string Value)[] settings)
    {
        Database = database;
        _host = new WebApplicationFactory<global::Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment(environment);
            web.UseSetting("Database:Provider", database.Provider);
            web.UseSetting("ConnectionStrings:Cwa", database.ConnectionString);
            foreach (var (key, value) in settings)
                web.UseSetting(key, value);
            web.ConfigureTestServices(services => services
                .ConfigureDbContext<SqliteCwaDbContext>(options => options.AddInterceptors(Statements))
                .ConfigureDbContext<PostgreSqlCwaDbContext>(options => options.AddInterceptors(Statements)));
            web.ConfigureLogging(log => log.ClearProviders());
        });
        Client = _host.CreateClient();
    }

    public TestDatabase Database { get; }

    public HttpClient Client { get; }

    public CountedStatements Statements { get; } = new();

    public IServiceProvider Services => _host.Services;

    /// <summary>A server for NPR, as it is in Development; without the sample year unless it is asked for.</summary>
    public static async Task<CwaServer> StartAsync(string provider = TestDatabase.Sqlite, bool sample = false) =>
        new(await TestDatabase.CreateAsync(provider), Environments.Development, [("Sample:Load", sample ? "true" : "false"), .. SignedInCaller.Settings]);

    /// <summary>A server outside Development over the same database, where nobody is signed in.</summary>
    public static CwaServer ForThePublic(TestDatabase database) => new(database, Environments.Production,
    [
        ("Clock:Today", "1998-11-16"),
        ("AzureAd:TenantId", Guid.NewGuid().ToString()),
        ("AzureAd:ClientId", Guid.NewGuid().ToString()),
    ]);

    public async Task<JsonElement> SendAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsync("/graphql", JsonContent.Create(new { query, variables }));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The answer's data; an error in it is a failure.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        await Database.DisposeAsync();
    }
}
