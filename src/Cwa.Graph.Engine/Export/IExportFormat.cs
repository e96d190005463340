namespace Cwa.Graph.Engine;

/// <summary>How the rows of an export are written.</summary>
internal interface IExportFormat
{
    string MediaType { get; }

    /// <summary>Writes rows as they arrive, and waits for the client to take them.</summary>
    Task WriteAsync(
        HttpResponse response,
        ExportHead head,
        IAsyncEnumerable<IReadOnlyList<object?[]>> pages,
        CancellationToken cancellationToken
    );
}

/// <summary>What an export says beside its rows.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="DataAsOf">Everything stored by this instant is included.</param>
/// <param name="Notice">What the reader of the data must know.</param>
internal sealed record ExportHead(IReadOnlyList<string> Columns, DateTime DataAsOf, string Notice);
