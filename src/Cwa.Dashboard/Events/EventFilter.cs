using System.Globalization;
using System.Text.Json;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Events;

/// <summary>Which events are shown: the figures, the calendar, the map, the list and its files are all under it.</summary>
/// <param name="From">The first day on which an event may start; null for any.</param>
/// <param name="To">The last; null for any.</param>
/// <param name="Agency">The abbreviation of the agency that leads the event.</param>
public sealed record EventFilter(
    DateOnly? From,
    DateOnly? To,
    string? State = null,
    string? Agency = null,
    string? Medium = null,
    string? Format = null,
    string? Status = null,
    string? Place = null
)
{
    /// <summary>What an address asks for: without a period, this month.</summary>
    internal static EventFilter Of(Asked asked, DateOnly today)
    {
        var (from, to) = (asked.Day("from"), asked.Day("to"));
        var month = Words.Month.Of(today);
        return new(
            from ?? (to is null ? month.FirstDay : null),
            to ?? (from is null ? month.LastDay : null),
            asked.Code("state", Parts.State.All.Select(state => state.Code), "a state such as CA"),
            asked.Text("agency"),
            asked.Code("medium", OrNotSaid<EventMedium>(), "a medium such as TELEPHONE"),
            asked.Code("format", OrNotSaid<EventFormat>(), "a format such as TOWN_HALL"),
            asked.Code("status", Asked.Codes<EventStatus>(), "a status such as HELD"),
            asked.Code("place", OrNotSaid<EventPlace>(), "a place such as NATIONAL")
        );
    }

    /// <summary>The month that the period is, or lies in; null for a longer one.</summary>
    public Month? Month =>
        From is { } from && To is { } to && Words.Month.Of(from) == Words.Month.Of(to) ? Words.Month.Of(from) : null;

    /// <summary>The same conditions for a whole month: that of the period, or with which it begins.</summary>
    public EventFilter OfMonth => In(Month ?? Words.Month.Of((From ?? To)!.Value));

    /// <summary>The same conditions without any but the period.</summary>
    public EventFilter All => new(From, To);

    /// <summary>The condition in the schema, `EventFilterInput`.</summary>
    public IReadOnlyDictionary<string, object> Where
    {
        get
        {
            var days = new Dictionary<string, object>();
            if (From is { } from)
                days["gte"] = from;
            if (To is { } to)
                days["lte"] = to;
            var where = new Dictionary<string, object> { ["startsOn"] = days };
            if (Agency is not null)
                where["agency"] = new { abbreviation = new { eq = Agency } };
            foreach (
                var (name, code) in new[]
                {
                    ("state", State),
                    ("medium", Medium),
                    ("format", Format),
                    ("status", Status),
                    ("placeKind", Place),
                }
            )
            {
                if (code is not null)
                    where[name] = new { eq = code == EventWords.NotSaid ? null : code };
            }

            return where;
        }
    }

    private static IEnumerable<string> OrNotSaid<T>()
        where T : struct, Enum => Asked.Codes<T>().Append(EventWords.NotSaid);

    /// <summary>The page's address under these conditions.</summary>
    public string Address => AddressAfter(null);

    /// <summary>The address of the part of the list after a cursor.</summary>
    public string AddressAfter(string? cursor) =>
        "/events"
        + QueryString.Create(
            new KeyValuePair<string, string?>[]
            {
                new("from", From?.ToString("O", CultureInfo.InvariantCulture)),
                new("to", To?.ToString("O", CultureInfo.InvariantCulture)),
                new("state", State),
                new("agency", Agency),
                new("medium", Medium),
                new("format", Format),
                new("status", Status),
                new("place", Place),
                new("after", cursor),
            }.Where(parameter => parameter.Value is not null)
        );

    /// <summary>The address of the list as a file.</summary>
    public string File(string kind) =>
        $"/export/events.{kind}" + QueryString.Create("where", JsonSerializer.Serialize(Where, Operations.Json));

    /// <summary>The same conditions within a month, and within the period if that is longer.</summary>
    public EventFilter Within(Month month) =>
        this with
        {
            From = From > month.FirstDay ? From : month.FirstDay,
            To = To < month.LastDay ? To : month.LastDay,
        };

    /// <summary>The same conditions for another month.</summary>
    public EventFilter In(Month month) => this with { From = month.FirstDay, To = month.LastDay };

    /// <summary>in November 1998</summary>
    public string Period =>
        this switch
        {
            { Month: { } month } when this == In(month) => $"in {Say.Month(month)}",
            { From: { } from, To: { } to } => Say.Period(from, to),
            { From: { } from } => $"since {Say.Day(from)}",
            _ => $"until {Say.Day(To!.Value)}",
        };
}
