using System.Net.Http.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A server of authors and books: the engine knows no agency, so neither do its tests.</summary>
public class Library : IAsyncLifetime
{
    private readonly SqliteConnection _database = new(
        $"Data Source=library-{Guid.NewGuid():N};Mode=Memory;Cache=Shared"
    );
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    /// <summary>The statements that the server sent to its database.</summary>
    public StatementLog Statements { get; } = new();

    /// <summary>What the server logged.</summary>
    public MemoryLog Log { get; } = new();

    /// <summary>Every author; <see cref="Books"/> includes hidden ones.</summary>
    public IReadOnlyList<Author> Authors { get; } = Shelves.Authors();

    public IReadOnlyList<Book> Books => [.. Authors.SelectMany(a => a.Books)];

    /// <summary>The books that a reader may see.</summary>
    public IReadOnlyList<Book> VisibleBooks => [.. Books.Where(b => !b.IsHidden)];

    /// <summary>Settings that differ from the usual ones.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    /// <summary>Sets up the host, and services that only some tests need.</summary>
    protected virtual void Prepare(WebApplicationBuilder builder) => builder.WebHost.UseTestServer();

    protected virtual HttpClient ClientOf(WebApplication app) => app.GetTestClient();

    public async Task InitializeAsync()
    {
        await _database.OpenAsync();
        var builder = WebApplication.CreateBuilder();
        Prepare(builder);
        builder.Configuration["Connections:NoticeTime"] = "00:00:00";
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddPooledDbContextFactory<LibraryContext>(options =>
            options
                .UseSqlite(
                    _database.ConnectionString,
                    sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                )
                .AddInterceptors(Statements, new CaseSensitiveLike())
                .UseSqlTranslators()
        );
        builder.Services.AddSingleton<OpenDbContext>(s =>
            s.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContext
        );
        builder.Services.AddGraph<LibrarySchema>(builder.Configuration);
        builder
            .Services.AddScoped<Reader>()
            .AddScoped<IRequester>(s => s.GetRequiredService<Reader>())
            .AddScoped<IVisibility>(s => s.GetRequiredService<Reader>());
        builder.Services.AddSingleton<OpenScope>(s => _ => s.CreateAsyncScope());
        builder.Services.AddHttpContextAccessor().AddSingleton<ArrivalTail>();
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapGraph("/graphql");
        await _app.StartAsync();
        Client = ClientOf(_app);

        await using var db = await Services
            .GetRequiredService<IDbContextFactory<LibraryContext>>()
            .CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Authors);
        db.AddRange(Enumerable.Range(1, 5).Select(number => new Arrival { Number = number }));
        await db.SaveChangesAsync();
        Statements.Clear();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Stops the server gracefully.</summary>
    public Task StopAsync() => _app!.StopAsync();

    /// <summary>Sends an operation by POST as JSON.</summary>
    public async Task<Answer> AskAsync(
        string query,
        object? variables = null,
        string? operationName = null,
        bool signedIn = false
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(
                new
                {
                    query,
                    variables,
                    operationName,
                }
            ),
        };
        if (signedIn)
            request.Headers.Add("X-Reader", "yes");
        return await SendAsync(request);
    }

    /// <summary>Sends a body unchanged.</summary>
    public Task<Answer> PostAsync(string body) => PostAsync(System.Text.Encoding.UTF8.GetBytes(body));

    public async Task<Answer> PostAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>The database's plan for a statement that the server sent.</summary>
    public async Task<string> PlanAsync(Statement statement)
    {
        await using var command = _database.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement.Sql;
        foreach (var (name, value) in statement.Parameters)
            command.Parameters.AddWithValue(name, value);
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(3));
        return string.Join('\n', plan);
    }
}
