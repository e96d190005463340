using System.Diagnostics;
using System.Diagnostics.Metrics;
using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>How far this server is behind what is stored.</summary>
[Service]
public sealed class FeedMetrics
{
    internal const string MeterName = "Cwa.Graph";

    private readonly Histogram<double> _lag;
    private long _seen = Stopwatch.GetTimestamp();

    /// <summary>Creates the instruments.</summary>
    public FeedMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _lag = meter.CreateHistogram(
            "cwa.feed.lag",
            "s",
            "From the writing of an announcement, on its writer's clock, until this server knows of it.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
            }
        );
        meter.CreateObservableGauge(
            "cwa.feed.unread",
            () => Unread.TotalSeconds,
            "s",
            "How long ago this server last read how far the feed has grown."
        );
    }

    /// <summary>Whether somebody wants to know the lag.</summary>
    public bool IsWanted => _lag.Enabled;

    /// <summary>How long ago this server last read how far the feed has grown.</summary>
    public TimeSpan Unread => Stopwatch.GetElapsedTime(Volatile.Read(ref _seen));

    /// <summary>Notes that this server has read how far the feed has grown.</summary>
    public void NoteRead() => Volatile.Write(ref _seen, Stopwatch.GetTimestamp());

    /// <summary>Notes how late an announcement was. Clocks of servers may differ a little.</summary>
    public void Lag(TimeSpan lag) => _lag.Record(Math.Max(0, lag.TotalSeconds));
}
