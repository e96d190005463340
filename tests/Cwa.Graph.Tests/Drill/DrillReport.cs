using System.Diagnostics;
using Cwa.Graph.Tests.Faults;

namespace Cwa.Graph.Tests.Drill;

/// <summary>The drill in numbers.</summary>
internal static class DrillReport
{
    public static string Of(
        int acknowledged,
        TimeSpan took,
        IReadOnlyList<Tool> tools,
        DrillReader reader,
        IReadOnlyList<Follower> followers,
        Incidents incidents
    )
    {
        var failures = tools.SelectMany(t => t.Failures).Concat(reader.Failures).ToList();
        var times = tools.SelectMany(t => t.Acknowledged).Select(a => a.At).Order().ToList();
        var lines = incidents
            .All.GroupBy(incident => incident.What)
            .Select(group =>
                $"- {group.Key}, {group.Count()} times: {failures.Count(f => incidents.At(f.At) == group.Key)} requests "
                + $"without an answer, the longest silence "
                + $"{group.Max(i => SilenceIn(times, i.From, i.To)).TotalSeconds:0.0} s"
            );
        return $"""
            {took.TotalSeconds:0} s, {acknowledged} reports acknowledged, {tools.Sum(t => t.Repeated)} of them only when
            sent again; {reader.Reads} reads, {reader.Stale.Count} of them stale; subscribers were cut off {string.Join(
                ", ",
                followers.Select(f => f.Ends)
            )} times.
            {string.Join('\n', lines)}
            - otherwise {failures.Count(f => incidents.At(f.At) is null)} requests without an answer
            {string.Join('\n', failures.GroupBy(f => $"{incidents.At(f.At) ?? incidents.Before(f.At)}: {f.Why}").Select(g => $"  {g.Count()} × {g.Key}"))}
            """;
    }

    // Between two acknowledgements of which one lies in the incident, or around it.
    private static TimeSpan SilenceIn(List<long> times, long from, long to) =>
        times
            .Zip(times.Skip(1))
            .Where(pair => pair.Second >= from && pair.First <= to)
            .Select(pair => Stopwatch.GetElapsedTime(pair.First, pair.Second))
            .DefaultIfEmpty()
            .Max();
}
