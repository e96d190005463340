using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Work that a server does again and again beside its requests.</summary>
internal static partial class Repeatedly
{
    /// <summary>Does something, with a pause after each time, until it is cancelled.</summary>
    /// <remarks>What fails is tried again. The log has the first failure, and their number when it goes on.</remarks>
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work beside the requests waits for the database: {Cause}")]
    private static partial void Waits(ILogger log, string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work beside the requests fails for now; trying again.")]
    private static partial void Failed(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work beside the requests goes on after {Failures} failures.")]
    private static partial void GoesOn(ILogger log, int failures);
}
