using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>How an export is requested, and what is refused.</summary>
public sealed class ExportRequestTests(WritingServers servers, SampleServers samples)
    : IClassFixture<WritingServers>,
        IClassFixture<SampleServers>
{
    [Fact]
    public async Task An_export_says_when_it_was_made_and_what_the_memorandum_says_about_its_use()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        var before = server.Clock.GetUtcNow().UtcDateTime;

        using var csv = await server.Client.GetAsync("/export/liaisons.csv", token: null);
        using var answer = await server.Client.GetAsync("/export/liaisons.json", token: null);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        var notice = csv.Headers.GetValues("Notice").Single();
        Assert.StartsWith(
            "Illustrative data: an invented year, seen on 16 November 1998.",
            notice,
            StringComparison.Ordinal
        );
        Assert.EndsWith(Cwa.Model.Directive.ConversationsWithAmerica.JudicialReview, notice, StringComparison.Ordinal);
        Assert.Equal(notice, json.Text("notice"));
        Assert.InRange(json.GetProperty("dataAsOf").GetDateTime(), before, server.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal("no-store", csv.Headers.CacheControl!.ToString());
        Assert.Equal("text/csv; charset=utf-8; header=present", csv.Content.Headers.ContentType!.ToString());
        Assert.Matches(
            "^\"?cwa-liaisons-[0-9]{8}T[0-9]{6}Z\\.csv\"?$",
            csv.Content.Headers.ContentDisposition!.FileName
        );
        Assert.EndsWith(
            ".json",
            answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_head_request_is_answered_with_no_rows()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/export/events.csv");

        using var answer = await server.Client.SendAsync(request);

        Assert.True(answer.Headers.Contains("Data-As-Of"));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("nothing.csv", 404, ErrorCodes.NotFound)]
    [InlineData("events.xlsx", 404, ErrorCodes.NotFound)]
    [InlineData("Events.csv", 404, ErrorCodes.NotFound)]
    [InlineData("events.csv?first=5", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where={}&where={}", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where=", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where={", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where={\"title\":1,\"title\":2}", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where=5", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.csv?where={\"nothing\":{\"eq\":1}}", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.csv?where={\"state\":{\"eq\":\"XX\"}}", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.json?order=[{\"city\":\"ASC\"}]", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.csv?updatedSince=yesterday", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.csv?columns=id,nothing", 400, ErrorCodes.BadRequest)]
    public async Task A_request_for_an_unknown_export_is_refused_with_a_code(string path, int status, string code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await Answer.OfAsync(await server.AsReviewer().GetAsync($"/export/{path}"));

        Assert.Equal((status, code, "application/json"), (answer.Status, answer.Code, answer.MediaType));
        Assert.Null(answer.Response.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task Too_many_conditions_are_refused_as_in_the_query()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var where = new { or = Enumerable.Range(0, 101).Select(i => new { title = new { eq = $"{i}" } }) };

        var answer = await Answer.OfAsync(await server.AsReviewer().GetAsync("/export/events.csv".With(where)));

        Assert.Equal((400, ErrorCodes.LimitExceeded), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_export_answers_GET_and_not_POST()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await Answer.OfAsync(
            await server.AsReviewer().PostAsync("/export/events.csv", new StringContent(""))
        );

        Assert.Equal((405, ErrorCodes.MethodNotAllowed), (answer.Status, answer.Code));
        Assert.Equal(["GET", "HEAD"], answer.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_page_of_an_export_takes_no_more_statements_than_a_page_of_the_query()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        var where = new { state = new { eq = "CA" }, startsOn = new { lt = "1998-05-01" } };
        server.Statements.Clear();

        var file = await server.Client.GetAsync("/export/events.csv".With(where), token: null).CsvAsync();

        Assert.NotEmpty(file.Rows);
        // One statement each for events, their agencies, hosts and reports.
        var pages = file.Rows.Count / 100 + 1;
        Assert.InRange(server.Statements.All.Count, 4, 4 * pages);
    }
}
