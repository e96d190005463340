using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Real surveys, recorded as an agency's tool would record them.</summary>
public sealed class CustomerExperienceTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableFact]
    public async Task More_respondents_than_offers_are_stored_with_a_warning_wherever_the_file_has_the_offers()
    {
        Skip.If(Rows is null, CustomerExperience.Absent);
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var on = server.Today.On("2023-05-21");
        var agency = await server.HasAgencyAsync();
        var odd = Rows!.Where(r => r.Respondents > (r.Offered ?? 0)).ToList();
        var warned = new List<string>();

        foreach (var row in odd)
        {
            var payload = await server
                .As(agency)
                .DoneAsync("recordSurvey", Input(agency.Id(), row), "survey { responses meanRating }");

            var survey = payload.GetProperty("survey");
            Assert.Equal(row.Respondents, survey.GetProperty("responses").GetInt64());
            if (row.Mean is { } mean)
                Assert.Equal(mean, survey.GetProperty("meanRating").GetDouble());
            Assert.DoesNotContain("input.meanRating", payload.Warnings());
            if (payload.Warnings().Contains("input.responses"))
                warned.Add(row.Id);
        }

        Assert.Equal(25, odd.Count);
        Assert.Equal(17, warned.Count);
        Assert.Equal(odd.Where(r => r.Offered is not null).Select(r => r.Id), warned);
    }

    [SkippableFact]
    public async Task No_row_of_the_file_is_refused_and_every_mean_fits_its_ratings()
    {
        Skip.If(Rows is null, CustomerExperience.Absent);
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var on = server.Today.On("2023-05-21");
        var agency = await server.HasAgencyAsync();

        foreach (var row in Rows!)
        {
            var payload = await server.As(agency).DoAsync("recordSurvey", Input(agency.Id(), row, validateOnly: true));

            Assert.Empty(payload.Refusals());
            Assert.DoesNotContain("input.meanRating", payload.Warnings());
        }
    }

    [SkippableFact]
    public void Every_mean_of_the_file_follows_from_its_ratings_to_two_decimals()
    {
        Skip.If(Rows is null, CustomerExperience.Absent);
        var answered = Rows!
            .SelectMany(row => row.Questions)
            .Where(question => question.Mean is not null && question.Ratings.Sum() > 0)
            .ToList();

        var worked = answered.Select(question =>
            new Survey(
                Guid.NewGuid(),
                SurveyKind.Customer,
                "A question",
                new(2022, 10, 1),
                new(2022, 12, 31),
                new() { Ratings = question.Ratings, CountsMissing = MissingReason.NotCollected }
            ).MeanRating
        );

        Assert.Equal(2_962, answered.Count);
        Assert.Equal(
            answered.Select(question => Math.Round((decimal)question.Mean!.Value, 2, MidpointRounding.AwayFromZero)),
            worked.Select(mean => (decimal)mean!.Value)
        );
    }

    private static IReadOnlyList<CustomerExperience.Row>? Rows { get; } = CustomerExperience.Find();

    private static object Input(string agencyId, CustomerExperience.Row row, bool validateOnly = false) =>
        new
        {
            agencyId,
            kind = "CUSTOMER",
            title = $"Survey {row.Id}",
            conductedFrom = row.From,
            conductedTo = row.From.AddMonths(3).AddDays(-1),
            population = row.Customers,
            offered = row.Offered,
            responses = row.Respondents,
            countsMissing = row is { Customers: not null, Offered: not null, Respondents: not null }
                ? null
                : "NOT_COLLECTED",
            ratings = row.Ratings,
            meanRating = row.Mean,
            validateOnly,
        };
}
