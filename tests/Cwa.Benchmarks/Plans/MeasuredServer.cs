using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Graph;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cwa.Benchmarks;

/// <summary>A server in this process, without the answers that it would keep, whose statements can be looked at.</summary>
internal sealed class MeasuredServer(WebApplication app, HttpClient http, string provider) : IAsyncDisposable
{
    private const int Rounds = 5;

    public string Provider => provider;

    public static async Task<MeasuredServer> StartAsync(string provider, string connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var address = FreePort.Address();
        builder.WebHost.UseUrls(address);
        foreach (
            var (key, value) in new[]
            {
                ("Database:Provider", provider),
                ("ConnectionStrings:Cwa", connectionString),
                ("Clock:Today", SampleOptions.UsualDay.ToString("O", CultureInfo.InvariantCulture)),
                ("Limits:CachedAnswerBytes", "0"),
                ("Limits:SignedInCostEachMinute", "0"),
            }
        )
            builder.Configuration[key] = value;
        builder.AddCwaModel();
        builder.AddCwaSite();
        builder.AddCwaSecurity();
        builder.AddCwaGraph();
        var sent = new SentStatements();
        builder
            .Services.AddSingleton(sent)
            .AddScoped(_ => new Caller("npr", "npr", [Roles.Read], [], []))
            .ConfigureDbContext<SqliteCwaDbContext>(options => options.AddInterceptors(sent))
            .ConfigureDbContext<PostgreSqlCwaDbContext>(options => options.AddInterceptors(sent));
        var app = builder.Build();
        app.UseRouting();
        app.MapGraph("/graphql");
        await app.StartAsync();
        return new(app, new HttpClient { BaseAddress = new(address) }, provider);
    }

    /// <summary>Asks a published operation a few times.</summary>
    /// <returns>The median in milliseconds, and the statements that it sent.</returns>
    public async Task<(double Milliseconds, List<MeasuredStatement> Statements)> AskAsync(string name)
    {
        var (times, body) = (new List<double>(), new { query = Operations.TextOf(name) });
        IReadOnlyList<SentStatement> statements = [];
        // The first two still have to compile and to warm the database's memory.
        for (var round = -2; round < Rounds; round++)
        {
            var sent = app.Services.GetRequiredService<SentStatements>();
            sent.Take();
            var watch = Stopwatch.StartNew();
            using var response = await http.PostAsJsonAsync("/graphql", body);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            if (answer.RootElement.TryGetProperty("errors", out var errors))
                throw new InvalidOperationException($"{name} on {provider}: {errors}");
            if (round >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
            statements = sent.Take();
        }

        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await scope
            .ServiceProvider.GetRequiredService<IDbContextFactory<CwaDbContext>>()
            .CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var measured = new List<MeasuredStatement>();
        foreach (var statement in statements)
            measured.Add(await MeasuredStatement.OfAsync(db.Database.GetDbConnection(), statement));
        return (times.Order().ElementAt(Rounds / 2), measured);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
