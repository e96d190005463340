using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Translates instants of the domain's clock to those with which records are stamped.</summary>
/// <remarks>
/// The two clocks differ only while the date is fixed: then what is stored today is stamped with the system's date. A
/// caller who asks for what was known this afternoon means that.
/// </remarks>
[Service]
public sealed class RecordClock(DomainClock clock, TimeProvider system)
{
    /// <summary>
    /// The instant with which a record is stamped that is stored at this one. Instants of other days stay as they are.
    /// </summary>
    public DateTime Stamped(DateTime instant)
    {
        var utc = instant.ToUniversalTime();
        if (Washington.DateOf(utc) != clock.Today)
            return utc;

        return utc.AddHours(HoursAhead);
    }

    /// <summary>All that answers may depend on of either clock, other than that of `service`.</summary>
    internal string Day => $"{clock.Today:O} {HoursAhead}";

    // Rounded, because the clocks are read one after the other.
    private double HoursAhead => Math.Round((system.GetUtcNow().UtcDateTime - clock.Now).TotalHours);
}
