using System.Text.Json;
using Cwa.Tests;
using static Cwa.Graph.Tests.Importing;

namespace Cwa.Graph.Tests;

/// <summary>What the answer to an import tells its sender.</summary>
public sealed class ImportAnswerTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [Fact]
    public async Task Whoever_accepts_lines_is_told_each_fault_as_it_is_found_and_the_result_last()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var file = Events(Hall(agency), Hall(agency, "1998-13"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import/events?dryRun=true")
        {
            Content = Csv(file),
            Headers =
            {
                { "Accept", "application/x-ndjson" },
                { "Authorization", $"Bearer {server.As(agency).Token}" },
            },
        };

        using var response = await server.Client.SendAsync(request);

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var told = lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(1, told[0].GetProperty("rows").GetInt32());
        Assert.Contains(
            told,
            line => line.TryGetProperty("error", out var error) && error.GetProperty("line").GetInt32() == 3
        );
        Assert.Equal(2, told[^1].GetProperty("result").GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task What_a_file_leaves_open_is_a_question_that_a_parameter_answers()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var file = Figures("Our Office,1998-04,1,1,1,1,1,,").Replace("received", "came in", StringComparison.Ordinal);

        var asked = await server.As(agency).ImportAsync("complaint-metrics", file);
        var answered = await server
            .As(agency)
            .ImportAsync($"complaint-metrics?agency.Our%20office={agency.Abbreviation}&column.came+in=received", file);

        Assert.Equal(422, asked.Status);
        var question = asked.Json.GetProperty("errors")[0].GetProperty("question");
        Assert.Equal("column.came in", question.Text("option"));
        Assert.Contains(
            "received",
            question.GetProperty("choices").EnumerateArray().Select(choice => choice.Text("value"))
        );
        Assert.Equal((1, 1, 0, 0), answered.Counts());
        Assert.Equal("received", answered.Json.GetProperty("understood").GetProperty("columns")[3].Text("column"));
    }

    [Fact]
    public async Task Warnings_are_in_the_answer()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var answer = await server
            .As(agency)
            .ImportAsync("events", Events(Hall(agency, "1999-04"), Hall(agency, "1999-04")));

        Assert.Equal((2, 2, 0, 0), answer.Counts());
        Assert.Equal(
            (1, 0),
            (answer.Json.GetProperty("warningCount").GetInt32(), answer.Json.GetProperty("wrongRows").GetInt32())
        );
        Assert.Equal(
            "3 title An event with this title and day is listed twice.",
            Assert.Single(answer.Json.GetProperty("warnings").EnumerateArray().Lines("line", "column", "reason"))
        );
    }

    [Fact]
    public async Task Days_far_from_today_are_stored_with_a_warning()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var answer = await server
            .As(agency)
            .ImportAsync("events", $"{Header},ends_on\n{Hall(agency, "1999-04")},9999-12-31\n");

        Assert.Equal((1, 1, 0, 0), answer.Counts());
        Assert.Equal(
            "2 ends_on 9999-12-31 is more than 50 years from today. Check the year.",
            Assert.Single(answer.Json.GetProperty("warnings").EnumerateArray().Lines("line", "column", "reason"))
        );
    }

    [Fact]
    public async Task A_reason_reads_back_as_it_was_sent()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var answer = await server
            .As(agency)
            .ImportAsync("complaint-metrics", Figures($"{agency.Abbreviation},'98,1,2,3,4,1,,"));

        Assert.Contains("\"''98' is not a month such as 1998-04.\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "\"Pending at the end must be pending at the start + received − resolved, which is 0.\"",
            answer.Text,
            StringComparison.Ordinal
        );
    }
}
