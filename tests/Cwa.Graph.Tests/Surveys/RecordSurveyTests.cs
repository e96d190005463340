using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class RecordSurveyTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Thing = "survey { id title population offered responses countsMissing ratings meanRating }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_survey_reads_back_with_the_mean_of_its_ratings(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payload = await RecordAsync(server, agency, ("ratings", Ratings(1, 2, 3, 4, 90)));

        Assert.Empty(payload.Refusals());
        Assert.Empty(payload.Warnings());
        var data = await server
            .As(agency)
            .AskAsync(
                "query ($by: AgencyByInput!) { agency(by: "
                    + "$by) { surveys { nodes { ratings meanRating population findings { totalCount } } } } }",
                new { by = new { id = agency.Id() } }
            );
        var survey = Assert.Single(
            data.GetProperty("agency").GetProperty("surveys").GetProperty("nodes").EnumerateArray()
        );
        Assert.Equal([1, 2, 3, 4, 90], survey.GetProperty("ratings").EnumerateArray().Select(r => r.GetInt64()));
        Assert.Equal(4.8, survey.GetProperty("meanRating").GetDouble());
        Assert.Equal(40_000_000_000, survey.GetProperty("population").GetInt64());
    }

    [Fact]
    public async Task Contradictory_counts_are_stored_with_a_warning()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await RecordAsync(
            server,
            agency,
            ("population", 10),
            ("offered", 20),
            ("responses", 30),
            ("ratings", Ratings(0, 0, 0, 0, 31)),
            ("meanRating", 4.99)
        );

        Assert.Equal(["input.offered", "input.responses", "input.ratings", "input.meanRating"], payload.Warnings());
        Assert.Equal(5, payload.GetProperty("survey").GetProperty("meanRating").GetDouble());
    }

    [Theory]
    [InlineData(4.8)]
    [InlineData(4.795)]
    [InlineData(4.81, "input.meanRating")]
    public async Task A_mean_that_the_ratings_round_to_gets_no_warning(double mean, params string[] warnings)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await RecordAsync(server, agency, ("ratings", Ratings(1, 2, 3, 4, 90)), ("meanRating", mean));

        Assert.Empty(payload.Refusals());
        Assert.Equal(warnings, payload.Warnings());
    }

    [Fact]
    public async Task All_faults_are_reported_at_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await RecordAsync(
            server,
            agency,
            ("agencyId", (await server.HasAgencyAsync()).Id()),
            ("title", " "),
            ("conductedFrom", "1998-12-31"),
            ("conductedTo", "1998-11-17"),
            ("population", -1),
            ("offered", 1_000_000_000_001),
            ("responses", null),
            ("ratings", Ratings(1, 2, 3, 4)),
            ("meanRating", 5.01)
        );

        Assert.Equal(
            [
                "TextMissing input.title",
                "EndBeforeStart input.conductedTo",
                "DateInFuture input.conductedTo",
                "NegativeNumber input.population",
                "NumberTooLarge input.offered",
                "NumberOrReason input.countsMissing",
                "MeanOffTheScale input.meanRating",
                "RatingsNotFive input.ratings",
                "AgencyNotFound input.agencyId",
            ],
            payload.Refusals()
        );
    }

    [Fact]
    public async Task A_negative_rating_is_refused_with_its_path()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await RecordAsync(server, agency, ("ratings", Ratings(1, -2, long.MaxValue, long.MaxValue, 90)));

        Assert.Equal(
            ["NegativeNumber input.ratings.1", "NumberTooLarge input.ratings.2", "NumberTooLarge input.ratings.3"],
            payload.Refusals()
        );
    }

    [Fact]
    public async Task A_reason_is_allowed_only_with_a_missing_count()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var needless = await RecordAsync(server, agency, ("countsMissing", "NOT_COLLECTED"));
        var needed = await RecordAsync(server, agency, ("offered", null), ("countsMissing", "NOT_COLLECTED"));

        Assert.Equal(["NumberOrReason input.countsMissing"], needless.Refusals());
        Assert.Empty(needed.Refusals());
    }

    [Fact]
    public async Task A_survey_is_recorded_once_for_each_key()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var key = Guid.NewGuid().ToString();

        var first = await RecordAsync(server, agency, ("idempotencyKey", key), ("ratings", Ratings(1, 2, 3, 4, 90)));
        var again = await RecordAsync(server, agency, ("idempotencyKey", key), ("ratings", Ratings(1, 2, 3, 4, 90)));
        var other = await RecordAsync(server, agency, ("idempotencyKey", key), ("ratings", Ratings(2, 1, 3, 4, 90)));

        Assert.Equal(first.GetProperty("survey").Text("id"), again.GetProperty("survey").Text("id"));
        Assert.Equal(["IdempotencyKeyReused input.idempotencyKey"], other.Refusals());
    }

    private static long[] Ratings(params long[] counts) => counts;

    private static Task<JsonElement> RecordAsync(
        CwaServer server,
        Agency agency,
        params (string Name, object? Value)[] others
    )
    {
        var input = new Dictionary<string, object?>
        {
            ["agencyId"] = agency.Id(),
            ["kind"] = "CUSTOMER",
            ["title"] = "How did we do?",
            ["conductedFrom"] = "1998-04-01",
            ["conductedTo"] = "1998-11-16",
            ["population"] = 40_000_000_000,
            ["offered"] = 1000,
            ["responses"] = 100,
        };
        foreach (var (name, value) in others)
            input[name] = value;
        return server.As(agency).DoAsync("recordSurvey", input, Thing);
    }
}
