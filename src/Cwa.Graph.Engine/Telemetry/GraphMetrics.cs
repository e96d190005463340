using System.Diagnostics.Metrics;

namespace Cwa.Graph.Engine;

/// <summary>What an operator counts and measures.</summary>
internal sealed class GraphMetrics(IMeterFactory meters)
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

    private readonly Meter _meter = meters.Create(MeterName);

    public Counter<long> Requests =>
        field ??= Count("graphql.requests", "{request}", "Queries and mutations that were answered.");

    public Histogram<double> Duration =>
        field ??= Time("graphql.request.duration", "From a request that has been read to its result.");

    public Histogram<long> Cost =>
        field ??= _meter.CreateHistogram(
            "graphql.request.cost",
            "{object}",
            "Objects that a request could return.",
            advice: Objects
        );

    public Counter<long> Answers =>
        field ??= Count("graphql.answers", "{answer}", "Answers that may be kept in memory, by hit and miss.");

    public Histogram<double> GateWait =>
        field ??= Time("graphql.gate.wait", "How long a read waited until fewer others ran.");

    public Counter<long> Retries =>
        field ??= Count("graphql.retries", "{retry}", "Queries that were tried again because the database was away.");

    public Counter<long> Executions =>
        field ??= Count(
            "graphql.live.executions",
            "{execution}",
            "Messages executed: each once for all subscribers with the same query and rights."
        );

    public UpDownCounter<long> Subscribers =>
        field ??= _meter.CreateUpDownCounter<long>("graphql.live.subscribers", "{subscriber}", "Open subscriptions.");

    private Counter<long> Count(string name, string unit, string description) =>
        _meter.CreateCounter<long>(name, unit, description);

    private Histogram<double> Time(string name, string description) =>
        _meter.CreateHistogram(name, "s", description, advice: Seconds);
}
