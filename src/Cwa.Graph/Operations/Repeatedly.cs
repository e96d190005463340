using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Work that a server does again and again beside its requests.</summary>
internal static partial class Repeatedly
{
    /// <summary>Does something, with a pause after each time, until it is cancelled. What fails is tried again; the first failure of a row is logged.</summary>
    public static async Task DoAsync(Func<CancellationToken, Task> work, TimeSpan pause, ILogger log, CancellationToken cancellationToken)
    {
        var fails = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await work(cancellationToken);
                fails = false;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                if (!fails && DatabaseFault.IsAway(failure))
                    Waits(log, failure.GetBaseException().Message);
                else if (!fails)
                    Failed(log, failure);
                fails = true;
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
}
