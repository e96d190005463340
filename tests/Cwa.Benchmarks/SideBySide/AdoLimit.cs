using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cwa.Benchmarks;

/// <summary>
/// The limit of this runtime: the peers' answers with no GraphQL in between, by plain ADO.NET readers that write JSON
/// into the response. Of a request it reads only the operation's name and the variables. Below <see cref="Kept"/> it
/// gives back an answer that it was given, which is the limit of answers from memory.
/// </summary>
internal static class AdoLimit
{
    /// <summary>Where the answer is that it was given.</summary>
    public const string Kept = "/kept";

    public static async Task RunAsync(string connectionString, string address)
    {
        await using var database = NpgsqlDataSource.Create(
            $"{connectionString};Max Auto Prepare=100;Auto Prepare Min Usages=1;No Reset On Close=true"
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.MapPost("/graphql", (HttpContext context) => AnswerAsync(database, context));
        var kept = Array.Empty<byte>();
        app.MapPut(Kept, async (HttpRequest request) => kept = await ReadAsync(request));
        app.MapPost($"{Kept}/graphql", () => Results.Bytes(kept, "application/json; charset=utf-8"));
        await app.RunAsync();
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var whole = new MemoryStream();
        await request.Body.CopyToAsync(whole);
        return whole.ToArray();
    }

    private static async Task AnswerAsync(NpgsqlDataSource database, HttpContext context)
    {
        var asked = (
            await JsonSerializer.DeserializeAsync<AdoRequest>(context.Request.Body, JsonSerializerOptions.Web)
        )!;
        var variables = asked.Variables ?? new();
        context.Response.ContentType = "application/json; charset=utf-8";
        await using (
            var writer = new Utf8JsonWriter(
                context.Response.BodyWriter,
                new JsonWriterOptions { SkipValidation = true }
            )
        )
        {
            await using var connection = await database.OpenConnectionAsync();
            writer.WriteStartObject();
            writer.WriteStartObject("data"u8);
            await (
                asked.OperationName switch
                {
                    "Directory" => AdoReads.DirectoryAsync(connection, writer),
                    "Calendar" => AdoReads.CalendarAsync(connection, writer, variables),
                    "Scorecard" => AdoReads.ScorecardAsync(connection, writer, variables),
                    "Deep" => AdoDeep.ReadAsync(connection, writer, variables),
                    "EventsPage" => AdoReads.PageAsync(connection, writer, variables, first: 100),
                    "EventsCursor" => AdoReads.PageAsync(connection, writer, variables, first: 1),
                    "Submit" => AdoSubmit.StoreAsync(connection, writer, variables.Input!),
                    _ => throw new InvalidOperationException($"{asked.OperationName} is not known."),
                }
            );
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        await context.Response.BodyWriter.FlushAsync();
    }
}

/// <summary>A request.</summary>
internal sealed record AdoRequest(string? OperationName, AdoVariables? Variables);

/// <summary>The variables of all operations.</summary>
internal sealed class AdoVariables
{
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
    public string[] States { get; set; } = [];
    public int SinceYear { get; set; }
    public string? After { get; set; }
    public int Offset { get; set; }
    public AdoReport? Input { get; set; }
}
