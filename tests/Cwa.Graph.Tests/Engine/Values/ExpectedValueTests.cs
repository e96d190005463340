using Cwa.Graph.Engine;
using static Cwa.Graph.Tests.Engine.ExpectedValues;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A value that does not fit is refused with what is expected, an example and the place.</summary>
public sealed class ExpectedValueTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [MemberData(nameof(ExpectedValues.Literals), MemberType = typeof(ExpectedValues))]
    public async Task A_literal_in_a_document_is_checked_against_its_type(string field, string message)
    {
        var answer = await library.AskAsync($"{{ {field} }}");

        Assert.Equal(ErrorCodes.ValidationFailed, answer.Code);
        Assert.Equal(message, answer.Errors[0].GetProperty("message").GetString());
    }

    [Theory]
    [MemberData(nameof(ExpectedValues.Variables), MemberType = typeof(ExpectedValues))]
    public async Task A_value_of_a_variable_is_checked_against_its_type(
        string type,
        string field,
        string value,
        string message
    )
    {
        var answer = await library.PostAsync(
            $$$"""{"query":"query ($v: {{{type}}}) { {{{field}}} }","variables":{"v":{{{value}}}}}"""
        );

        Assert.Equal(ErrorCodes.BadUserInput, answer.Code);
        Assert.Equal(message, answer.Errors[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Null_for_a_variable_with_a_default_is_refused_even_in_a_known_document()
    {
        const string Query =
            "query ($d: Date = \"1998-04-21\") { books(where: { publishedOn: { in: "
            + "[\"1998-04-22\", $d] } }) { totalCount } }";
        Assert.Empty((await library.AskAsync(Query)).Codes);

        Assert.Equal(ErrorCodes.BadUserInput, (await library.AskAsync(Query, new { d = (string?)null })).Code);
    }

    [Theory]
    [InlineData(
        "query ($a: Int = 1, $b: String, $c: String = \"c\") { "
            + "echo(number: $a, text: $b) x: echo(number: 1, text: $c) }"
    )]
    [InlineData(
        "query ($a: Int, $b: BookFilterInput) { library: books(first: 1, where: $b) { totalCount } lent(days: $a) }"
    )]
    [InlineData("query ($a: Boolean = true, $b: String) { echo(number: 1, text: $b) @skip(if: $a) }")]
    [InlineData("query ($a: Int = 1, $b: String) { ...of } fragment of on Query { echo(number: $a, text: $b) }")]
    [InlineData("mutation ($a: Int, $b: Date) { lend(input: { days: $a, until: $b }) }")]
    public async Task Only_the_variable_that_must_not_be_null_is_named(string query)
    {
        for (var time = 1; time <= 2; time++)
        {
            var answer = await library.AskAsync(
                query,
                new
                {
                    a = (int?)null,
                    b = (string?)null,
                    c = (string?)null,
                }
            );

            var message = Assert.Single(answer.Errors).GetProperty("message").GetString();
            Assert.StartsWith("`a` must not be null where it is used: give ", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_variable_that_is_missing_is_named()
    {
        var answer = await library.AskAsync("query ($n: Int!) { echo(number: $n) }");

        Assert.Equal(
            "The variable `n` is missing: give " + WholeNumber,
            answer.Errors[0].GetProperty("message").GetString()
        );
    }

    [Fact]
    public async Task All_faults_of_variables_are_reported_at_once()
    {
        var answer = await library.PostAsync(
            """
            {"query":"query ($n: Int!, $w: BookFilterInput) { echo(number: $n) books(where: $w) { totalCount } }",
             "variables":{"n":"one","w":{"pages":{"eq":"two"},"copies":{"eq":"three"}}}}
            """
        );

        Assert.Equal(3, answer.Errors.Count);
    }

    [Theory]
    [InlineData("Int", "`number` takes Int!")]
    [InlineData("String!", "`number` takes Int!")]
    [InlineData("[Int!]!", "`number` takes Int!")]
    [InlineData("Int = null", "`number` takes Int!")]
    public async Task A_variable_of_the_wrong_type_is_refused_with_the_expected_type(string type, string message)
    {
        var answer = await library.AskAsync($"query ($n: {type}) {{ echo(number: $n) }}");

        Assert.Contains(message, answer.Errors[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query ($d: BookSortInput) { books(order: [$d]) { totalCount } }")]
    [InlineData("query ($t: String) { key(by: { title: $t }) }")]
    [InlineData("query ($t: String = \"a\") { key(by: { title: $t }) }")]
    public async Task A_nullable_variable_is_refused_where_null_is_not_allowed(string query)
    {
        Assert.Equal(
            ErrorCodes.ValidationFailed,
            (await library.AskAsync(query, new { d = new { title = "ASC" }, t = "a" })).Code
        );
    }
}
