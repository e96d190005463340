namespace Cwa.Dashboard;

/// <summary>Executes operations of the schema for the caller of the current request.</summary>
public interface IOperationPort
{
    /// <param name="request">What a client would send over HTTP: JSON with `query` and `variables`.</param>
    /// <returns>What the client would get: JSON with `data`, `errors` or both.</returns>
    Task<ReadOnlyMemory<byte>> ExecuteAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}

/// <summary>Imports files for the caller of the current request.</summary>
public interface IImportPort
{
    /// <summary>The kinds of files that an agency may send, such as `surveys`.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <param name="kind">What the file lists, such as `events`.</param>
    /// <param name="file">The file as a client would send it over HTTP.</param>
    /// <param name="isDryRun">Whether to check only, and store nothing.</param>
    /// <param name="answers">The answers to what an earlier answer asked, by option.</param>
    /// <returns>What the client would get: JSON with what was stored, or with `errors`.</returns>
    Task<ReadOnlyMemory<byte>> ImportAsync(
        string kind,
        Stream file,
        bool isDryRun,
        IReadOnlyDictionary<string, string> answers,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The rows of a file as text, so that they can be corrected on the page; null when they cannot be read, or are too
    /// many.
    /// </summary>
    Task<string?> TextOfAsync(
        string kind,
        Stream file,
        IReadOnlyDictionary<string, string> answers,
        CancellationToken cancellationToken
    );
}
