using Microsoft.AspNetCore.Http;

namespace Cwa.Graph.Tests.Security;

/// <summary>While the directory is away, people read a sentence, and can sign in as soon as it is back.</summary>
public sealed class PageOutageTests : IAsyncLifetime
{
    private LocalIssuer _issuer = null!;
    private CwaServer _server = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _issuer = await LocalIssuer.StartAsync();
        _server = await PageServer.NewAsync(_issuer, sample: false);
        _browser = new(_server, _issuer);
        _issuer.People.Expect(["Npr.Read"]);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("broken")]
    [InlineData("confused")]
    public async Task Nobody_is_sent_to_a_directory_that_is_away(string how)
    {
        _issuer.Away = Away(how);

        var told = await _browser.OpenAsync("/sign-in?returnUrl=/a");

        Assert.Equal(503, told.Status);
        Assert.Equal(TimeSpan.FromSeconds(5), told.Response.Headers.RetryAfter?.Delta);
        Assert.Contains("The directory that signs people in is away", told.Text, StringComparison.Ordinal);
        Assert.Contains("\"/sign-in?returnUrl=%2Fa\"", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("broken")]
    [InlineData("confused")]
    public async Task A_directory_that_goes_away_in_the_middle_is_said_to_be_away(string how)
    {
        await PageServer.KnowsAsync(_browser);
        var path = await _browser.SignInUntilSentBackAsync("/a");
        _issuer.Away = Away(how);

        var told = await _browser.OpenAsync(path);
        _issuer.Away = null;
        await _browser.OpenAsync("/sign-in?returnUrl=/healthz/ready");

        Assert.Equal(503, told.Status);
        Assert.Contains("\"/sign-in?returnUrl=%2Fa\"", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Text, StringComparison.Ordinal);
        Assert.Equal("pat@example.gov", await _browser.WhoAsync());
    }

    [Fact]
    public async Task Who_is_signed_in_stays_so_and_can_sign_out_here()
    {
        await PageServer.KnowsAsync(_browser);
        await _browser.OpenAsync("/sign-in?returnUrl=/healthz/ready");
        _issuer.Away = Away("broken");

        Assert.Equal("pat@example.gov", await _browser.WhoAsync());
        var left = await _browser.SubmitAsync("/sign-out");

        Assert.Contains("<h1>You are signed out</h1>", left.Text, StringComparison.Ordinal);
        Assert.Null(await _browser.WhoAsync());
    }

    private static RequestDelegate Away(string how) =>
        how switch
        {
            "silent" => http => Task.Delay(Timeout.Infinite, http.RequestAborted),
            "broken" => http =>
            {
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return Task.CompletedTask;
            },
            _ => http => http.Response.WriteAsync("<html>Maintenance</html>"),
        };
}
