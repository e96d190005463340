using System.Diagnostics;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Waits for what another thread does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task IsAsync<T>(T expected, Func<T> value, TimeSpan? patience = null) =>
        IsAsync(expected, () => Task.FromResult(value()), patience);

    public static async Task IsAsync<T>(T expected, Func<Task<T>> value, TimeSpan? patience = null)
    {
        var waited = Stopwatch.StartNew();
        T last;
        while (!Equals(last = await value(), expected) && waited.Elapsed < (patience ?? Patience))
            await Task.Delay(20);
        Assert.Equal(expected, last);
    }

    /// <summary>The value at which a growing number stops.</summary>
    public static async Task<int> StopsAsync(Func<int> value)
    {
        var (before, last) = (-1, value());
        while (last == 0 || before != last)
        {
            await Task.Delay(500);
            (before, last) = (last, value());
        }

        return last;
    }
}
