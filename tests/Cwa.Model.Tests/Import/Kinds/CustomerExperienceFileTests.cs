using System.Globalization;
using CsvHelper;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>The government's quarterly customer-experience surveys of 2021 to 2023, as they are published.</summary>
public sealed class CustomerExperienceFileTests
{
    private const string Name = "hisp-mergedcxdata-2023-05-21.csv";
    private const string Absent =
        "The public customer-experience data are not beside the repository: ../shared/data/" + Name;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_file_is_imported_as_it_is_published_and_every_mean_is_kept(string provider)
    {
        Skip.If(SharedData.Find(Name) is null, Absent);
        await using var database = await ImportDatabase.CreateAsync(provider);
        await database.ImportAsync("agencies", await File.ReadAllBytesAsync(SharedData.Find("agencies-1998.csv")!));
        var file = await File.ReadAllBytesAsync(SharedData.Find(Name)!);

        var asked = await database.ImportAsync("surveys", file, On2023);
        var result = await database.ImportAsync(
            "surveys",
            file,
            options => On2023(options) with { Answers = Answered() }
        );
        var again = await database.ImportAsync(
            "surveys",
            file,
            options => On2023(options) with { Answers = Answered() }
        );

        Assert.Equal(
            Answers.Keys.Order(),
            asked.Errors.Select(error => error.Question!.Option["agency.".Length..]).Order()
        );
        Assert.Equal((0, 2962, true), (result.ErrorCount, result.Inserted, result.Committed));
        Assert.Equal((2962, 0, 0), (again.Unchanged, again.Inserted, again.ErrorCount));
        await using var db = database.Contexts.CreateDbContext();
        var stored = await db.Surveys.AsNoTracking().ToListAsync();
        Assert.Equal(Means().Order(), stored.Select(survey => (RowOf(survey), survey.MeanRating!.Value)).Order());
        Assert.Equal(25, result.Warnings.Where(IsOfOffers).Select(warning => warning.Line).Distinct().Count());
    }

    [SkippableFact]
    public async Task Each_question_keeps_its_words_its_service_and_its_channel()
    {
        Skip.If(SharedData.Find(Name) is null, Absent);
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "VA");
        var file = string.Concat(File.ReadLines(SharedData.Find(Name)!).Take(2).Select(line => line + "\n"));

        var result = await database.ImportAsync(
            "surveys",
            file,
            options => On2023(options) with { Answers = Answered("Department of Veterans Affairs", "VA") }
        );

        await using var db = database.Contexts.CreateDbContext();
        var surveys = await db.Surveys.ToListAsync();
        Assert.Equal((7, 7), (result.Inserted, surveys.Count));
        Assert.Equal(
            (
                Channel.Email,
                "Receiving outpatient services",
                "CX Quarterly Reporting 1",
                new(2021, 1, 1),
                new(2021, 3, 31)
            ),
            surveys
                .Select(s => (s.Channel!.Value, s.Service!, s.Title, s.ConductedFrom, s.ConductedTo))
                .Distinct()
                .Single()
        );
        Assert.Equal(
            [2302, 3118, 10615, 55358, 249586],
            surveys.Single(s => s.Question == "I am satisfied with the service I received from the VA.").Ratings
        );
        Assert.Equal("agency", result.Understood!.Columns.Single(c => c.Name == "attributes_organization_name").Column);
    }

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["Department of Homeland Security"] = "FEMA",
        ["U.S. Citizenship and Immigration Services"] = "INS",
        ["US Fish and Wildlife"] = "USFWS",
    };

    private static bool IsOfOffers(ImportWarning warning) =>
        warning.Column is "offered" or "responses"
        && warning.Reason.Contains("people answered, ", StringComparison.Ordinal);

    private static string RowOf(Survey survey) => survey.Title[(survey.Title.LastIndexOf(' ') + 1)..];

    private static ImportOptions On2023(ImportOptions options) => options with { Today = new(2023, 5, 21) };

    private static ImportAnswers Answered() => Read(Answers);

    private static ImportAnswers Answered(string name, string agency) => Read(new() { [name] = agency });

    private static ImportAnswers Read(Dictionary<string, string> agencies)
    {
        Assert.Null(
            ImportAnswers.Read(
                agencies.Select(named => KeyValuePair.Create($"agency.{named.Key}", named.Value)),
                out var answers
            )
        );
        return answers;
    }

    /// <summary>The number of the row and the mean of each question that was answered.</summary>
    private static IEnumerable<(string Id, double Mean)> Means()
    {
        using var csv = CsvReader.Create(File.OpenRead(SharedData.Find(Name)!));
        while (csv.Read())
        {
            var row = csv.Headers.Index().ToDictionary(header => header.Item, header => csv.GetString(header.Index));
            for (var n = 1; n <= 11; n++)
            {
                if (row[$"attributes_q{n}_point_scale"] is { Length: > 0 } mean)
                    yield return (row["id"], double.Parse(mean, CultureInfo.InvariantCulture));
            }
        }
    }
}
