using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Background work that a server does again and again.</summary>
internal static partial class Repeatedly
{
    /// <summary>Does the work again and again, with a pause after each time, until it is cancelled.</summary>
    /// <remarks>
    /// A failure is tried again. The log has the first one, and the number of failures once the work goes on.
    /// </remarks>
    public static async Task DoAsync(
        Func<CancellationToken, Task> work,
        TimeSpan pause,
        ILogger log,
        CancellationToken cancellationToken
    )
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await work(cancellationToken);
                if (failures > 0)
                    GoesOn(log, failures);
                failures = 0;
            }
            catch (ObjectDisposedException gone) when (gone.ObjectName == nameof(IServiceProvider))
            {
                // The server did not start after all, and is gone before it could cancel this.
                return;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                if (failures++ == 0 && DatabaseFault.IsAway(failure))
                    Waits(log, failure.GetBaseException().Message);
                else if (failures == 1)
                    Failed(log, failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Background work waits for the database: {Cause}")]
    private static partial void Waits(ILogger log, string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Background work failed, and is tried again.")]
    private static partial void Failed(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Background work goes on after {Failures} failures.")]
    private static partial void GoesOn(ILogger log, int failures);
}
