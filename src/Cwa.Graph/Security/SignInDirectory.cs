using System.Diagnostics;
using Microsoft.IdentityModel.Tokens;

namespace Cwa.Graph;

/// <summary>The directory's keys are not available for now, so no token can be checked.</summary>
internal sealed class DirectoryAwayException(Exception cause) : Exception("The directory is away.", cause);

/// <summary>Whether the directory's keys are available.</summary>
/// <remarks>
/// By itself, the library lets each request in turn ask the directory, however long that takes. Here one asks for all.
/// Keys that have come stay, whatever happens to the directory.
/// </remarks>
internal sealed partial class SignInDirectory(ILogger<SignInDirectory> log)
{
    /// <summary>How long an answer of the directory may take.</summary>
    public static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    // Callers are answered soon, and can try again as soon as the directory is asked again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3),
        Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Task<Exception?>? _asking;
    private long _askedAt;
    private volatile bool _hasKeys;
    private int _failures;

    /// <summary>Why the keys are not available; null if they are.</summary>
    public ValueTask<Exception?> FailureAsync(BaseConfigurationManager keys)
    {
        if (_hasKeys)
            return default;

        lock (_lock)
        {
            if (_asking is null || (_asking.IsCompleted && Stopwatch.GetElapsedTime(_askedAt) > Pause))
                (_asking, _askedAt) = (Task.Run(() => AskAsync(keys)), Stopwatch.GetTimestamp());
            return new(_asking);
        }
    }

    private async Task<Exception?> AskAsync(BaseConfigurationManager keys)
    {
        using var time = new CancellationTokenSource(Patience);
        try
        {
            await keys.GetBaseConfigurationAsync(time.Token).WaitAsync(time.Token);
            _hasKeys = true;
            if (_failures > 0)
                Back(log, _failures);
            return null;
        }
        catch (Exception failure)
        {
            if (_failures++ == 0)
                Away(log, time.IsCancellationRequested ? "no answer" : failure.GetBaseException().Message);
            return failure;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The directory that signs people in is away ({Cause}). Requests with a token get UNAVAILABLE."
    )]
    private static partial void Away(ILogger log, string cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory is back, after {Failures} failed attempts.")]
    private static partial void Back(ILogger log, int failures);
}
