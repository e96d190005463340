namespace Cwa.Benchmarks;

/// <summary>A result of one round.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">How much it was.</param>
/// <param name="Unit">The unit; a rate, of which more is better, has a slash: <c>req/s</c>.</param>
internal sealed record Figure(string Name, double Value, string Unit)
{
    /// <summary>How many times as good as another value this one is.</summary>
    public double Against(double other) => IsRate ? Value / other : other / Value;

    private bool IsRate => Unit.Contains('/', StringComparison.Ordinal);
}

/// <summary>Measures one side from outside, as any client could.</summary>
internal abstract class Measure : IDisposable
{
    /// <summary>Starts what the rounds need, and warms it up.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>The figures of one round. Both sides give the same ones.</summary>
    public abstract Task<IReadOnlyList<Figure>> RoundAsync(int round);

    public void Dispose() => End();

    /// <summary>Ends what was started.</summary>
    protected virtual void End() { }
}
