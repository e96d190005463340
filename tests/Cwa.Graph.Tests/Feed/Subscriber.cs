using System.Text.Json;
using Cwa.Graph.Engine;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Feed;

/// <summary>A subscriber inside the server, without a transport in between.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private readonly AsyncServiceScope _scope;
    private readonly IAsyncEnumerator<LiveMessage> _messages;

    private Subscriber(AsyncServiceScope scope, IAsyncEnumerable<LiveMessage> messages) =>
        (_scope, _messages) = (scope, messages.GetAsyncEnumerator(_end.Token));

    public static async Task<Subscriber> StartAsync(
        CwaServer server,
        Caller caller,
        string query,
        Dictionary<string, object?>? variables = null,
        string? resumeAfter = null
    )
    {
        var (start, scope) = await TryStartAsync(server, caller, query, variables, resumeAfter);
        Assert.Null(start.Failed);
        return new(scope, start.Messages!);
    }

    /// <summary>The codes with which the subscription is refused.</summary>
    public static async Task<IEnumerable<string?>> RefusedAsync(
        CwaServer server,
        Caller caller,
        string query,
        Dictionary<string, object?>? variables = null
    )
    {
        var (start, scope) = await TryStartAsync(server, caller, query, variables, null);
        await scope.DisposeAsync();
        Assert.Null(start.Messages);
        return start.Failed!.Errors!.Select(e => e.Code);
    }

    /// <summary>The next message's field.</summary>
    public async Task<JsonElement> NextAsync()
    {
        Assert.True(await _messages.MoveNextAsync());
        var result = JsonDocument.Parse(_messages.Current.Result).RootElement;
        Assert.False(result.TryGetProperty("errors", out var errors), errors.ToString());
        return result.GetProperty("data").EnumerateObject().Single().Value;
    }

    public async Task<List<JsonElement>> NextAsync(int count)
    {
        var messages = new List<JsonElement>();
        while (messages.Count < count)
            messages.Add(await NextAsync());
        return messages;
    }

    public async ValueTask DisposeAsync()
    {
        await _messages.DisposeAsync();
        await _scope.DisposeAsync();
        _end.Dispose();
    }

    private static async Task<(LiveStart Start, AsyncServiceScope Scope)> TryStartAsync(
        CwaServer server,
        Caller caller,
        string query,
        Dictionary<string, object?>? variables,
        string? resumeAfter
    )
    {
        var scope = server.Services.GetRequiredService<OpenScope>()(caller);
        var request = new GraphRequest(query, null, variables is null ? Inputs.Empty : new(variables), Inputs.Empty);
        return (
            await server
                .Services.GetRequiredService<LiveOperations>()
                .StartAsync(request, scope.ServiceProvider, resumeAfter, CancellationToken.None),
            scope
        );
    }
}
