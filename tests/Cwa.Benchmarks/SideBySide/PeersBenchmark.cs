using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>
/// Our server beside Mercurius and PostGraphile, and beside a plain reader, which is the limit: over the same rows, on
/// one machine, in turns. Before anything is measured, their answers are shown to be the same.
/// </summary>
internal sealed class PeersBenchmark
{
    private const int Connections = 16;

    private static readonly string[] Operations = ["Q1", "Q2", "Q3", "Q4", "Q5", "M1", "S1"];

    private readonly Dictionary<(string Operation, string Name), Cell> _cells = [];
    private readonly Dictionary<string, List<(double, double)>> _fanouts = [];
    private readonly PrivatePostgres _postgres;
    private readonly PeerDatabases _databases;
    private readonly IReadOnlyList<Contender> _contenders;
    private readonly Dictionary<string, Reports> _reports;
    private readonly int _seconds;
    private readonly int _rounds;

    private PeersBenchmark(
        PrivatePostgres postgres,
        PeerDatabases databases,
        IReadOnlyList<Contender> contenders,
        Arguments asked
    )
    {
        (_postgres, _databases, _contenders) = (postgres, databases, contenders);
        (_seconds, _rounds) = (asked.Number("--seconds", 4), asked.Number("--rounds", 3));
        _reports = contenders.ToDictionary(contender => contender.Name, contender => new Reports(contender));
    }

    public static async Task RunAsync(IEnumerable<string> args)
    {
        var asked = new Arguments(args, Operations, ["--seconds", "--rounds"], ["--keep"]);
        var isKept = asked.Switches.Contains("--keep");
        Wrk.MustBeInstalled();
        await InstallAsync();
        var folder = Path.Combine(Path.GetTempPath(), "cwa-benchmarks", isKept ? "peers" : $"peers-{Guid.NewGuid():N}");
        using var postgres = await PrivatePostgres.StartAsync(folder, isKept);
        var databases = new PeerDatabases(postgres);
        await databases.LoadAsync();
        var contenders = await Contender.StartAsync(postgres, databases);
        try
        {
            await new PeersBenchmark(postgres, databases, contenders, asked).RunAsync(asked.Names);
        }
        finally
        {
            foreach (var contender in contenders)
                contender.Dispose();
        }
    }

    private async Task RunAsync(IReadOnlyList<string> names)
    {
        var watch = Stopwatch.StartNew();
        foreach (var operation in names)
        {
            Console.WriteLine($"{watch.Elapsed:mm\\:ss} {operation}…");
            try
            {
                await (operation == "S1" ? FanOutAsync() : LoadAsync(operation));
            }
            catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
            {
                // What was measured before is still worth printing.
                Environment.ExitCode = 1;
                Console.WriteLine($"{operation} is not measured: {failure.Message}");
                foreach (var contender in _contenders)
                    _cells.Remove((operation, contender.Name));
            }
        }

        Console.WriteLine(
            $"\n{DateTime.Now:yyyy-MM-dd}; {Connections} connections, {_rounds} rounds of {_seconds} s, "
                + $"{Contender.Pool} database connections each, {Environment.ProcessorCount} processors."
        );
        if (_cells.Count > 0)
            PeersTable.Print(_cells);
        if (_fanouts.Count > 1)
            PeersTable.Print(_fanouts);
    }

    private async Task LoadAsync(string operation)
    {
        var isWrite = operation == "M1";
        var bodies = isWrite ? [] : await SameAnswers.ProveAsync(operation, _contenders);
        var contenders = _contenders.Where(c => c.Reads || !isWrite).ToList();
        foreach (var contender in contenders)
        {
            if (isWrite)
                await CleanAsync(contender);
            await Wrk.WarmUpAsync(
                async () => (await LoadAsync(contender, Math.Min(2, _seconds), Connections)).Load,
                most: 2 * _seconds
            );
            var alone = await LoadAsync(contender, Math.Max(1, _seconds / 2), connections: 1);
            _cells[(operation, contender.Name)] = new(alone.Load.Median);
        }

        for (var round = 0; round < _rounds; round++)
        {
            // Who comes first changes.
            foreach (var contender in contenders.Skip(round % 2).Concat(contenders.Take(round % 2)))
            {
                if (isWrite)
                    await CleanAsync(contender);
                _cells[(operation, contender.Name)].Runs.Add(await LoadAsync(contender, _seconds, Connections));
            }
        }

        foreach (var contender in isWrite ? contenders : [])
            await CleanAsync(contender);

        async Task<Run> LoadAsync(Contender contender, int seconds, int connections)
        {
            var reports = _reports[contender.Name];
            var stored = isWrite ? await _databases.StoredAsync(contender) : 0;
            var (server, database) = CpuMilliseconds(contender);
            var load = await Wrk.RunAsync(
                $"{contender.Url}/graphql",
                isWrite ? reports.Script() : Wrk.Post(bodies[contender.Name].Body),
                seconds,
                contender.Process,
                connections
            );
            var (serverNow, databaseNow) = CpuMilliseconds(contender);
            if (!isWrite)
                load.MustBeWhole(bodies[contender.Name].Data);
            reports.Took(load.Requests);
            if (isWrite && await _databases.StoredAsync(contender) - stored is var more && more < load.Requests)
                throw new InvalidOperationException(
                    $"{contender.Name} answered {load.Requests} reports and stored {more}."
                );
            return new(load, (serverNow - server) / load.Requests, (databaseNow - database) / load.Requests);
        }
    }

    private (double Server, double Database) CpuMilliseconds(Contender contender) =>
        (ProcessTree.CpuMilliseconds(contender.Process.Id), ProcessTree.CpuMilliseconds(_postgres.ProcessId));

    private async Task FanOutAsync()
    {
        var live = _contenders.Where(c => c.Knows("S1") && c.Reads && c.Name != Contender.Limit).ToList();
        foreach (var contender in live)
            await CleanAsync(contender);
        for (var round = 0; round < _rounds; round++)
        {
            foreach (var contender in live)
            {
                var fanout = new Fanout(contender, _reports[contender.Name], _postgres);
                _fanouts.TryAdd(contender.Name, []);
                _fanouts[contender.Name].AddRange(await fanout.RunAsync(5 * _seconds));
            }
        }

        foreach (var contender in live)
            await CleanAsync(contender);
    }

    private async Task CleanAsync(Contender contender)
    {
        await _databases.CleanAsync(contender);
        _reports[contender.Name].Restart();
    }

    // Once for each list of versions: a copy of the list says which are installed.
    private static async Task InstallAsync()
    {
        var wanted = Path.Combine(Contender.Folder, "package-lock.json");
        var installed = Path.Combine(Contender.Folder, "node_modules", "installed.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == await File.ReadAllTextAsync(wanted))
            return;

        Console.WriteLine("Installing the peers…");
        await Shell.RunAsync(Contender.Folder, "npm", ["ci", "--no-audit", "--no-fund"]);
        File.Copy(wanted, installed, overwrite: true);
    }
}
