using System.Diagnostics.Metrics;

namespace Cwa.Graph.Engine;

/// <summary>What an operator counts and measures.</summary>
internal sealed class GraphMetrics
{
    public const string MeterName = "Cwa.Graph.Engine";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    };

    private static readonly InstrumentAdvice<long> Objects = new()
    {
        HistogramBucketBoundaries = [1, 10, 50, 100, 200, 500, 1000, 2000, 5000],
    };

    public GraphMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        Duration = meter.CreateHistogram(
            "graphql.request.duration",
            "s",
            "From a query or mutation that has been read to its result.",
            advice: Seconds
        );
        Cost = meter.CreateHistogram(
            "graphql.request.cost",
            "{object}",
            "Objects that a request could return.",
            advice: Objects
        );
        Limited = meter.CreateCounter<long>(
            "graphql.limited",
            "{request}",
            "Requests, files included, that were refused because their caller had asked for too much."
        );
        Answers = meter.CreateCounter<long>(
            "graphql.answers",
            "{answer}",
            "Answers that may be kept in memory, by hit and miss."
        );
        GateWait = meter.CreateHistogram(
            "graphql.gate.wait",
            "s",
            "How long a read waited until fewer others ran.",
            advice: Seconds
        );
        Retries = meter.CreateCounter<long>(
            "graphql.retries",
            "{retry}",
            "Queries that were tried again because the database was away."
        );
        Reads = meter.CreateCounter<long>(
            "graphql.reads",
            "{read}",
            "Queries while there is a replica, by where they were read from, and what the replica said."
        );
        Executions = meter.CreateCounter<long>(
            "graphql.live.executions",
            "{execution}",
            "Messages executed: each once for all subscribers with the same query and rights."
        );
        Subscribers = meter.CreateUpDownCounter<long>(
            "graphql.live.subscribers",
            "{subscriber}",
            "Open subscriptions."
        );
    }

    /// <summary>Its count is that of the requests.</summary>
    public Histogram<double> Duration { get; }

    public Histogram<long> Cost { get; }

    public Counter<long> Limited { get; }

    public Counter<long> Answers { get; }

    public Histogram<double> GateWait { get; }

    public Counter<long> Retries { get; }

    public Counter<long> Reads { get; }

    public Counter<long> Executions { get; }

    public UpDownCounter<long> Subscribers { get; }
}
