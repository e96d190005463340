using System.Diagnostics.Metrics;

namespace Cwa.Graph.Engine;

/// <summary>What subscriptions cost a server.</summary>
internal sealed class LiveMetrics(IMeterFactory meters)
{
    public static readonly string MeterName = typeof(LiveMetrics).Namespace!;

    /// <summary>Messages executed.</summary>
    public Counter<long> Executions { get; } =
        meters
            .Create(MeterName)
            .CreateCounter<long>(
                "graphql.live.executions",
                "{execution}",
                "Messages executed: each once for all subscribers with the same query and rights."
            );
}
