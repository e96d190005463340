using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A cached document gives the same answers as a new one.</summary>
public sealed class DocumentCacheTests(Library library) : IClassFixture<Library>
{
    private const string Two =
        "query A($n: Int!) { echo(number: $n) } query B($n: Int = 40) { echo(number: $n, text: \"ab\") }";

    [Fact]
    public async Task Operations_and_variables_are_not_mixed_up()
    {
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(round, (await library.AskAsync(Two, new { n = round }, "A")).Succeeds().At("echo").GetInt32());
            Assert.Equal(42, (await library.AskAsync(Two, null, "B")).Succeeds().At("echo").GetInt32());
            Assert.Equal(
                round + 2,
                (await library.AskAsync(Two, new { n = round }, "B")).Succeeds().At("echo").GetInt32()
            );
            Assert.Equal(ErrorCodes.BadUserInput, (await library.AskAsync(Two, null, "A")).Code);
            Assert.Equal(ErrorCodes.BadUserInput, (await library.AskAsync(Two, new { n = "x" }, "A")).Code);
            Assert.Equal(ErrorCodes.OperationNotFound, (await library.AskAsync(Two)).Code);
            Assert.Equal(ErrorCodes.OperationNotFound, (await library.AskAsync(Two, null, "a")).Code);
        }
    }

    [Theory]
    [InlineData("{ nothing }", ErrorCodes.ValidationFailed)]
    [InlineData("{ echo }", ErrorCodes.ValidationFailed)]
    [InlineData("{ echo(number: 1, number: 2) }", ErrorCodes.ValidationFailed)]
    [InlineData("{ ...F } fragment F on Query { ...F }", ErrorCodes.ValidationFailed)]
    [InlineData("query A { __typename } query A { __typename }", ErrorCodes.OperationNotFound)]
    [InlineData("{", ErrorCodes.ParseFailed)]
    [InlineData("type A { b: C }", ErrorCodes.OperationNotFound)]
    public async Task A_refused_document_is_refused_again(string query, string code)
    {
        for (var round = 0; round < 3; round++)
            Assert.Equal(code, (await library.AskAsync(query)).Code);
    }

    [Fact]
    public async Task An_operation_that_runs_does_not_vouch_for_another_in_its_document()
    {
        const string Mixed = "query Good { __typename } query Bad { nothing }";

        Assert.Equal(ErrorCodes.ValidationFailed, (await library.AskAsync(Mixed, null, "Good")).Code);
        Assert.Equal(ErrorCodes.ValidationFailed, (await library.AskAsync(Mixed, null, "Bad")).Code);
    }

    [Fact]
    public async Task Concurrent_requests_with_one_document_get_their_own_answers() =>
        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async i =>
                    Assert.Equal(
                        i,
                        (await library.AskAsync("query ($n: Int!) { echo(number: $n) }", new { n = i }))
                            .Succeeds()
                            .At("echo")
                            .GetInt32()
                    )
                )
        );

    [Fact]
    public async Task Concurrent_requests_for_one_list_get_their_own_pages() =>
        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(async i =>
                {
                    var answer = await library.AskAsync(
                        "query ($name: String) { authors(where: { name: { eq: "
                            + "$name } }) { nodes { name books(first: 2) { nodes { author { name } } } } } }",
                        new { name = $"Author {i % 5}" }
                    );

                    var author = Assert.Single(answer.Succeeds().At("authors.nodes").EnumerateArray());
                    Assert.Equal($"Author {i % 5}", author.GetProperty("name").GetString());
                    Assert.All(
                        author.GetProperty("books").GetProperty("nodes").EnumerateArray(),
                        b => Assert.Equal($"Author {i % 5}", b.GetProperty("author").GetProperty("name").GetString())
                    );
                })
        );
}
