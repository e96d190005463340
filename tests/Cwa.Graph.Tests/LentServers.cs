using System.Collections.Concurrent;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>
/// A server on each database, for one test class at a time. It is started when the first class needs it and then lent
/// to the next. Records of one class stay in the database.
/// </summary>
public abstract class LentServers : IAsyncLifetime
{
    private static readonly ConcurrentDictionary<(Type Kind, string Provider), ConcurrentBag<CwaServer>> Free = [];

    private readonly Dictionary<string, CwaServer> _lent = [];

    public async Task<CwaServer> OnAsync(string provider)
    {
        if (!_lent.TryGetValue(provider, out var server))
        {
            if (!FreeOn(provider).TryTake(out server))
            {
                server = await StartAsync(provider);
                if (IsLentOn)
                    Shared.For(server);
            }

            server.Statements.Clear();
            _lent[provider] = server;
        }

        return server;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var (provider, server) in _lent)
        {
            if (IsLentOn)
                FreeOn(provider).Add(server);
            else
                await server.DisposeAsync();
        }
    }

    /// <summary>Whether the next class may use the same server.</summary>
    protected virtual bool IsLentOn => true;

    protected abstract Task<CwaServer> StartAsync(string provider);

    private ConcurrentBag<CwaServer> FreeOn(string provider) => Free.GetOrAdd((GetType(), provider), _ => []);
}

/// <summary>Servers for tests that write. Each test makes its own agency.</summary>
public sealed class WritingServers : LentServers
{
    protected override Task<CwaServer> StartAsync(string provider) => CwaServer.StartAsync(provider);
}

/// <summary>Servers for tests that change something global, and so for one class alone.</summary>
public sealed class OwnServers : LentServers
{
    protected override bool IsLentOn => false;

    protected override Task<CwaServer> StartAsync(string provider) => CwaServer.StartAsync(provider);
}

/// <summary>Servers over the sample year, for tests that only read.</summary>
public sealed class SampleServers : LentServers
{
    protected override Task<CwaServer> StartAsync(string provider) => CwaServer.StartAsync(provider, sample: true);
}

/// <summary>Servers over the sample year, for tests that change it.</summary>
public sealed class WrittenSampleServers : LentServers
{
    protected override bool IsLentOn => false;

    protected override Task<CwaServer> StartAsync(string provider) => CwaServer.StartAsync(provider, sample: true);
}
