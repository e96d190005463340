namespace Cwa.Graph.Tests.Engine;

public sealed class SchemaEndpointTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema")]
    public async Task An_unchanged_schema_is_not_sent_again(string path)
    {
        using var first = await library.Client.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await library.Client.SendAsync(again);

        Assert.Equal((200, "text/plain"), ((int)first.StatusCode, first.Content.Headers.ContentType?.MediaType));
        Assert.Contains("type Book implements Node", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(304, (int)second.StatusCode);
        Assert.Equal("", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_POST_does_not_return_the_schema() =>
        Assert.Equal(
            400,
            (int)
                (
                    await library.Client.PostAsync(
                        "/graphql?sdl",
                        new StringContent("{}", System.Text.Encoding.UTF8, "application/json")
                    )
                ).StatusCode
        );
}
