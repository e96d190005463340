namespace Cwa.Graph.Engine;

/// <summary>Reads a query's messages, for a group or for one member, and never skips one.</summary>
/// <remarks>
/// What fails through a fault of ours is read again for as long as the database is away. A message that fails five
/// times on its own while the database answers is sent with its errors: a bug must not hold up every later message.
/// </remarks>
internal sealed class LiveReader(LiveQuery query, LiveRetries retries)
{
    private const int MostTries = 5;

    // After a page has failed, its messages are read one by one up to here: only that shows which of them is at fault.
    private long _oneByOneTo = long.MinValue;

    /// <summary>The next messages after a place: at least one, or none up to a later place.</summary>
    /// <exception cref="RequestError">The messages themselves cannot be read, though the database answers.</exception>
    public async Task<LivePage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        var (tries, fails) = (0, 0);
        try
        {
            while (true)
            {
                var onlyOne = after < _oneByOneTo;
                var page = await query.ReadAsync(after, onlyOne, cancellationToken);
                if (page.Failure is not { } failure)
                    return page;

                var isAway = retries.IsAway(failure);
                var wasAlone = onlyOne || page.Messages is [] && failure.Message?.Place == failure.PageEnd;
                if (!isAway && !wasAlone)
                    _oneByOneTo = Math.Max(failure.PageEnd, after + 1);
                if (page.Messages is not [])
                    return page;
                if (!isAway && !wasAlone)
                    continue;
                if (!isAway && await retries.AnswersAsync(query.Tail, cancellationToken) && ++tries == MostTries)
                    return GiveUp(after, failure);

                await retries.WaitAsync(failure, fails++, cancellationToken);
            }
        }
        finally
        {
            if (fails > 0)
                retries.Leave();
        }
    }

    private LivePage GiveUp(long after, LiveFailure failure)
    {
        var traceId = query.TraceIdOf(failure.Message?.Place ?? after);
        retries.GaveUp(traceId, failure);
        return failure.Message is { } message
            ? new([query.Tell(message, failure.Result, traceId)], message.Place)
            : throw RequestError.Traced(failure.Error, traceId);
    }
}
