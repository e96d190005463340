using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Serves the templates of files, as schema/IMPORT.md describes.</summary>
internal static class TemplateEndpoint
{
    /// <summary>Serves templates under the path and their kind, such as `/import/events/template.xlsx`.</summary>
    public static void MapTemplates(this IEndpointRouteBuilder app, string path)
    {
        app.Map(
            path + "/{kind}/template.csv",
            (string kind, HttpContext http) =>
                SendAsync(http, kind, "csv", ImportTemplate.Csv, "text/csv; charset=utf-8")
        );
        app.Map(
            path + "/{kind}/template.xlsx",
            (string kind, HttpContext http) =>
                SendAsync(http, kind, "xlsx", ImportTemplate.Workbook, ImportEndpoint.WorkbookType)
        );
    }

    private static Task SendAsync(
        HttpContext http,
        string name,
        string ending,
        Func<ImportKind, byte[]> write,
        string mediaType
    ) =>
        http.ServeAsync(async () =>
        {
            http.Request.CheckReads();
            var kind = FileImport.KindOf(name);
            var file = write(kind);
            http.Response.ContentType = mediaType;
            http.Response.ContentLength = file.Length;
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{kind}-template.{ending}\"";
            if (HttpMethods.IsGet(http.Request.Method))
                await http.Response.Body.WriteAsync(file, http.RequestAborted);
        });
}
