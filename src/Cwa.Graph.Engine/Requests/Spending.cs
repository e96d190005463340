namespace Cwa.Graph.Engine;

/// <summary>What the requests of a scope take from what their caller may ask for in a minute.</summary>
public sealed class Spending
{
    private readonly CostGate _gate;
    private readonly IRequester _caller;
    private readonly Limits _limits;
    private CostShare? _share;

    internal Spending(CostGate gate, IRequester caller, Limits limits) =>
        (_gate, _caller, _limits) = (gate, caller, limits);

    /// <summary>Takes what a file costs: as much as the largest operation.</summary>
    /// <exception cref="RequestError">The caller has asked for too much of late (RATE_LIMITED).</exception>
    public void TakeFile() => Take(_limits.CostOf(_caller.IsSignedIn));

    /// <summary>Takes the cost of a request, at least 1.</summary>
    /// <exception cref="RequestError">The caller has asked for too much of late (RATE_LIMITED).</exception>
    internal void Take(long cost)
    {
        _share = _gate.Take(_caller, cost);
        if (_share?.Wait is { } wait)
            throw RequestError.RateLimited(
                _caller.IsSignedIn
                    ? $"You may ask for {_share.EachMinute} objects a minute, and have asked for more."
                    : $"Without a sign-in, {_share.EachMinute} objects a minute may be asked for from one address, "
                        + "and more were asked for from yours.",
                wait
            );
    }

    /// <summary>Takes the least that a request can cost, for one that is refused.</summary>
    /// <returns>Why it is refused: as given, unless its caller has asked for too much of late as well.</returns>
    internal RequestError Refused(RequestError reason)
    {
        if (reason.Code == ErrorCodes.RateLimited)
            return reason;
        try
        {
            Take(1);
            return reason;
        }
        catch (RequestError limited)
        {
            return limited;
        }
    }

    /// <summary>Tells in the headers of a request's answer what its caller may still ask for.</summary>
    internal static void TellIn(HttpContext http) =>
        http.Response.OnStarting(
            static state =>
            {
                var http = (HttpContext)state;
                http.RequestServices.GetRequiredService<Spending>()._share?.SetOn(http.Response.Headers);
                return Task.CompletedTask;
            },
            http
        );
}

/// <summary>What a caller may still ask for.</summary>
/// <param name="EachMinute">The limit.</param>
/// <param name="Left">How many objects may be asked for at once.</param>
/// <param name="UntilFull">How long until that is as much as it can be.</param>
/// <param name="Wait">How long to wait with a request that was refused; null if it was not.</param>
internal sealed record CostShare(int EachMinute, int Left, TimeSpan UntilFull, TimeSpan? Wait)
{
    /// <summary>Sets the headers of draft-ietf-httpapi-ratelimit-headers.</summary>
    public void SetOn(IHeaderDictionary headers)
    {
        headers["RateLimit-Policy"] = $"\"cost\";q={EachMinute};w=60";
        headers["RateLimit"] = $"\"cost\";r={Left};t={Math.Ceiling(UntilFull.TotalSeconds)}";
    }
}
