using Cwa.Graph.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests;

public sealed class RepeatedlyTests
{
    [Fact]
    public async Task Work_of_a_server_that_did_not_start_ends_without_a_word()
    {
        using var log = new MemoryLog(LogLevel.Trace, "{0}: {1} {2}");
        var services = new ServiceCollection().BuildServiceProvider();
        await services.DisposeAsync();
        var tried = 0;

        await Repeatedly
            .DoAsync(
                _ =>
                {
                    tried++;
                    services.GetRequiredService<IServiceScopeFactory>();
                    return Task.CompletedTask;
                },
                TimeSpan.FromMilliseconds(10),
                log.CreateLogger("work"),
                CancellationToken.None
            )
            .WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(1, tried);
        Assert.Empty(log.Lines);
    }
}
