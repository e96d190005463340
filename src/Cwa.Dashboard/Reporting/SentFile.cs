using System.Text;
using System.Text.Json;
using Cwa.Dashboard.Reading;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Reporting;

/// <summary>A file that was posted with a form, or its rows, and the answers that its sender chose.</summary>
internal static class SentFile
{
    /// <summary>What the names of the fields begin with in which questions are answered.</summary>
    public const string Prefix = "answer.";

    /// <summary>The rows that were pasted.</summary>
    private static string PastedIn(HttpRequest request) => IsIn(request) ? request.Form["pasted"].ToString() : "";

    /// <summary>The answers, by option. What was answered before holds for the next request too.</summary>
    public static Dictionary<string, string> AnswersIn(HttpRequest request) =>
        IsIn(request)
            ? request
                .Form.Where(said => said.Key.StartsWith(Prefix, StringComparison.Ordinal) && said.Value != "")
                .ToDictionary(said => said.Key[Prefix.Length..], said => said.Value[0]!)
            : [];

    /// <summary>Checks the file or, if its sender pressed "send", imports it.</summary>
    /// <param name="import">Imports it.</param>
    /// <param name="kind">What its rows are.</param>
    /// <param name="http">The request with which it was posted.</param>
    /// <param name="supposed">What is answered by the page, unless the sender answers otherwise.</param>
    public static async Task<CheckedFile> ImportAsync(
        this IImportPort import,
        string kind,
        HttpContext http,
        Dictionary<string, string> supposed
    )
    {
        var answers = AnswersIn(http.Request).UnionBy(supposed, said => said.Key).ToDictionary();
        var rows = PastedIn(http.Request);
        await using var chosen = http.Request.Form.Files["file"] is { Length: > 0 } sent ? sent.OpenReadStream() : null;
        // What can be read is corrected on the page. Otherwise the file has to be chosen again.
        var read = chosen is null ? null : await import.TextOfAsync(kind, chosen, answers, http.RequestAborted);
        if (chosen is not null)
            rows = read ?? "";
        await using var file =
            chosen is null || read is not null ? new MemoryStream(Encoding.UTF8.GetBytes(rows)) : chosen;
        var told = await import.ImportAsync(
            kind,
            file,
            isDryRun: http.Request.Form["do"] != "send",
            answers,
            http.RequestAborted
        );
        var answer = JsonSerializer.Deserialize<ImportAnswer>(told.Span, Operations.Json)!;
        if (answer.Errors.Count > 0)
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return new(answer, rows, IsRead: read is not null);
    }

    private static bool IsIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Form.ContainsKey("pasted");
}

/// <summary>A file that was checked.</summary>
/// <param name="Answer">What became of it.</param>
/// <param name="Rows">Its rows as text; empty if they cannot be shown.</param>
/// <param name="IsRead">Whether they were read from a file that was chosen.</param>
public sealed record CheckedFile(ImportAnswer Answer, string Rows, bool IsRead);
