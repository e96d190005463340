using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Where a number in a document ends (GraphQL 2.9.1 and 2.9.2).</summary>
public sealed class NumberEndTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("2c: 3")]
    [InlineData("2_: 3")]
    [InlineData("-2.5c: 3")]
    [InlineData("1e3c: 3")]
    [InlineData("0x1")]
    [InlineData("[1...]")]
    public async Task A_number_that_runs_into_a_name_is_refused(string argument)
    {
        var answer = await library.AskAsync($"{{ nothing(b: {argument}) }}");

        Assert.Equal(ErrorCodes.ParseFailed, answer.Code);
        Assert.StartsWith(
            "Syntax error at line 1, column ",
            answer.Errors[0].GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2 c: 3")]
    [InlineData("2,c: 3")]
    [InlineData("[2]c: 3")]
    [InlineData("2#\nc: 3")]
    public async Task A_number_ends_where_anything_else_begins(string arguments) =>
        Assert.Equal(ErrorCodes.ValidationFailed, (await library.AskAsync($"{{ nothing(b: {arguments}) }}")).Code);
}
