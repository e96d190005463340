using System.Text;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class ErrorAnswerTests(Library library) : IClassFixture<Library>
{
    private const int LargestAnswer = 16 * 1024;

    [Fact]
    public async Task At_most_five_errors_of_a_request_are_reported()
    {
        var answer = await library.AskAsync(
            "{" + string.Concat(Enumerable.Range(0, 300).Select(i => $"nothing{i} ")) + "}"
        );

        Assert.Equal(Enumerable.Repeat(ErrorCodes.ValidationFailed, 5), answer.Codes);
    }

    [Fact]
    public async Task A_fault_of_ours_reveals_only_a_trace_id_that_is_in_the_log()
    {
        var answer = await library.AskAsync("{ fails }");

        var error = Assert.Single(answer.Errors);
        var trace = error.GetProperty("extensions").GetProperty("traceId").GetString()!;
        Assert.Equal("Unexpected Execution Error", error.GetProperty("message").GetString());
        Assert.Equal(ErrorCodes.InternalServerError, answer.Code);
        Assert.Equal(["code", "traceId"], error.GetProperty("extensions").EnumerateObject().Select(p => p.Name));
        Assert.Contains(
            library.Log.Lines,
            line =>
                line.Contains(trace, StringComparison.Ordinal)
                && line.Contains("the secret of the house", StringComparison.Ordinal)
        );
        foreach (var inner in new[] { "secret", "Exception", "INVALID_OPERATION", ".cs", "LibraryQueries", " at " })
            Assert.DoesNotContain(inner, answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task At_most_twenty_failed_fields_are_reported()
    {
        var answer = await library.AskAsync("{ books(first: 50) { nodes { torn } } }");

        Assert.Equal(Enumerable.Repeat(ErrorCodes.InternalServerError, 20), answer.Codes);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.True(Bytes(answer) <= LargestAnswer, $"{Bytes(answer)} bytes");
    }

    [Fact]
    public async Task Long_names_do_not_make_a_long_answer()
    {
        var name = new string('n', 128);

        var answer = await library.AskAsync(
            $"{{ {name}: authors(first: 7) {{ {name}: nodes {{ {name}: books(first: 50) {{ {name}: nodes {{ "
                + $"{name}: author {{ {name}: books(first: 1) {{ {name}: nodes {{ {name}: torn }} }} }} }} }} }} }} }}",
            signedIn: true
        );

        Assert.NotEmpty(answer.Errors);
        Assert.True(ErrorBytes(answer) <= LargestAnswer, $"{ErrorBytes(answer)} bytes");
    }

    [Theory]
    [InlineData("{ echo(number: \"%\") }")]
    [InlineData("{ key(by: { title: \"a\", code: \"%\" }) }")]
    [InlineData("{ books(after: \"%\") { totalCount } }")]
    [InlineData("{ node(id: \"%\") { id } }")]
    [InlineData("{ books(where: { publishedOn: { eq: \"%\" } }) { totalCount } }")]
    [InlineData("query Q($n: Int = \"%\") { echo(number: $n) }")]
    public async Task A_long_value_does_not_make_a_long_answer(string query)
    {
        foreach (var letter in new[] { "x", "é", "😀" })
        {
            var answer = await library.AskAsync(
                query.Replace("%", string.Concat(Enumerable.Repeat(letter, 3_000)), StringComparison.Ordinal)
            );

            Assert.NotEmpty(answer.Errors);
            Assert.True(Bytes(answer) <= LargestAnswer, $"{Bytes(answer)} bytes");
        }
    }

    [Fact]
    public async Task A_long_variable_does_not_make_a_long_answer()
    {
        var answer = await library.AskAsync(
            "query ($n: Int!) { echo(number: $n) }",
            new { n = new string('é', 30_000) }
        );

        Assert.Equal(ErrorCodes.BadUserInput, answer.Code);
        Assert.True(Bytes(answer) <= LargestAnswer, $"{Bytes(answer)} bytes");
    }

    [Fact]
    public async Task A_field_that_is_not_public_is_refused_before_anything_is_read()
    {
        Assert.Equal(
            ErrorCodes.Unauthenticated,
            (await library.AskAsync("{ books(first: 1, where: { title: { eq: \"none\" } }) { nodes { shelf } } }")).Code
        );
        Assert.Equal(
            ErrorCodes.Unauthenticated,
            (
                await library.AskAsync(
                    $"{{ node(id: \"{NodeId.Encode("Book", Guid.Empty)}\") {{ ... on Book {{ shelf }} }} }}"
                )
            ).Code
        );
        Assert.Equal("", (await library.AskAsync("{ books(first: 1) { nodes { shelf } } }", signedIn: true)).Code);
    }

    private static int Bytes(Answer answer) => Encoding.UTF8.GetByteCount(answer.Text);

    private static int ErrorBytes(Answer answer) =>
        Encoding.UTF8.GetByteCount(answer.Json.GetProperty("errors").GetRawText());
}
