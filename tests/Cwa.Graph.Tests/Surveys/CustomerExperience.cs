using System.Globalization;
using CsvHelper;

namespace Cwa.Graph.Tests;

/// <summary>
/// The government's quarterly customer-experience surveys of 2021 to 2023, a public file of real figures.
/// </summary>
internal sealed class CustomerExperience
{
    public const string Absent =
        "The public customer-experience data are not beside the repository: "
        + "../shared/data/hisp-mergedcxdata-2023-05-21.csv";

    private const int MostQuestions = 11;

    /// <summary>A question, how many respondents chose each of the five points, and the mean in the file.</summary>
    public sealed record Question(string Text, IReadOnlyList<long> Ratings, double? Mean);

    /// <summary>An agency's survey of one quarter, as in the file; null for empty cells.</summary>
    public sealed record Row(
        string Id,
        string Agency,
        int Year,
        int Quarter,
        long? Customers,
        long? Offered,
        long? Respondents,
        IReadOnlyList<Question> Questions
    )
    {
        /// <summary>The counts for the first question, which every row has.</summary>
        public IReadOnlyList<long> Ratings => Questions[0].Ratings;

        /// <summary>The mean of the first question.</summary>
        public double? Mean => Questions[0].Mean;

        /// <summary>The first month of the fiscal quarter.</summary>
        public DateOnly From => new DateOnly(Year - 1, 10, 1).AddMonths(3 * (Quarter - 1));
    }

    /// <summary>All rows; null if the file is not there.</summary>
    public static IReadOnlyList<Row>? Find()
    {
        var path = Repository.PathOf("../shared/data/hisp-mergedcxdata-2023-05-21.csv");
        if (!File.Exists(path))
            return null;

        using var csv = CsvReader.Create(File.OpenRead(path));
        var rows = new List<Row>();
        while (csv.Read())
        {
            var row = csv.Headers.Index().ToDictionary(header => header.Item, header => csv.GetString(header.Index));
            rows.Add(
                new(
                    row["id"],
                    row["attributes_organization_abbreviation"],
                    (int)Count("collection_year")!,
                    (int)Count("collection_quarter")!,
                    Count("volume_of_customers"),
                    Count("volume_of_customers_provided_survey_opportunity"),
                    Count("volume_of_respondents"),
                    [
                        .. Enumerable
                            .Range(1, MostQuestions)
                            .Select(n => new Question(
                                row[$"attributes_q{n}_text"].Trim(),
                                [.. Enumerable.Range(1, 5).Select(point => Count($"q{n}_{point}") ?? 0)],
                                Number($"q{n}_point_scale")
                            )),
                    ]
                )
            );

            long? Count(string column) => (long?)Number(column);

            double? Number(string column) =>
                row[$"attributes_{column}"] is { Length: > 0 } text
                    ? double.Parse(text, CultureInfo.InvariantCulture)
                    : null;
        }

        return rows;
    }
}
