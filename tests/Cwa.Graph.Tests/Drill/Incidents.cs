using System.Diagnostics;

namespace Cwa.Graph.Tests.Drill;

/// <summary>What was broken, and when.</summary>
internal sealed class Incidents
{
    // A line that looks alive may be found dead only when it is used again.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(10);

    private readonly List<(string What, long From, long To)> _all = [];

    public IReadOnlyList<(string What, long From, long To)> All => _all;

    public bool Has(string what) => _all.Any(incident => incident.What == what);

    /// <summary>Breaks something, and waits until all is well for a while.</summary>
    public async Task DuringAsync(string what, Func<Task> broken, Func<Task> calm)
    {
        await calm();
        var from = Stopwatch.GetTimestamp();
        await broken();
        _all.Add((what, from, Stopwatch.GetTimestamp()));
        await calm();
    }

    /// <summary>What was broken at an instant, or a few seconds before.</summary>
    public string? At(long at) =>
        _all.LastOrDefault(incident =>
            incident.From <= at && (at <= incident.To || Stopwatch.GetElapsedTime(incident.To, at) <= Aftermath)
        ).What;

    /// <summary>What had been broken before an instant at which nothing was.</summary>
    public string Before(long at)
    {
        var last = _all.LastOrDefault(incident => incident.To <= at);
        return $"{Stopwatch.GetElapsedTime(last.To, at).TotalSeconds:0.0} s after {last.What}";
    }

    /// <summary>Failures while nothing was broken, nor had been just before.</summary>
    public IEnumerable<string> Unexplained(IEnumerable<(long At, string Why)> failures) =>
        failures.Where(failure => At(failure.At) is null).Select(failure => failure.Why);
}
