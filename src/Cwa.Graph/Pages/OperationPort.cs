using Cwa.Dashboard;
using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Executes the operations of pages as those of any other client.</summary>
internal sealed class OperationPort(LocalTransport graph, Caller caller) : IOperationPort
{
    public Task<ReadOnlyMemory<byte>> ExecuteAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
        graph.AnswerAsync(request, caller, cancellationToken);
}
