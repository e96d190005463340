using Cwa.Tests;
using static Cwa.Graph.Tests.Importing;

namespace Cwa.Graph.Tests;

/// <summary>Files of all kinds over HTTP, beside the mutations whose rules they share.</summary>
public sealed class ImportKindsTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string[] AloneStanding =
    [
        "standards",
        "surveys",
        "benchmark-studies",
        "service-areas",
        "customer-bases",
        "delivery-choices",
        "programs",
        "themes",
        "liaisons",
    ];

    public static TheoryData<string> Kinds => [.. AloneStanding];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_template_is_taken_from_who_acts_for_its_agency_and_from_nobody_else(string kind)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();
        var template = await server.Client.GetStringAsync(new Uri($"/import/{kind}/template.csv", UriKind.Relative));
        var asked = $"{kind}?agency.SSA={agency.Abbreviation}";

        var foreign = await server.As(other).ImportAsync(asked, template);
        var stored = await server.As(agency).ImportAsync(asked, template);
        var again = await server.As(agency).ImportAsync(asked, template);

        Assert.Equal(422, foreign.Status);
        Assert.Equal((1, 1, 0, 0), stored.Counts());
        Assert.Equal((1, 0, 0, 1), again.Counts());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_file_names_records_by_the_ids_that_the_schema_gives(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.As(agency).ImportAsync("events", Events(Hall(agency), Hall(agency, title: "Open house")));
        var data = await server
            .As(agency)
            .AskAsync(
                "{ events(first: 9, where: { title: { eq: \"Open house\" } }) "
                    + "{ nodes { id agency { abbreviation } } } }"
            );
        var held = data.GetProperty("events")
            .GetProperty("nodes")
            .EnumerateArray()
            .Single(e => e.GetProperty("agency").Text("abbreviation") == agency.Abbreviation)
            .Text("id");

        var answer = await server
            .As(agency)
            .ImportAsync("attendance", $"agency,id,attendance,how counted\n{agency.Abbreviation},{held},42,counted\n");

        Assert.Equal((1, 0, 1, 0), answer.Counts());
    }

    [Fact]
    public async Task A_row_is_refused_in_the_words_of_the_mutation()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var input = new
        {
            agencyId = agency.Id(),
            kind = "CUSTOMER",
            title = "How did we do?",
            conductedFrom = "1998-11-01",
            conductedTo = "1998-11-17",
            population = 2,
            offered = 2,
            responses = 1,
            meanRating = 0.5,
        };

        var mutation = await server
            .As(agency)
            .SendAsync(
                "mutation ($input: RecordSurveyInput!) { recordSurvey(input: $input) { errors { message } } }",
                new { input }
            );
        var file = await server
            .As(agency)
            .ImportAsync(
                "surveys",
                "agency,kind,title,conducted_from,conducted_to,population,offered,responses,mean_rating\n"
                    + $"{agency.Abbreviation},CUSTOMER,How did we do?,1998-11-01,1998-11-17,2,2,1,0.5\n"
            );

        Assert.Equal(422, file.Status);
        Assert.Equal(
            mutation
                .GetProperty("data")
                .GetProperty("recordSurvey")
                .GetProperty("errors")
                .EnumerateArray()
                .Select(e => e.Text("message")),
            file.Json.GetProperty("errors").EnumerateArray().Select(e => e.Text("reason"))
        );
    }
}
