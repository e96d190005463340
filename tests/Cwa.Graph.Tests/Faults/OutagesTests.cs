using Cwa.Graph.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cwa.Graph.Tests.Faults;

public sealed class OutagesTests
{
    [Fact]
    public async Task Operations_that_succeed_meanwhile_do_not_keep_one_trying_that_fails_each_time()
    {
        var outages = new Outages(NullLogger<Outages>.Instance);
        var tries = 0;

        do
        {
            outages.NoteSuccess();
            outages.Note(new IOException("No space left on device"));
            Assert.True(++tries < 10, "It is tried for ever.");
        } while (await outages.IsWorthAnotherTryAsync(tries, CancellationToken.None));
    }
}
