using System.Text.Encodings.Web;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Takes over HTTP the files that the command takes, as schema/IMPORT.md describes.</summary>
internal static class ImportEndpoint
{
    private const int MostBytes = 10 * 1024 * 1024;

    // Reasons quote the file with ' and show sums with +. People read them in a terminal.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Takes a file under the path and its kind, such as `/import/events`.</summary>
    public static void MapImport(this IEndpointRouteBuilder app, string path) => app.Map(path + "/{kind}", HandleAsync);

    private static Task HandleAsync(
        string kind,
        HttpContext http,
        Caller caller,
        IDbContextFactory<CwaDbContext> contexts,
        DomainClock clock
    ) =>
        http.ServeAsync(async () =>
        {
            var result = await ImportAsync(kind, http, caller, contexts, clock);
            http.Response.StatusCode =
                result.ErrorCount > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
            await http.Response.WriteAsJsonAsync(result, Json, http.RequestAborted);
        });

    private static async Task<ImportResult> ImportAsync(
        string name,
        HttpContext http,
        Caller caller,
        IDbContextFactory<CwaDbContext> contexts,
        DomainClock clock
    )
    {
        var kind =
            Imports.Find(name)
            ?? throw RequestError.NotFound($"There is no such import. There are: {string.Join(", ", Imports.Kinds)}.");
        if (!HttpMethods.IsPost(http.Request.Method))
            throw RequestError.Method("Send the file with POST.", allow: "POST");
        var isOfAgencies = kind == Imports.Find("agencies");
        new GuardedField($"import/{kind}", [isOfAgencies ? Roles.Admin : Roles.Submit]).Check(caller);
        var options = new ImportOptions(
            clock.Today,
            caller.Name,
            IsDryRun(http.Request),
            MayWrite: isOfAgencies ? null : agency => caller.CanSubmitFor(agency.Id)
        )
        {
            EventKey = id => NodeId.KeyOf(nameof(Event), id),
        };

        RequestReader.CheckContent(http.Request, "text/csv", MostBytes);
        // The whole file arrives before a row is read, so an upload that breaks off stores nothing.
        await using var csv = Imports.OpenSpool();
        await ReceiveAsync(http.Request.Body, csv, http.RequestAborted);
        try
        {
            return await Imports.RunAsync(kind, csv, contexts, options, rows: null, http.RequestAborted);
        }
        catch (CommitUnansweredException)
        {
            throw RequestError.OutcomeUnknown("Send the file again: rows that are stored already count as unchanged.");
        }
    }

    // A misspelt dry run must not be a real one.
    private static bool IsDryRun(HttpRequest request)
    {
        if (request.Query.Keys.FirstOrDefault(parameter => parameter != "dryRun") is { } unknown)
            throw RequestError.Bad($"There is no parameter `{unknown}`; the only one is `dryRun`.");
        if (!request.Query.TryGetValue("dryRun", out var said))
            return false;
        return bool.TryParse(said, out var isDryRun)
            ? isDryRun
            : throw RequestError.Bad($"`dryRun`: {ValueText.Not(said.ToString(), ValueText.Flag)}");
    }

    private static async Task ReceiveAsync(Stream body, FileStream csv, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (await RequestReader.ReceiveAsync(body.ReadAsync(buffer, cancellationToken)) is > 0 and var length)
        {
            if (csv.Position + length > MostBytes)
                throw RequestError.TooLarge(MostBytes);
            await csv.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }

        csv.Position = 0;
    }
}
