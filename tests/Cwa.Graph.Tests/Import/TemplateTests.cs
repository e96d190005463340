using System.Net.Http.Headers;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using static Cwa.Graph.Tests.Importing;

namespace Cwa.Graph.Tests;

/// <summary>Templates are there for everyone, and workbooks are taken as text is.</summary>
public sealed class TemplateTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", Workbook)]
    public async Task A_template_is_a_file_to_keep(string ending, string mediaType)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var address = new Uri($"/import/events/template.{ending}", UriKind.Relative);

        using var answer = await server.Client.GetAsync(address);
        var posted = await Answer.OfAsync(await server.Client.PostAsync(address, Csv("")));

        Assert.Equal((200, mediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal($"events-template.{ending}", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal((405, ErrorCodes.MethodNotAllowed), (posted.Status, posted.Code));
    }

    [Fact]
    public async Task There_is_no_template_of_what_cannot_be_imported()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var none = await Answer.OfAsync(
            await server.Client.GetAsync(new Uri("/import/opinions/template.csv", UriKind.Relative))
        );

        Assert.Equal((404, ErrorCodes.NotFound), (none.Status, none.Code));
    }

    [Theory]
    [InlineData(Workbook)]
    [InlineData("text/csv")]
    [InlineData("application/vnd.ms-excel")]
    public async Task A_workbook_is_taken_whatever_the_sender_calls_it(string mediaType)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var file = await server.Client.GetByteArrayAsync(
            new Uri("/import/complaint-metrics/template.xlsx", UriKind.Relative)
        );
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);

        var answer = await Answer.OfAsync(
            await server
                .As(agency)
                .PostAsync($"/import/complaint-metrics?agency.SSA={agency.Abbreviation}&dryRun=true", content)
        );

        Assert.Equal((1, 1, 0, 0), answer.Counts());
        Assert.Equal("complaint-metrics", answer.Json.GetProperty("understood").Text("sheet"));
    }
}
