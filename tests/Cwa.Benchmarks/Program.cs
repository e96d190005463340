using Cwa.Benchmarks;

Func<Task>? measure = args switch
{
    ["pages"] => PageBenchmark.RunAsync,
    ["engine"] => EngineBenchmark.RunAsync,
    ["start"] => StartBenchmark.RunAsync,
    ["paint"] => PaintBenchmark.RunAsync,
    ["memory"] => MemoryBenchmark.RunAsync,
    ["import"] => ImportBenchmark.RunAsync,
    ["import-beside"] => ImportBesideBenchmark.RunAsync,
    ["import", var kind] => () => ImportKindsBenchmark.RunAsync(kind),
    ["scorecard"] => ScorecardBenchmark.RunAsync,
    ["export"] => ExportBenchmark.RunAsync,
    ["writes"] => () => WriteBenchmark.RunAsync(TimeSpan.FromSeconds(30)),
    ["writes", "--seconds", var seconds] when int.TryParse(seconds, out var most) => () =>
        WriteBenchmark.RunAsync(TimeSpan.FromSeconds(most)),
    ["live"] => () => LiveBenchmark.RunAsync(rounds: 50),
    ["live", "--rounds", var rounds] when int.TryParse(rounds, out var times) && times > 0 => () =>
        LiveBenchmark.RunAsync(times),
    ["serve", var database, var address] => () => Site.RunAsync(database, address),
    ["against", var commit, .. var rest] => () => AgainstBenchmark.RunAsync(commit, rest),
    ["plans", .. var rest] => () => PlanBenchmark.RunAsync(rest),
    ["peers", .. var rest] => () => PeersBenchmark.RunAsync(rest),
    ["serve-limit", var database, var address] => () => AdoLimit.RunAsync(database, address),
    _ => null,
};
if (measure is null)
{
    await Console.Error.WriteLineAsync(
        "Say what to measure: pages, engine, start, paint, memory, import [surveys or measurements], import-beside, "
            + "scorecard, export, "
            + "writes [--seconds 30], live [--rounds 50], peers [Q1…] [--seconds 4] [--rounds 3] [--keep], "
            + "plans [calendar…] [--accept] [--statements], "
            + "or against COMMIT [engine…] [--rounds 7]. "
            + "Run with -c Release, on an idle machine."
    );
    return 1;
}

try
{
    await measure();
    return Environment.ExitCode;
}
catch (ArgumentException misunderstood)
{
    await Console.Error.WriteLineAsync(misunderstood.Message);
    return 1;
}
