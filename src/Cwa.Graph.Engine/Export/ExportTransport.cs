using System.Globalization;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Sends an export while it is read.</summary>
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
    /// <param name="export">What is asked for.</param>
    /// <param name="format">In which format.</param>
    /// <param name="fileName">What the file is called, before the time and the format.</param>
    /// <param name="who">Who asks, so that one leaves places to the others.</param>
    /// <param name="notice">What the reader has to know.</param>
    /// <exception cref="RequestError">It cannot be sent; then nothing has been.</exception>
    public async Task SendAsync(
        HttpContext http,
        ListExport export,
        string format,
        string fileName,
        string who,
        string notice
    )
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

        using var place = gate.Enter(who, requester.IsSignedIn);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var dataAsOf = clock.GetUtcNow().UtcDateTime;
        var head = new ExportHead([.. columns.Select(column => column.Name)], dataAsOf, notice);
        await using var pages = rows.ReadAsync(export, columns, variables, requester, patience.Token)
            .GetAsyncEnumerator(patience.Token);
        // Until the first page is there, everything can be refused.
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
            // The reader went away, or takes nothing and keeps others from a place. A file that ends here must not look
            // whole.
            http.Abort();
        }
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
                        $"There is no column `{name}`; "
                            + $"there is {string.Join(", ", export.Columns.Select(column => column.Name))}."
                    )
                ),
        ];
    }

    // An object or a list is written as a page's variables hold it; a date or an instant as it is.
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
