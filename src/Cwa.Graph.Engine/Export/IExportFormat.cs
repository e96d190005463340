namespace Cwa.Graph.Engine;

/// <summary>How the rows of an export are written.</summary>
internal interface IExportFormat
{
    string MediaType { get; }

    /// <summary>Writes rows as they come, and waits for the reader to take them.</summary>
    Task WriteAsync(
        HttpResponse response,
        ExportHead head,
        IAsyncEnumerable<IReadOnlyList<object?[]>> pages,
        CancellationToken cancellationToken
    );
}

/// <summary>What is said of an export beside its rows.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="DataAsOf">Everything stored by this instant is in it.</param>
/// <param name="Notice">What its reader has to know.</param>
internal sealed record ExportHead(IReadOnlyList<string> Columns, DateTime DataAsOf, string Notice);
