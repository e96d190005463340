using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Follows over a WebSocket, as fast as the server sends.</summary>
public class SocketFollower(IFollowed site, string start, Followed? followed = null) : Follower(site, start, followed)
{
    protected override async IAsyncEnumerable<JsonElement> ReadAsync(
        string? last,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var socket = await Server.OpenSocketAsync();
        await using var end = cancellationToken.Register(socket.Dispose);
        await socket.InitAsync("Bearer " + Site.Npr);
        await socket.SubscribeAsync("1", Asked.Query, new { after = last ?? Start });
        while (!cancellationToken.IsCancellationRequested)
        {
            var (message, payload) = await socket.NextAsync();
            if (MayBeRefused && message == "error 1")
                throw new IOException(payload.GetRawText());
            Assert.Equal("next 1", message);
            yield return FieldOf(payload);
        }
    }
}

/// <summary>Follows, but now and then is busy for a second.</summary>
public sealed class SlowFollower(IFollowed site, string start) : SocketFollower(site, start)
{
    protected override async IAsyncEnumerable<JsonElement> ReadAsync(
        string? last,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var read = 0;
        await foreach (var message in base.ReadAsync(last, cancellationToken))
        {
            yield return message;
            if (++read % 100 == 0)
                await Task.Delay(1_000, cancellationToken);
        }
    }
}

/// <summary>Follows over a WebSocket that breaks at random.</summary>
public sealed class CutOffFollower(IFollowed site, string start, Followed? followed = null)
    : SocketFollower(site, start, followed)
{
    protected override async IAsyncEnumerable<JsonElement> ReadAsync(
        string? last,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cut.CancelAfter(Random.Shared.Next(50, 1_500));
        await foreach (var message in base.ReadAsync(last, cut.Token))
            yield return message;
    }
}
