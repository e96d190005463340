using System.Net.Http.Headers;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using static Cwa.Graph.Tests.Importing;

namespace Cwa.Graph.Tests;

/// <summary>Who may import, and which requests are refused.</summary>
public sealed class ImportRequestTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_NPRs_administrators_import_agencies(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var csv = Agencies(
            $"{agency.Abbreviation},Renamed,executive_department,,directed,Basis,false,",
            $"{agency.Abbreviation}X,New,bureau,{agency.Abbreviation},directed,Basis,false,"
        );

        var refused = await server.As(agency).ImportAsync("agencies", csv);
        var done = await server.AsAdmin().ImportAsync("agencies", csv);

        Assert.Equal((403, ErrorCodes.Forbidden), (refused.Status, refused.Code));
        Assert.Equal((2, 1, 1, 0), done.Counts());
    }

    [Theory]
    [InlineData("events")]
    [InlineData("complaint-metrics")]
    public async Task Only_agencies_import_reports(string kind)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var site = server.Public;

        var npr = await server.AsReviewer().ImportAsync(kind, "");
        var admin = await server.AsAdmin().ImportAsync(kind, "");
        var someone = await Answer.OfAsync(await site.Client.PostAsync($"/import/{kind}", Csv("")));

        Assert.Equal((403, ErrorCodes.Forbidden), (npr.Status, npr.Code));
        Assert.Equal((403, ErrorCodes.Forbidden), (admin.Status, admin.Code));
        Assert.Equal(
            (401, ErrorCodes.Unauthenticated, "Bearer"),
            (someone.Status, someone.Code, someone.Response.Headers.WwwAuthenticate.Single().Scheme)
        );
    }

    [Theory]
    [InlineData("nothing", "text/csv", 404, ErrorCodes.NotFound)]
    [InlineData("Events", "text/csv", 404, ErrorCodes.NotFound)]
    [InlineData("events", "application/json", 415, ErrorCodes.UnsupportedMediaType)]
    [InlineData("events", "", 415, ErrorCodes.UnsupportedMediaType)]
    [InlineData("events?dryrun=true", "text/csv", 400, ErrorCodes.BadRequest)]
    [InlineData("events?dryRun=1", "text/csv", 400, ErrorCodes.BadRequest)]
    [InlineData("events?dryRun=true&dryRun=false", "text/csv", 400, ErrorCodes.BadRequest)]
    [InlineData("events", "Text/CSV; charset=\"UTF-8\"; header=present", 422, "")]
    [InlineData("events", "text/csv; charset=windows-1252", 422, "")]
    [InlineData("events", "text/tab-separated-values", 422, "")]
    public async Task A_request_for_an_unknown_import_is_refused_with_a_code(
        string kindAndQuery,
        string type,
        int status,
        string code
    )
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await Answer.OfAsync(await server.As().PostAsync($"/import/{kindAndQuery}", Csv("", type)));

        Assert.Equal((status, code), (answer.Status, status == 422 ? "" : answer.Code));
    }

    [Fact]
    public async Task An_import_must_be_posted_uncompressed()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var compressed = Csv("");
        compressed.Headers.ContentEncoding.Add("gzip");

        var read = await Answer.OfAsync(await server.Client.GetAsync(new Uri("/import/events", UriKind.Relative)));
        var zipped = await Answer.OfAsync(await server.As().PostAsync("/import/events", compressed));

        Assert.Equal(
            (405, ErrorCodes.MethodNotAllowed, "POST"),
            (read.Status, read.Code, read.Response.Content.Headers.Allow.Single())
        );
        Assert.Equal((415, ErrorCodes.UnsupportedMediaType), (zipped.Status, zipped.Code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_has_at_most_ten_megabytes_with_or_without_Content_Length(bool chunked)
    {
        const int most = 10 * 1024 * 1024;
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var fits = await SendAsync(most);
        var tooLarge = await SendAsync(most + 1);

        Assert.Equal((1, 1, 0, 0), fits.Counts());
        Assert.Equal((413, ErrorCodes.PayloadTooLarge), (tooLarge.Status, tooLarge.Code));

        async Task<Answer> SendAsync(int length)
        {
            var bytes = await Csv(Events(Hall(agency)).PadRight(length, '\n')).ReadAsByteArrayAsync();
            HttpContent content = chunked ? new StreamContent(new Unsized(bytes)) : new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            return await Answer.OfAsync(await server.As(agency).PostAsync("/import/events", content));
        }
    }

    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
