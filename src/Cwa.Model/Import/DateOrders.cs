namespace Cwa.Model;

/// <summary>
/// In which order the days of each column are written, as far as the column itself tells. A first figure over 12 can
/// only be a day.
/// </summary>
internal sealed class DateOrders(DateOrder? answer)
{
    private readonly Dictionary<string, Seen> _columns = [];

    /// <summary>Takes a cell into account.</summary>
    public void See(string column, string text)
    {
        var (monthFirst, dayFirst) = WrittenDay.OrdersOf(text);
        // A day that can be read both ways tells nothing.
        if (monthFirst == dayFirst)
            return;
        var seen = _columns.GetValueOrDefault(column);
        _columns[column] = monthFirst
            ? seen with
            {
                MonthFirst = seen.MonthFirst ?? text,
            }
            : seen with
            {
                DayFirst = seen.DayFirst ?? text,
            };
    }

    /// <summary>The order of a column's days.</summary>
    public DateOrder Of(string column) => answer ?? OwnOf(column) ?? OfOthers() ?? DateOrder.MDY;

    /// <summary>
    /// What is wrong if the column has days of both orders, so that nobody knows what its other days are; else null.
    /// </summary>
    public string? Contradiction(string column) =>
        answer is null && _columns.GetValueOrDefault(column) is { MonthFirst: { } month, DayFirst: { } day }
            ? $"Some days of this column have the month first, as '{ValueText.Shown(month)}', and others the day, as "
                + $"'{ValueText.Shown(day)}'. Write them like 1998-04-21 in Excel, or send the file again with "
                + "dateOrder=MDY or dateOrder=DMY for the days that can be read both ways."
            : null;

    /// <summary>Whether nothing in the file tells the order, so that it is only supposed.</summary>
    public bool IsSupposed(string column) => answer is null && OwnOf(column) is null && OfOthers() is null;

    private DateOrder? OwnOf(string column) =>
        _columns.GetValueOrDefault(column) switch
        {
            { MonthFirst: not null, DayFirst: null } => DateOrder.MDY,
            { MonthFirst: null, DayFirst: not null } => DateOrder.DMY,
            _ => null,
        };

    // Whoever wrote one column that way wrote the others that way too.
    private DateOrder? OfOthers()
    {
        var orders = _columns.Keys.Select(OwnOf).OfType<DateOrder>().Distinct().ToList();
        return orders is [var order] ? order : null;
    }

    private readonly record struct Seen(string? MonthFirst, string? DayFirst);
}
