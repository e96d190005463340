using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>
/// What drives customers' trust, in real surveys of the last quarter of fiscal year 2022: told as findings and as
/// measurements, and asked for over the whole government.
/// </summary>
/// <remarks>
/// The surveys ask whether a statement holds, on five points. A finding has as its people those who chose the lower two.
/// Fairness and helpful employees are one theme, as both say how people are treated. A measurement has the share of an
/// agency's respondents who chose the upper two. Surveys that put a question in words of their own tell nothing here: no
/// rule could say what theirs is about.
/// </remarks>
public sealed class DriverTests
{
    private const double Promise = 80;

    private static readonly DateOnly From = new(2022, 7, 1),
        To = new(2022, 9, 30);

    private static readonly (string Question, FindingTheme Theme)[] Drivers =
    [
        ("My need was addressed", FindingTheme.ServiceItself),
        ("It was easy to complete what I needed to do", FindingTheme.Paperwork),
        ("It took a reasonable amount of time to do what I needed to do", FindingTheme.TimelyDecisions),
        ("I was treated fairly", FindingTheme.Courtesy),
        ("Employees I interacted with were helpful", FindingTheme.Courtesy),
        ("The employees I interacted with were helpful", FindingTheme.Courtesy),
    ];

    private static readonly IReadOnlyList<CustomerExperience.Row>? Rows = CustomerExperience
        .Find()
        ?.Where(row => row.From == From)
        .ToList();

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Themes_have_the_people_of_the_file_and_promises_are_kept_as_often_as_its_ratings_say(
        string provider
    )
    {
        Skip.If(Rows is null, CustomerExperience.Absent);
        TestDatabase.Require(provider);
        await using var server = await CwaServer.StartAsync(provider, settings: ("Clock:Today", "2023-05-21"));
        foreach (var ofAgency in Rows!.GroupBy(row => row.Agency))
            await TellAsync(server, [.. ofAgency]);

        var told = await server.AskAsync(
            """
            {
              customerPriorities(from: "2022-07-01", to: "2022-09-30") {
                people
                findings
                agencies
                themes { theme people }
              }
              kept: measurements(where: { met: { eq: true } }) { totalCount }
              broken: measurements(where: { met: { eq: false } }) { totalCount }
            }
            """
        );

        // Of two answers about how people are treated, a survey's people count once: as many as said the more frequent.
        var expected = Rows!
            .SelectMany(row =>
                Told(row).GroupBy(t => t.Theme, t => t.Dissatisfied, (theme, of) => (theme, People: of.Max()))
            )
            .GroupBy(t => t.theme, t => t.People, (theme, people) => (Theme: theme, People: people.Sum()))
            .OrderByDescending(t => t.People);
        var priorities = told.GetProperty("customerPriorities");
        Assert.Equal(
            expected.Select(t => (JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{t.Theme}"), t.People)),
            priorities
                .GetProperty("themes")
                .EnumerateArray()
                .Select(t => (t.Text("theme")!, t.GetProperty("people").GetInt64()))
        );
        Assert.Equal(Rows!.Sum(row => Told(row).Count), priorities.GetProperty("findings").GetInt32());
        var shares = Rows!.GroupBy(row => row.Agency).SelectMany(Shares).ToList();
        Assert.Equal(
            (shares.Count(s => s.Share >= Promise), shares.Count(s => s.Share < Promise)),
            (told.Count("kept"), told.Count("broken"))
        );
        Assert.NotEqual(0, told.Count("kept"));
        Assert.NotEqual(0, told.Count("broken"));
    }

    private static async Task TellAsync(CwaServer server, IReadOnlyList<CustomerExperience.Row> rows)
    {
        var agency = await server.HasAgencyAsync();
        var tool = server.As(agency);
        foreach (var row in rows)
        {
            var survey = await tool.DoneAsync("recordSurvey", Survey(agency, row), "survey { id }");
            foreach (var (text, theme, dissatisfied) in Told(row))
            {
                await tool.DoneAsync(
                    "recordFinding",
                    new
                    {
                        agencyId = agency.Id(),
                        about = "QUALITY_WANTED",
                        theme = JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{theme}"),
                        text = $"It is not so: {text}",
                        foundOn = To,
                        people = dissatisfied,
                        source = new { surveyId = survey.GetProperty("survey").Text("id") },
                    },
                    "finding { id }"
                );
            }
        }

        foreach (var (question, share) in Shares(rows))
        {
            var standard = await tool.DoneAsync(
                "setServiceStandard",
                new
                {
                    agencyId = agency.Id(),
                    customerGroup = "GENERAL_PUBLIC",
                    direction = "AT_LEAST",
                    effectiveFrom = From,
                    measure = question,
                    statement = $"At least eight of ten say: {question}.",
                    target = Promise,
                    unit = "percent",
                },
                "serviceStandard { id }"
            );
            await tool.DoneAsync(
                "recordMeasurement",
                new
                {
                    standardId = standard.GetProperty("serviceStandard").Text("id"),
                    fromMonth = "2022-07",
                    toMonth = "2022-09",
                    value = share,
                },
                "measurement { met }"
            );
        }
    }

    private static IReadOnlyList<(string Text, FindingTheme Theme, long Dissatisfied)> Told(
        CustomerExperience.Row row
    ) =>
        [
            .. from question in row.Questions
            from driver in Drivers
            where question.Text.TrimEnd('.') == driver.Question && question.Ratings.Sum() > 0
            select (driver.Question, driver.Theme, question.Ratings[0] + question.Ratings[1]),
        ];

    private static IEnumerable<(string Question, double Share)> Shares(IEnumerable<CustomerExperience.Row> ofAgency) =>
        from row in ofAgency
        from question in row.Questions
        where Drivers.Any(d => d.Question == question.Text.TrimEnd('.')) && question.Ratings.Sum() > 0
        group question.Ratings by question.Text.TrimEnd('.') into answers
        select (answers.Key, Math.Round(100.0 * answers.Sum(r => r[3] + r[4]) / answers.Sum(r => r.Sum()), 3));

    private static object Survey(Agency agency, CustomerExperience.Row row) =>
        new
        {
            agencyId = agency.Id(),
            kind = "CUSTOMER",
            title = $"Survey {row.Id}",
            conductedFrom = From,
            conductedTo = To,
            countsMissing = "NOT_COLLECTED",
            ratings = row.Ratings,
        };
}

internal static class Counted
{
    public static int Count(this JsonElement data, string list) =>
        data.GetProperty(list).GetProperty("totalCount").GetInt32();
}
