namespace Cwa.Model.Tests;

/// <summary>Events that agencies have planned.</summary>
internal static class Planning
{
    /// <summary>An event in an accepted report of a new agency, which leads it.</summary>
    /// <param name="desk">Where it is found.</param>
    /// <param name="facts">What the report says; a town hall on 14 April 1998 where nothing is given.</param>
    /// <param name="since">What has become of it.</param>
    /// <param name="coHosts">The agencies that hold it as well.</param>
    public static async Task<(Agency Agency, Event Event)> PlannedAsync(
        this Desk desk,
        EventFacts? facts = null,
        Action<Event>? since = null,
        params Agency[] coHosts
    )
    {
        var agency = Samples.Agency();
        var report = Samples.Accepted(agency);
        var planned = new Event(report, facts ?? Samples.Facts(), coHosts.Select(a => a.Id));
        since?.Invoke(planned);
        await desk.SaveAsync(agency, report, planned);
        return (agency, planned);
    }

    public static void Confirm(Event planned) => planned.Confirm(planned.StartsOn, null, null, Samples.Noon, "pat");

    public static void Cancel(Event planned) => planned.Cancel("Snow.", Samples.Noon, "pat");

    public static void Postpone(Event planned) => planned.Postpone("Snow.", null, null, Samples.Noon, "pat");
}
