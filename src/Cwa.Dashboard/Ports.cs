namespace Cwa.Dashboard;

/// <summary>Executes operations of the schema for the caller of the current request.</summary>
public interface IOperationPort
{
    /// <param name="request">What a client would send over HTTP: JSON with `query` and `variables`.</param>
    /// <returns>What the client would get: JSON with `data`, `errors` or both.</returns>
    Task<ReadOnlyMemory<byte>> ExecuteAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
