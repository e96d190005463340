using System.Runtime.CompilerServices;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Starts subscriptions, and groups those with the same query and rights.</summary>
internal sealed class LiveOperations(
    RequestExecutor executor,
    OpenScope open,
    Limits limits,
    LiveRetries retries,
    GraphMetrics metrics
) : ILiveOperations
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RequestKey, Membership> _groups = [];

    /// <summary>The number of groups of subscribers; each executes every message once.</summary>
    public int Groups
    {
        get
        {
            lock (_lock)
                return _groups.Count;
        }
    }

    public async Task<LiveStart> StartAsync(
        GraphRequest request,
        IServiceProvider services,
        string? resumeAfter,
        CancellationToken cancellationToken
    )
    {
        var (requester, spending) = (
            services.GetRequiredService<IRequester>(),
            services.GetRequiredService<Spending>()
        );
        PreparedRequest prepared;
        try
        {
            prepared = executor.Prepare(request, _ => { }, requester);
            if (prepared.Operation.Operation != OperationType.Subscription)
                return new(null, null);
            spending.Take(prepared.Cost);
        }
        catch (RequestError error)
        {
            return new(null, new(spending.Refused(error)));
        }

        var found = await executor.RunAsync(prepared, root: null, services, cancellationToken, resumeAfter);
        return SubscriptionStrategy.SourceOf(found) is { } source
            ? new(FollowAsync(prepared, source, requester, cancellationToken), null)
            : new(null, new() { Errors = found.Errors });
    }

    private async IAsyncEnumerable<LiveMessage> FollowAsync(
        PreparedRequest request,
        ISource source,
        IRequester requester,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var key = LiveKey.Of(request, requester);
        var membership = Join(
            key,
            () => new(new(request, source, requester, open, executor, limits, metrics), retries, source.Tail.Newest)
        );
        try
        {
            await foreach (var message in membership.Group.FromAsync(source.Start, cancellationToken))
                yield return message;
        }
        finally
        {
            Leave(key, membership);
        }
    }

    private Membership Join(RequestKey key, Func<LiveGroup> create)
    {
        lock (_lock)
        {
            if (!_groups.TryGetValue(key, out var membership) || membership.Group.HasFailed)
                _groups[key] = membership = new(create());
            membership.Members++;
            metrics.Subscribers.Add(1);
            return membership;
        }
    }

    private void Leave(RequestKey key, Membership membership)
    {
        metrics.Subscribers.Add(-1);
        lock (_lock)
        {
            if (--membership.Members > 0)
                return;
            // After a failure another group may have started under the same key.
            if (_groups.GetValueOrDefault(key) == membership)
                _groups.Remove(key);
            membership.Dispose();
        }
    }

    private sealed class Membership : IDisposable
    {
        private readonly CancellationTokenSource _end = new();

        public Membership(LiveGroup group)
        {
            Group = group;
            // Taken here and not inside Task.Run: by then the only member may have left and disposed the source.
            var end = _end.Token;
            // The group outlives the request that started it, so it must not carry that request's context.
            using (ExecutionContext.SuppressFlow())
                _ = Task.Run(() => group.RunAsync(end), CancellationToken.None);
        }

        public LiveGroup Group { get; }

        public int Members { get; set; }

        public void Dispose()
        {
            _end.Cancel();
            _end.Dispose();
        }
    }
}
