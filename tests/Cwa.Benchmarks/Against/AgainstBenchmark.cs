using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>
/// Holds the working tree against another commit. Both are built and measured from outside by the same code, in turns;
/// a figure that became much worse is a failure.
/// </summary>
internal static class AgainstBenchmark
{
    private const double Fails = 0.90,
        IsMarked = 0.97;

    private static readonly string[] Names =
    [
        "engine",
        "writes",
        "live",
        "pages",
        "export",
        "scorecard",
        "start",
        "memory",
    ];

    private static readonly string[] NeedLarge = ["pages", "export", "scorecard"];

    // What does not end by itself ends by this.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(string commit, IEnumerable<string> args)
    {
        var asked = new Arguments(args, Names, ["--rounds"], []);
        var rounds = asked.Number("--rounds", 7);
        var watch = Stopwatch.StartNew();
        var (before, now) = (await Build.OfCommitAsync(commit), await Build.OfWorkingTreeAsync());
        var sides = await Side.BothAsync(before, now, asked.Names.Intersect(NeedLarge).Any());
        var operations = Build.SharedOperations(before, now);

        var lines = new List<string>();
        foreach (var name in asked.Names)
        {
            Console.WriteLine($"{watch.Elapsed:mm\\:ss} {name}…");
            try
            {
                lines.AddRange(
                    await CompareAsync(Of(name, sides.Before, operations), Of(name, sides.Now, operations), rounds)
                );
            }
            catch (Exception failure)
            {
                Environment.ExitCode = 1;
                lines.Add($"| {name} | | | | not measured: {failure.Message.ReplaceLineEndings(" ")} |");
            }
        }

        Console.WriteLine(
            $"""

            The working tree against {commit}: medians of {rounds} interleaved rounds, in {watch.Elapsed:mm\:ss}.
            The ratio is above 1 where the working tree is better.
            | | {commit} | working tree | ratio | |
            |---|---|---|---|---|
            {string.Join('\n', lines)}
            """
        );
    }

    private static Measure Of(string name, Side side, IReadOnlyList<string> operations) =>
        name switch
        {
            "engine" => new EngineMeasure(side),
            "writes" => new WriteMeasure(side),
            "live" => new LiveMeasure(side),
            "pages" => new PageMeasure(side),
            "export" => new ExportMeasure(side),
            "scorecard" => new ScorecardMeasure(side),
            "start" => new StartMeasure(side),
            _ => new MemoryMeasure(side, operations),
        };

    private static async Task<IEnumerable<string>> CompareAsync(Measure before, Measure now, int rounds)
    {
        using var first = before;
        using var second = now;
        await before.PrepareAsync().WaitAsync(Longest);
        await now.PrepareAsync().WaitAsync(Longest);
        var pairs = new List<(Figure Before, Figure Now)>();
        for (var round = 0; round < rounds; round++)
        {
            // Who comes first changes, as does whatever else the machine is doing.
            var was = round % 2 == 0 ? await RoundAsync(before) : null;
            var isNow = await RoundAsync(now);
            pairs.AddRange((was ?? await RoundAsync(before)).Zip(isNow));

            Task<IReadOnlyList<Figure>> RoundAsync(Measure measure) => measure.RoundAsync(round).WaitAsync(Longest);
        }

        return pairs.GroupBy(pair => pair.Now.Name).Select(group => Line([.. group]));
    }

    private static string Line(IReadOnlyList<(Figure Before, Figure Now)> pairs)
    {
        var ratio = Median(pairs.Select(pair => pair.Now.Against(pair.Before.Value)));
        if (ratio < Fails)
            Environment.ExitCode = 1;
        var mark = ratio switch
        {
            < Fails => "**FAILS**",
            < IsMarked => "lower",
            _ => "",
        };
        var (name, unit) = (pairs[0].Now.Name, pairs[0].Now.Unit);
        return $"| {name}, {unit} | {Median(pairs.Select(pair => pair.Before.Value)):N0} "
            + $"| {Median(pairs.Select(pair => pair.Now.Value)):N0} | {ratio:F2} | {mark} |";
    }

    private static double Median(IEnumerable<double> values) =>
        values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
