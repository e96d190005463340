using Microsoft.Extensions.Options;

namespace Cwa.Graph.Engine;

/// <summary>How a server stops without a caller noticing.</summary>
/// <remarks>
/// At first it serves on and only says that it stops (<see cref="HasBegun"/>), until proxies send callers elsewhere.
/// Then long-lived connections end (<see cref="ConnectionsEnd"/>), so that their clients open them again on another
/// server.
/// Only after both does the host close its ports and wait for the requests that still run.
/// </remarks>
public sealed class Drain : IHostedLifecycleService, IDisposable
{
    // How long the requests that run may take once the server has drained, so that nobody has to kill it.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _connections = new();
    private readonly ConnectionLimits _limits;
    private readonly IHostApplicationLifetime _lifetime;

    internal Drain(ConnectionLimits limits, IHostApplicationLifetime lifetime, IOptions<HostOptions> host)
    {
        (_limits, _lifetime) = (limits, lifetime);
        host.Value.ShutdownTimeout = limits.NoticeTime + limits.DrainTime + limits.CloseTime + Rest;
    }

    /// <summary>Whether the server is about to stop.</summary>
    public bool HasBegun => _lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Cancelled when long-lived connections are to end.</summary>
    internal CancellationToken ConnectionsEnd => _connections.Token;

    async Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped twice.
        if (_connections.IsCancellationRequested)
            return;
        await Task.WhenAny(Task.Delay(_limits.NoticeTime, cancellationToken));
        await _connections.CancelAsync();
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();
}
