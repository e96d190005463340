using System.Globalization;

namespace Cwa.Model;

/// <summary>
/// The government's annual reports under the Freedom of Information Act, as foia.gov publishes them: a row for each
/// agency and fiscal year. Requests are counted as complaints are.
/// </summary>
internal static class FoiaReportForms
{
    private const string Agency = "Agency",
        Component = "Component",
        Year = "Fiscal Year",
        Overall = "Agency Overall",
        All = "All agencies",
        MedianDays = " - Median Number of Days",
        Requests = "Number of Requests ";

    private static readonly string[] Tracks = ["Simple", "Complex", "Expedited Processing"];

    /// <summary>How many requests were pending, received and processed.</summary>
    public static PublishedForm Counts { get; } =
        new()
        {
            Names = new Dictionary<string, string>
            {
                [Agency] = "agency",
                [Year] = "month",
                [$"{Requests}Pending as of Start of Fiscal Year"] = "pending_start",
                [$"{Requests}Received in Fiscal Year"] = "received",
                [$"{Requests}Processed in Fiscal Year"] = "resolved",
                [$"{Requests}Pending as of End of Fiscal Year"] = "pending_end",
            },
            Columns =
            [
                "agency",
                "month",
                "covers",
                "pending_start",
                "received",
                "resolved",
                "pending_end",
                "median_days",
            ],
            Rows = cell =>
                [
                    [
                        .. Of(cell),
                        cell($"{Requests}Pending as of Start of Fiscal Year"),
                        cell($"{Requests}Received in Fiscal Year"),
                        cell($"{Requests}Processed in Fiscal Year"),
                        cell($"{Requests}Pending as of End of Fiscal Year"),
                        "",
                    ],
                ],
        };

    /// <summary>
    /// How long it took to answer them. Each track is a category; what no request went by has no row.
    /// </summary>
    public static PublishedForm Times { get; } =
        new()
        {
            Names = new Dictionary<string, string>
            {
                [Agency] = "agency",
                [Year] = "month",
                [$"Simple{MedianDays}"] = "median_days",
                [$"Complex{MedianDays}"] = "median_days",
                [$"Expedited Processing{MedianDays}"] = "median_days",
            },
            Columns =
            [
                "agency",
                "month",
                "covers",
                "category",
                "top_category",
                "pending_start",
                "received",
                "resolved",
                "pending_end",
                "median_days",
            ],
            Rows = cell =>
                Tracks
                    .Where(track => cell(track + MedianDays).Any(char.IsAsciiDigit))
                    .Select(track =>
                        (string[])[.. Of(cell), $"FOIA: {track}", "OTHER", "", "", "", "", cell(track + MedianDays)]
                    ),
        };

    // The fiscal year 2023 begins in October 2022. What adds up all agencies has no period, and so is a total.
    private static string[] Of(Func<string, string> cell)
    {
        var agency = cell(Component) is "" or Overall ? cell(Agency) : cell(Component);
        var begins =
            agency == All ? ""
            : int.TryParse(cell(Year), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1
                ? string.Create(CultureInfo.InvariantCulture, $"{year - 1:D4}-10")
            : cell(Year);
        return [agency, begins, "YEAR"];
    }
}
