using Cwa.Graph.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Engine;

public sealed class ReadGateTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task What_needs_no_database_is_answered_while_its_readers_are_busy()
    {
        var places = await FillAsync();

        var waiting = library.AskAsync("{ books { totalCount } }");
        (await library.AskAsync("{ __typename }")).Succeeds();
        Assert.False(waiting.IsCompleted);

        places.ForEach(place => place.Dispose());
        (await waiting).Succeeds();
    }

    private async Task<List<IDisposable>> FillAsync()
    {
        var gate = library.Services.GetRequiredService<ReadGate>();
        var places = new List<IDisposable>();
        for (var i = 0; i < library.Services.GetRequiredService<Limits>().ConcurrentReads; i++)
            places.Add(await gate.EnterAsync(CancellationToken.None));
        return places;
    }
}
