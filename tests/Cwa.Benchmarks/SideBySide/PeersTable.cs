namespace Cwa.Benchmarks;

/// <summary>Prints what was measured of all servers.</summary>
internal static class PeersTable
{
    // What the ratio to the best peer has to be at least.
    private static readonly Dictionary<string, double> Wanted = new()
    {
        ["Q1"] = 1.3,
        ["Q2"] = 1.1,
        ["Q3"] = 1.2,
        ["Q4"] = 1.3,
        ["Q5"] = 1.3,
        ["M1"] = 0.5,
    };

    /// <summary>The requests of each operation: a table of all servers, then one of the ratios.</summary>
    public static void Print(IReadOnlyDictionary<(string Operation, string Name), Cell> cells)
    {
        Console.WriteLine(
            """

            | | | req/s | p50 of one, ms | p50, ms | p99, ms | CPU of the server, ms | of the database, ms |
            |---|---|---|---|---|---|---|---|
            """
        );
        foreach (var ((operation, name), cell) in cells)
            Console.WriteLine(
                $"| {operation} | {name} | {cell.PerSecond:F0} | {cell.Alone:F2} "
                    + $"| {cell.Median(run => run.Load.Median):F1} | {cell.Median(run => run.Load.P99):F1} "
                    + $"| {cell.Median(run => run.ServerCpu):F2} | {cell.Median(run => run.DatabaseCpu):F2} |"
            );

        Console.WriteLine(
            """

            | | ours ÷ best peer | at least | best peer | ours ÷ limit | CPU, ours ÷ best peer's | kept ÷ peer | kept ÷ bytes |
            |---|---|---|---|---|---|---|---|
            """
        );
        foreach (var group in cells.GroupBy(cell => cell.Key.Operation))
        {
            var byName = group.ToDictionary(cell => cell.Key.Name, cell => cell.Value);
            var ours = byName[Contender.Us];
            var best = byName.Where(cell => Contender.IsPeer(cell.Key)).MaxBy(cell => cell.Value.PerSecond);
            var ratio = ours.PerSecond / best.Value.PerSecond;
            var mark = ratio < Wanted[group.Key] ? "" : " ✓";
            Console.WriteLine(
                $"| {group.Key} | {ratio:F2}{mark} | {Wanted[group.Key]:F1} | {best.Key} "
                    + $"| {ours.PerSecond / byName[Contender.Limit].PerSecond:F2} "
                    + $"| {ours.Cpu / best.Value.Cpu:F2} "
                    + $"| {Kept(best.Value)} | {Kept(byName.GetValueOrDefault(Contender.Bytes))} |"
            );

            string Kept(Cell? other) =>
                byName.TryGetValue(Contender.Keeping, out var kept) && other is not null
                    ? $"{kept.PerSecond / other.PerSecond:F2}"
                    : "";
        }
    }

    /// <summary>The time until 500 subscribers know.</summary>
    public static void Print(IReadOnlyDictionary<string, List<(double FromCommit, double FromSending)>> samples)
    {
        Console.WriteLine(
            """

            | S1 | commit to the last, p50 | p99 | sent to the last, p50 | p99, ms |
            |---|---|---|---|---|
            """
        );
        foreach (var (name, all) in samples)
        {
            var (commit, sent) = (all.Select(s => s.FromCommit).ToList(), all.Select(s => s.FromSending).ToList());
            Console.WriteLine(
                $"| {name} | {At(commit, 0.5):F1} | {At(commit, 0.99):F1} | {At(sent, 0.5):F1} | {At(sent, 0.99):F1} |"
            );
        }

        Console.WriteLine($"Ours ÷ the peer's, at most 0.9: p50 {Ratio(0.5):F2}, p99 {Ratio(0.99):F2}.");

        double Ratio(double share) =>
            At(samples[Contender.Us].Select(s => s.FromCommit), share)
            / At(samples.First(other => other.Key != Contender.Us).Value.Select(s => s.FromCommit), share);
    }

    private static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * share)];
    }
}
