namespace Cwa.Graph.Engine;

/// <summary>What all readers share when they try again: the pace, the judgement of failures, and the log.</summary>
internal sealed partial class LiveRetries(
    RetryPace pace,
    IsAway isAway,
    ReadGate gate,
    Limits limits,
    ILogger<LiveRetries> log
)
{
    private readonly LiveOutage _outage = new(pace.Calm, log);

    /// <summary>Whether a message failed because the database is away.</summary>
    public bool IsAway(LiveFailure failure) =>
        failure.Result.Errors!.Any(e => e.Code == ErrorCodes.Unavailable || isAway(e.InnerException) != Away.No);

    /// <summary>Whether the database answers now. It is asked through the same gate as every other read.</summary>
    public async Task<bool> AnswersAsync(Tail tail, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(limits.ExecutionTime);
        try
        {
            using var place = await gate.EnterAsync(isSignedIn: true, late.Token);
            await tail.RangeAsync(late.Token);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>
    /// Waits until the next try is due. A reader that has waited calls <see cref="Leave"/> once at the end.
    /// </summary>
    /// <param name="failure">Why there has to be another try.</param>
    /// <param name="fails">How many times the reader has waited before.</param>
    public Task WaitAsync(LiveFailure failure, int fails, CancellationToken cancellationToken)
    {
        _outage.Failed(failure.Error.InnerException ?? failure.Error, isFirst: fails == 0);
        return Task.Delay(pace.After(fails), cancellationToken);
    }

    /// <summary>Notes that a reader has stopped waiting.</summary>
    public void Leave() => _outage.Leave();

    /// <summary>Logs a failure that was sent to subscribers.</summary>
    public void GaveUp(string traceId, LiveFailure failure) =>
        GaveUp(log, traceId, failure.Error.InnerException ?? failure.Error);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A message always fails. Its subscribers were given the trace id {TraceId}."
    )]
    private static partial void GaveUp(ILogger log, string traceId, Exception failure);
}

/// <summary>How long to wait for the next try: twice as long each time, up to a bound, and partly at random.</summary>
/// <param name="First">The longest first wait.</param>
/// <param name="Longest">The longest wait of all.</param>
/// <param name="Calm">How long nothing may fail before an outage is over.</param>
internal sealed record RetryPace(TimeSpan First, TimeSpan Longest, TimeSpan Calm)
{
    private const int MostDoublings = 16;

    public static RetryPace Usual { get; } =
        new(First: TimeSpan.FromSeconds(0.25), Longest: TimeSpan.FromSeconds(10), Calm: TimeSpan.FromSeconds(10));

    /// <summary>The next wait, after this many.</summary>
    public TimeSpan After(int waits)
    {
        var most = First * (1 << Math.Min(waits, MostDoublings));
        return (most < Longest ? most : Longest) * (0.5 + Random.Shared.NextDouble() / 2);
    }
}
