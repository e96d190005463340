using System.Diagnostics;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class TimeoutTests(TimeoutTests.Hasty library) : IClassFixture<TimeoutTests.Hasty>
{
    public sealed class Hasty : Library
    {
        protected override IReadOnlyDictionary<string, string?> Settings =>
            new Dictionary<string, string?> { ["Limits:ExecutionTime"] = "00:00:00.3" };
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_stopped()
    {
        await library.AskAsync("{ __typename }");
        var watch = Stopwatch.StartNew();

        var answer = await library.AskAsync("{ slow }");

        Assert.Equal(ErrorCodes.Timeout, answer.Code);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(5));
        Assert.Contains(library.Log.Lines, line => line.StartsWith("Stopped.", StringComparison.Ordinal));
        Assert.DoesNotContain("Cancel", answer.Text, StringComparison.OrdinalIgnoreCase);
    }
}
