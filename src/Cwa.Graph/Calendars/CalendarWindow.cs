using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.Extensions.Primitives;

namespace Cwa.Graph;

/// <summary>The days that a calendar covers.</summary>
internal sealed record CalendarWindow(DateOnly From, DateOnly To)
{
    public const string FromName = "from",
        ToName = "to";

    private const int MostDays = 2 * 366;

    /// <summary>Three months back and a year ahead, unless the request says otherwise.</summary>
    /// <exception cref="RequestError">A day is malformed, or the days are reversed or too far apart
    /// (BAD_USER_INPUT).</exception>
    public static CalendarWindow Of(HttpRequest request, DateOnly today)
    {
        var from = Day(FromName, request.Query[FromName]) ?? today.PlusMonths(-3);
        var to = Day(ToName, request.Query[ToName]) ?? from.PlusMonths(15);
        return from <= to && to.DayNumber - from.DayNumber <= MostDays
            ? new(from, to)
            : throw RequestError.Input(
                $"`from` must not be after `to`, and at most two years before it, but they are {from:O} and {to:O}."
            );
    }

    private static DateOnly? Day(string name, StringValues value) =>
        value.Count == 0 ? null
        : ValueText.TryDay(value.ToString(), out var day) ? day
        : throw RequestError.Input($"`{name}`: {ValueText.Not(value.ToString(), ValueText.Day)}");
}
