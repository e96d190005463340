using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Cwa.Dashboard;
using Cwa.Graph.Engine;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Pages;

/// <summary>What a browser is shown, and a program is told, where there is no page.</summary>
public sealed class ProblemPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string NoSuchPage = "There is no such page, or it is not yours to read.";

    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/nonsense/of/any.kind?at=all")]
    public async Task A_browser_at_an_unknown_address_is_shown_a_page(string address)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        using var answer = await BrowseAsync(server, address);
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(NoSuchPage, page.TextOf("h1"));
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        await LoadsItsStyleAsync(server, answer, page);
    }

    [Fact]
    public async Task A_program_at_an_unknown_address_gets_the_bare_status()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        using var answer = await server.Client.GetAsync("/nonsense");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_browser_at_an_unknown_export_is_told_which_there_are_as_a_program_is()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        using var answer = await BrowseAsync(server, "/export/nonsense.csv");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such export.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_page_is_masked_and_named_by_its_trace_id()
    {
        await using var server = await ServerAsync(() => throw new InvalidOperationException("A secret."));

        using var answer = await BrowseAsync(server, "/");
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("This page could not be read.", page.TextOf("h1"));
        var traceId = page.TextOf("code");
        Assert.Equal(32, traceId.Length);
        Assert.Contains(server.Log.Lines, line => line.Contains(traceId, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", page.DocumentElement.TextContent, StringComparison.Ordinal);
        await LoadsItsStyleAsync(server, answer, page);
    }

    [Fact]
    public async Task A_program_is_told_of_a_fault_in_a_page_as_of_any_other()
    {
        await using var server = await ServerAsync(() => throw new InvalidOperationException("A secret."));

        using var answer = await server.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("INTERNAL_SERVER_ERROR", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_is_away_a_browser_is_told_to_come_back()
    {
        await using var server = await ServerAsync(() => throw RequestError.Unavailable());

        using var answer = await BrowseAsync(server, "/");
        var page = await answer.PageAsync();

        IsAway(answer, page);
        Assert.Equal("The database does not answer. Try again in a few seconds.", page.TextOf(".lead"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"errors":[{"message":"It is away.","extensions":{"code":"UNAVAILABLE","retryAfter":5}}]}""")]
    public async Task While_the_database_is_away_a_form_is_kept_to_be_sent_again(string? told)
    {
        await using var server = await ServerAsync(() => told ?? throw RequestError.Unavailable());
        (string Name, string Text)[] fields =
        [
            ("_handler", "report"),
            ("do", "send"),
            ("events.0.title", "<b>Town hall</b>"),
            ("events.0.description", "\nHow long\nis too long?"),
        ];
        using var form = new HttpRequestMessage(HttpMethod.Post, "/report/SSA/1999-01?amend=true")
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Text))),
        };
        form.Headers.Accept.ParseAdd("text/html");

        using var answer = await server.Client.SendAsync(form);
        var page = await answer.PageAsync();

        IsAway(answer, page);
        var again = Assert.Single(page.Forms);
        Assert.Equal("/report/SSA/1999-01?amend=true", again.GetAttribute("action"));
        Assert.Equal(
            fields.Order(),
            again
                .QuerySelectorAll("[name]")
                .Select(field =>
                    (
                        field.GetAttribute("name")!,
                        field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value")!
                    )
                )
                .Order()
        );
    }

    [Theory]
    [InlineData("UNAVAILABLE", 503, "Not updated: nothing can be read at the moment.")]
    [InlineData("INTERNAL_SERVER_ERROR", 500, "This page could not be read.")]
    public async Task A_page_whose_operation_is_not_answered_says_so(string code, int status, string heading)
    {
        await using var server = await ServerAsync(() =>
            $$$"""{"errors":[{"message":"It is away.","extensions":{"code":"{{{code}}}","traceId":"abc","retryAfter":5}}]}"""
        );

        using var answer = await BrowseAsync(server, "/");
        var page = await answer.PageAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(heading, page.TextOf("h1"));
        Assert.EndsWith($"{code} abc", page.TextOf(".problem"), StringComparison.Ordinal);
        if (status == 503)
            IsAway(answer, page);
    }

    private static void IsAway(HttpResponseMessage answer, IHtmlDocument page)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(5, answer.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.StartsWith("Not updated", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Contains("no-store", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
    }

    private static async Task LoadsItsStyleAsync(CwaServer server, HttpResponseMessage answer, IHtmlDocument page)
    {
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "style-src 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        using var style = await server.Client.GetAsync(page.QuerySelector("[rel=stylesheet]")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    private static Task<HttpResponseMessage> BrowseAsync(CwaServer server, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        return server.Client.SendAsync(request);
    }

    private static Task<CwaServer> ServerAsync(Func<string> answer) =>
        CwaServer.WithServicesAsync(
            TestDatabase.Sqlite,
            services => services.AddScoped<IOperationPort>(_ => new Port(answer))
        );

    private sealed class Port(Func<string> answer) : IOperationPort
    {
        public Task<ReadOnlyMemory<byte>> ExecuteAsync(
            ReadOnlyMemory<byte> request,
            CancellationToken cancellationToken
        ) => Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(answer()));
    }
}
