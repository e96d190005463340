using System.Globalization;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Sends an export as a file, page by page as it is read.</summary>
internal sealed class ExportTransport(ExportRows rows, ExportGate gate, Limits limits, TimeProvider clock)
{
    private const string Columns = "columns";

    private static readonly Dictionary<string, IExportFormat> Formats = new()
    {
        ["csv"] = new CsvExport(),
        ["json"] = new JsonExport(),
    };

    /// <summary>The formats' names.</summary>
    public static IEnumerable<string> FormatNames => Formats.Keys;

    /// <param name="http">The request, with the list's arguments and `columns` as parameters.</param>
    /// <param name="export">The export.</param>
    /// <param name="format">The name of the format.</param>
    /// <param name="fileName">The name of the file, to which the time and the format are added.</param>
    /// <param name="notice">What the reader of the data must know.</param>
    /// <exception cref="RequestError">The export is refused; nothing has been sent.</exception>
    public async Task SendAsync(HttpContext http, ListExport export, string format, string fileName, string notice)
    {
        http.Request.CheckReads();
        var arguments = rows.ArgumentsOf(export);
        http.Request.CheckParameters([.. arguments.Select(argument => argument.Name), Columns]);
        var columns = ColumnsOf(export, http.Request);
        var variables = VariablesOf(http.Request, arguments);
        var (admission, requester) = (
            http.RequestServices.GetRequiredService<IAdmissions>().Of(http),
            http.RequestServices.GetRequiredService<IRequester>()
        );

        using var place = gate.Enter(requester);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var dataAsOf = clock.GetUtcNow().UtcDateTime;
        var head = new ExportHead([.. columns.Select(column => column.Name)], dataAsOf, notice);
        await using var pages = rows.ReadAsync(export, columns, variables, requester, patience.Token)
            .GetAsyncEnumerator(patience.Token);
        // The first page is read before anything is sent, so that the request can still be refused.
        var isAny = await pages.MoveNextAsync();
        Begin(http.Response, fileName, format, head);
        if (HttpMethods.IsHead(http.Request.Method))
            return;

        try
        {
            await Formats[format]
                .WriteAsync(http.Response, head, OneByOneAsync(isAny, pages, admission, patience), patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // The client has gone, or reads nothing and holds a place that others need. A file cut off here must not
            // look complete.
            http.Abort();
        }
    }

    /// <summary>The rows of an export, page by page, for a file in another form than a table.</summary>
    /// <param name="http">The request, with the list's arguments as parameters.</param>
    /// <param name="export">The export.</param>
    /// <exception cref="RequestError">The export is refused.</exception>
    public async IAsyncEnumerable<IReadOnlyList<object?[]>> ReadAsync(HttpContext http, ListExport export)
    {
        http.Request.CheckReads();
        var arguments = rows.ArgumentsOf(export);
        http.Request.CheckParameters([.. arguments.Select(argument => argument.Name)]);
        var requester = http.RequestServices.GetRequiredService<IRequester>();
        using var place = gate.Enter(requester);
        var variables = VariablesOf(http.Request, arguments);
        await foreach (var page in rows.ReadAsync(export, export.Columns, variables, requester, http.RequestAborted))
            yield return page;
    }

    private async IAsyncEnumerable<IReadOnlyList<object?[]>> OneByOneAsync(
        bool isAny,
        IAsyncEnumerator<IReadOnlyList<object?[]>> pages,
        IAdmission admission,
        CancellationTokenSource patience,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        while (isAny)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (admission.HasEnded())
                throw RequestError.SignInEnded();
            patience.CancelAfter(limits.ExportPatience);
            yield return pages.Current;
            isAny = await pages.MoveNextAsync();
        }
    }

    private static void Begin(HttpResponse response, string fileName, string format, ExportHead head)
    {
        response.ContentType = Formats[format].MediaType;
        response.Headers.ContentDisposition =
            $"attachment; filename=\"{fileName}-{head.DataAsOf:yyyyMMdd'T'HHmmss'Z'}.{format}\"";
        response.Headers["Data-As-Of"] = head.DataAsOf.ToString("O", CultureInfo.InvariantCulture);
        response.Headers["Notice"] = head.Notice;
    }

    private static IReadOnlyList<ExportColumn> ColumnsOf(ListExport export, HttpRequest request)
    {
        if (!request.Query.TryGetValue(Columns, out var asked))
            return export.Columns;

        return
        [
            .. asked
                .ToString()
                .Split(',')
                .Distinct()
                .Select(name =>
                    export.Columns.FirstOrDefault(column => column.Name == name)
                    ?? throw RequestError.Bad(
                        $"There is no column `{name}`. "
                            + $"The columns are {string.Join(", ", export.Columns.Select(column => column.Name))}."
                    )
                ),
        ];
    }

    // An input object or a list of them is written as JSON; any other value as plain text.
    private Inputs VariablesOf(HttpRequest request, IReadOnlyList<QueryArgument> arguments)
    {
        var given = arguments
            .Where(argument => request.Query.ContainsKey(argument.Name))
            .ToLookup(
                argument => argument.ResolvedType!.GetNamedType() is IInputObjectGraphType,
                argument => (argument.Name, Text: request.Query[argument.Name].ToString())
            );
        var variables = new Dictionary<string, object?>(RequestReader.Variables(given[true], limits.JsonDepth));
        foreach (var (name, text) in given[false])
            variables[name] = text;
        return new(variables);
    }
}
