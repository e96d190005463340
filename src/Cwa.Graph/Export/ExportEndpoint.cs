using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Serves lists as files, as schema/EXPORTS.md describes.</summary>
internal static class ExportEndpoint
{
    /// <summary>Serves each list under the path, such as `/export/events.csv`.</summary>
    public static void MapExport(this IEndpointRouteBuilder app, string path) =>
        app.Map(path + "/{name}.{format}", HandleAsync);

    private static Task HandleAsync(
        string name,
        string format,
        HttpContext http,
        ExportTransport transport,
        Notices notices
    ) =>
        http.ServeAsync(() =>
        {
            var export = Exports.All.FirstOrDefault(e => e.Name == name);
            if (export is null || !ExportTransport.FormatNames.Contains(format))
            {
                throw RequestError.NotFound(
                    $"There is no such export. There are: {string.Join(", ", Exports.All.Select(e => e.Name))}, "
                        + $"each as .{string.Join(" and .", ExportTransport.FormatNames)}."
                );
            }

            return transport.SendAsync(http, export, format, $"cwa-{name}", notices.Text);
        });
}
