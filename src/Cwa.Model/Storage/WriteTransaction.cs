using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>A transaction that writes. Disposed without a commit, it leaves nothing behind.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly SemaphoreSlim? _gate;

    internal WriteTransaction(IDbContextTransaction transaction, SemaphoreSlim? gate) =>
        (_transaction, _gate) = (transaction, gate);

    /// <summary>Commits what was written.</summary>
    /// <exception cref="CommitUnansweredException">The server did not say whether it committed.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        using var span = StatementTracing.BeginCommit();
        try
        {
            await _transaction.CommitAsync(cancellationToken);
        }
        catch (Exception lost) when (IsOnServer && (lost is OperationCanceledException || DatabaseFault.IsAway(lost)))
        {
            throw new CommitUnansweredException(lost);
        }
    }

    // SQLite commits in this process: if the commit fails, it was not made.
    private bool IsOnServer => _gate is null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            _gate?.Release();
        }
    }
}

/// <summary>A commit was sent and no answer came. It may or may not have been made.</summary>
public sealed class CommitUnansweredException(Exception lost)
    : Exception("The database did not answer a commit.", lost);
