using System.Globalization;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Dates in words, for sentences.</summary>
internal static class Wording
{
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string InWords(this ReportMonth month) =>
        month.FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Months in order: March 1998, May 1998 to July 1998 and September 1998.</summary>
    public static string InWords(this IEnumerable<ReportMonth> months)
    {
        var runs = new List<List<ReportMonth>>();
        foreach (var month in months)
        {
            if (runs is [.., [.., var before] run] && before.Next == month)
                run.Add(month);
            else
                runs.Add([month]);
        }

        string[] words =
        [
            .. runs.SelectMany(run =>
                run is [var from, _, .., var to] ? [$"{from.InWords()} to {to.InWords()}"] : run.Select(InWords)
            ),
        ];
        return words is [.. { Length: > 0 } first, var last]
            ? $"{string.Join(", ", first)} and {last}"
            : string.Concat(words);
    }
}
