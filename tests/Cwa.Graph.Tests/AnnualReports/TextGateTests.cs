using Cwa.Tests;
using GraphQL;

namespace Cwa.Graph.Tests;

public sealed class TextGateTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const int TextsOfOne = 20;

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_and_others_are_answered()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var eager = new SignedInCaller(server, "eager", [Roles.Read], []);

        var refused = await eager.SendAsync(Document(0));
        for (var i = 1; i < 100 && !refused.TryGetProperty("errors", out _); i++)
            refused = await eager.SendAsync(Document(i));
        var other = await new SignedInCaller(server, "patient", [Roles.Read], []).SendAsync(Document(0));

        var error = refused.GetProperty("errors")[0];
        Assert.Equal("RATE_LIMITED", error.GetProperty("extensions").Text("code"));
        Assert.Equal(
            "`plainLanguage` measures 100 texts at once and 50 a second for each caller, and for all who are not signed in "
                + "from one address. Wait a second, then ask again.",
            error.Text("message")
        );
        Assert.StartsWith("text", error.GetProperty("path")[0].GetString(), StringComparison.Ordinal);
        Assert.False(other.TryGetProperty("errors", out _));
        Assert.Equal(TextsOfOne, other.GetProperty("data").EnumerateObject().Count());
    }

    [Fact]
    public void A_text_that_is_too_long_counts_for_nothing()
    {
        // However slow the machine is, nothing is renewed meanwhile.
        using var gate = new TextGate(second: TimeSpan.FromDays(1));

        for (var i = 0; i <= TextGate.AtOnce; i++)
            Assert.Equal("BAD_USER_INPUT", RefusalOf(new('a', 10_001)));
        for (var i = 0; i < TextGate.AtOnce; i++)
            Assert.Null(RefusalOf("We answer your call."));
        Assert.Equal("RATE_LIMITED", RefusalOf("We answer your call."));

        string? RefusalOf(string text)
        {
            try
            {
                PlainLanguageQueries.PlainLanguage(text, Caller.Public, gate);
                return null;
            }
            catch (ExecutionError refused)
            {
                return refused.Code;
            }
        }
    }

    private static string Document(int number) =>
        "{ "
        + string.Join(
            ' ',
            Enumerable
                .Range(0, TextsOfOne)
                .Select(i => $"text{i}: plainLanguage(text: \"Text {number}.{i} is short.\") {{ grade }}")
        )
        + " }";
}
