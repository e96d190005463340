namespace Cwa.Benchmarks;

/// <summary>One run of load.</summary>
/// <param name="Load">What wrk measured.</param>
/// <param name="ServerCpu">The server's processor time of a request, in milliseconds.</param>
/// <param name="DatabaseCpu">The database's.</param>
internal sealed record Run(Load Load, double ServerCpu, double DatabaseCpu);

/// <summary>The results of one server and one operation.</summary>
/// <param name="Alone">The median latency with one connection, in milliseconds.</param>
internal sealed record Cell(double Alone)
{
    /// <summary>The runs with many connections.</summary>
    public List<Run> Runs { get; } = [];

    /// <summary>The median of something that each run gave.</summary>
    public double Median(Func<Run, double> of) => Runs.Select(of).Order().ElementAt(Runs.Count / 2);

    public double PerSecond => Median(run => run.Load.PerSecond);

    /// <summary>Milliseconds of a request, the server's and the database's together.</summary>
    public double Cpu => Median(run => run.ServerCpu + run.DatabaseCpu);
}
