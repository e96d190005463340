using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Complaints;

/// <summary>Which complaint figures are shown.</summary>
/// <param name="Agency">The abbreviation of an agency, which stands for those below it as well.</param>
public sealed record ComplaintFilter(Month From, Month To, string? Agency, string? Category, string? Channel)
{
    // As many as the schema adds up at once.
    private const int MostMonths = 120;

    /// <summary>What an address asks for: without a period, the months of the year that are over.</summary>
    internal static ComplaintFilter Of(Asked asked, DateOnly today)
    {
        var last = Month.Of(today).Plus(-1);
        var to = asked.Month("to") ?? last;
        var from = asked.Month("from") ?? (to.Year == Month.First.Year ? Month.First : new(to.Year, 1));
        return In(from, to) with
        {
            Agency = asked.Text("agency"),
            Category = asked.Code("category", Asked.Codes<ComplaintCategory>(), "a category such as TIMELINESS"),
            Channel = asked.Code("channel", Asked.Codes<ComplaintChannel>(), "a channel such as TELEPHONE"),
        };
    }

    /// <summary>The months of a period, as far as they are over.</summary>
    internal static ComplaintFilter Of(DateOnly from, DateOnly to, string? agency, DateOnly today)
    {
        var (last, over) = (Month.Of(to), Month.Of(today).Plus(-1));
        return In(Month.Of(from), last > over ? over : last) with { Agency = agency };
    }

    private static ComplaintFilter In(Month from, Month to)
    {
        if (to < from)
            from = to;
        if (from < to.Plus(1 - MostMonths))
            from = to.Plus(1 - MostMonths);
        return new(from, to, Agency: null, Category: null, Channel: null);
    }

    public IEnumerable<Month> Months
    {
        get
        {
            for (var month = From; !(To < month); month = month.Plus(1))
                yield return month;
        }
    }

    /// <summary>The condition in the schema without the months, which trends take as arguments.</summary>
    public Dictionary<string, object> Where
    {
        get
        {
            var where = new Dictionary<string, object>();
            if (Agency is not null)
                where["agency"] = Agencies;
            if (Category is not null)
                where["category"] = new { top = new { eq = Category } };
            if (Channel is not null)
                where["channel"] = new { eq = Channel };
            return where;
        }
    }

    /// <summary>The process changes of the period whose effect was measured.</summary>
    public Dictionary<string, object> Changes
    {
        get
        {
            var where = new Dictionary<string, object>
            {
                ["effectiveOn"] = new { gte = From.FirstDay, lte = To.LastDay },
                ["measuredOn"] = new { neq = (string?)null },
            };
            if (Agency is not null)
                where["problem"] = new { agency = Agencies };
            return where;
        }
    }

    /// <summary>The figures as a file.</summary>
    public string File =>
        Export.Csv("complaints", new Dictionary<string, object>(Where) { ["month"] = new { gte = From, lte = To } });

    public string Address =>
        "/complaints"
        + QueryString.Create(
            new KeyValuePair<string, string?>[]
            {
                new("from", $"{From}"),
                new("to", $"{To}"),
                new("agency", Agency),
                new("category", Category),
                new("channel", Channel),
            }.Where(parameter => parameter.Value is not null)
        );

    private object Agencies
    {
        get
        {
            var named = new { abbreviation = new { eq = Agency } };
            return new { or = new object[] { named, new { ancestor = named } } };
        }
    }
}
