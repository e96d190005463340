using System.Globalization;

namespace Cwa.Model;

/// <summary>
/// The government's quarterly customer-experience data, as performance.gov publishes them: one row for each survey and
/// quarter of the fiscal year, with up to eleven questions.
/// </summary>
internal static class CustomerExperienceForm
{
    private const int MostQuestions = 11;

    private const string Prefix = "attributes_",
        Customers = Prefix + "volume_of_customers",
        Offered = Prefix + "volume_of_customers_provided_survey_opportunity",
        Respondents = Prefix + "volume_of_respondents",
        Collection = Prefix + "collection_name",
        Year = Prefix + "collection_year",
        Quarter = Prefix + "collection_quarter",
        Organization = Prefix + "organization_name",
        Channel = Prefix + "channel",
        Service = Prefix + "service_name";

    /// <summary>The form. Each question becomes a survey, which has the number of the row in its title.</summary>
    public static PublishedForm Form { get; } =
        new()
        {
            Names = new Dictionary<string, string>
            {
                [Organization] = "agency",
                [Collection] = "title",
                [Year] = "conducted_from",
                [Quarter] = "conducted_to",
                [Channel] = "channel",
                [Service] = "service",
                [Customers] = "population",
                [Offered] = "offered",
                [Respondents] = "responses",
                [$"{Prefix}q1_text"] = "question",
                [$"{Prefix}q1_1"] = "ratings",
                [$"{Prefix}q1_point_scale"] = "mean_rating",
            },
            Columns =
            [
                "agency",
                "kind",
                "title",
                "conducted_from",
                "conducted_to",
                "channel",
                "service",
                "population",
                "offered",
                "responses",
                "question",
                "ratings",
                "mean_rating",
            ],
            Rows = Surveys,
            Odd = NotOffered,
        };

    private static IEnumerable<IReadOnlyList<string>> Surveys(Func<string, string> cell)
    {
        var (from, to) = Period(cell(Year), cell(Quarter));
        var asked = new HashSet<string>();
        for (var n = 1; n <= MostQuestions; n++)
        {
            var counts = Enumerable.Range(1, 5).Select(point => Whole(cell($"{Prefix}q{n}_{point}"))).ToList();
            var mean = cell($"{Prefix}q{n}_point_scale");
            // Nobody answered such a question, or it was not asked.
            if (mean.Length == 0 && counts.TrueForAll(count => count is "" or "0"))
                continue;
            var text = cell($"{Prefix}q{n}_text") is { Length: > 0 } given ? given : $"Question {n}";
            yield return
            [
                cell(Organization),
                "CUSTOMER",
                $"{cell(Collection)} {cell("id")}",
                from,
                to,
                cell(Channel),
                cell(Service),
                Whole(cell(Customers)),
                Whole(cell(Offered)),
                Whole(cell(Respondents)),
                asked.Add(text) ? text : $"{text} ({n})",
                string.Join(';', counts.Select(count => count.Length == 0 ? "0" : count)),
                mean,
            ];
        }
    }

    private static (string Column, string Reason)? NotOffered(Func<string, string> cell) =>
        cell(Offered).Length == 0 && Whole(cell(Respondents)) is not ("" or "0")
            ? ("offered", $"{Whole(cell(Respondents))} people answered, but nothing says to how many it was offered.")
            : null;

    // The first quarter begins in October of the year before. What is no year is reported with the row.
    private static (string From, string To) Period(string year, string quarter)
    {
        if (!int.TryParse(year, out var fiscal) || !int.TryParse(quarter, out var number) || fiscal is < 2 or > 9999)
            return ($"{year} {quarter}", "");
        var from = new DateOnly(fiscal - 1, 10, 1).AddMonths(3 * (number - 1));
        return (Text(from), Text(from.AddMonths(3).AddDays(-1)));
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    // Counts are written 9707552.0.
    private static string Whole(string count) =>
        count.EndsWith(".0", StringComparison.Ordinal) ? count[..^".0".Length] : count;
}
