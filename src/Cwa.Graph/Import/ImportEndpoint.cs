using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Takes over HTTP the files that the command takes, as schema/IMPORT.md describes.</summary>
internal static class ImportEndpoint
{
    /// <summary>The media type of a workbook.</summary>
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string DryRun = "dryRun";

    private static readonly string[] MediaTypes =
    [
        "text/csv",
        "text/tab-separated-values",
        WorkbookType,
        // Browsers on a machine with Excel send it for CSV.
        "application/vnd.ms-excel",
    ];

    /// <summary>Takes a file under the path and its kind, such as `/import/events`.</summary>
    public static void MapImport(this IEndpointRouteBuilder app, string path) => app.Map(path + "/{kind}", HandleAsync);

    private static Task HandleAsync(string kind, HttpContext http, Caller caller, FileImport import) =>
        http.ServeAsync(() => ImportAsync(FileImport.KindOf(kind), http, caller, import));

    private static async Task ImportAsync(ImportKind kind, HttpContext http, Caller caller, FileImport import)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            throw RequestError.Method("Send the file with POST.", allow: "POST");
        FileImport.Check(kind, caller);
        var isDryRun = IsDryRun(http.Request);
        var answers = FileImport.AnswersOf(
            http.Request.Query.Where(option => option.Key != DryRun)
                .Select(option => KeyValuePair.Create(option.Key, option.Value.ToString()))
        );
        RequestReader.CheckFile(http.Request, MediaTypes, FileImport.MostBytes);
        // The whole file arrives before a row is read, so an upload that breaks off stores nothing.
        await using var csv = Imports.OpenSpool();
        await ReceiveAsync(http.Request.Body, csv, http.RequestAborted);
        if (ImportStream.IsWanted(http.Request))
            await ImportStream.SendAsync(http, RunAsync);
        else
            await SendAsync(http, await RunAsync(progress: null));

        Task<ImportResult> RunAsync(IProgress<ImportProgress>? progress) =>
            import.RunAsync(kind, csv, isDryRun, answers, caller, progress, http.RequestAborted);
    }

    private static Task SendAsync(HttpContext http, ImportResult result)
    {
        http.Response.StatusCode =
            result.ErrorCount > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return http.Response.WriteAsJsonAsync(result, FileImport.Json, http.RequestAborted);
    }

    // A misspelt dry run must not be a real one: it is refused as an answer to nothing.
    private static bool IsDryRun(HttpRequest request)
    {
        if (!request.Query.TryGetValue(DryRun, out var said))
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
            if (csv.Position + length > FileImport.MostBytes)
                throw RequestError.TooLarge(FileImport.MostBytes);
            await csv.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }

        csv.Position = 0;
    }
}
