using Cwa.Benchmarks;

Func<Task>? measure = args switch
{
    ["pages"] => PageBenchmark.RunAsync,
    ["engine"] => EngineBenchmark.RunAsync,
    ["start"] => StartBenchmark.RunAsync,
    ["memory"] => MemoryBenchmark.RunAsync,
    ["import"] => ImportBenchmark.RunAsync,
    ["serve", var database, var address] => () => Site.RunAsync(database, address),
    _ => null,
};
if (measure is null)
{
    await Console.Error.WriteLineAsync("Say what to measure: pages, engine, start, memory or import. Run with -c Release, on an idle machine.");
    return 1;
}

await measure();
return 0;
