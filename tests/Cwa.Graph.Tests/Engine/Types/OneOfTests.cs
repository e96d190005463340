using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class OneOfTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("{ title: \"a\" }", "title a")]
    [InlineData("{ number: 7 }", "number 7")]
    public async Task Exactly_one_field_is_accepted(string by, string key)
    {
        Assert.Equal(key, (await library.AskAsync($"{{ key(by: {by}) }}")).Succeeds().At("key").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ title: null }")]
    [InlineData("{ title: \"a\", number: 7 }")]
    [InlineData("{ title: \"a\", number: null }")]
    public async Task No_field_or_two_fields_are_refused(string by)
    {
        Assert.Equal([ErrorCodes.ValidationFailed], (await library.AskAsync($"{{ key(by: {by}) }}")).Codes.Distinct());
    }

    [Theory]
    [InlineData("""{"by":{"title":"a"}}""", "")]
    [InlineData("""{"by":{}}""", ErrorCodes.BadUserInput)]
    [InlineData("""{"by":{"title":null}}""", ErrorCodes.BadUserInput)]
    [InlineData("""{"by":{"title":"a","number":7}}""", ErrorCodes.BadUserInput)]
    [InlineData("""{"by":{"title":"a","number":null}}""", ErrorCodes.BadUserInput)]
    public async Task A_variable_is_held_to_the_same_rule(string variables, string code) =>
        Assert.Equal(
            code,
            (
                await library.PostAsync(
                    $$"""{"query":"query ($by: BookKey!) { key(by: $by) }","variables":{{variables}}}"""
                )
            ).Code
        );

    [Theory]
    [InlineData("{}", "[{}]")]
    [InlineData("{}", "[{ title: null }]")]
    [InlineData("{}", "[{ title: ASC, genre: ASC }]")]
    [InlineData("{\"d\":null}", "[{ title: $d }]")]
    [InlineData("{}", "[{ title: $d }]")]
    public async Task An_order_names_one_key_at_a_time(string variables, string order)
    {
        var query =
            $"query {(order.Contains('$', StringComparison.Ordinal) ? "($d: SortEnumType)" : "")} {{ "
            + $"books(order: {order}) {{ totalCount }} }}";

        var answer = await library.PostAsync($$"""{"query":"{{query}}","variables":{{variables}}}""");

        Assert.Contains(answer.Code, new[] { ErrorCodes.ValidationFailed, ErrorCodes.BadUserInput });
    }

    [Theory]
    [InlineData("""[{}]""")]
    [InlineData("""[{"title":null}]""")]
    [InlineData("""[{"title":"ASC","genre":"ASC"}]""")]
    [InlineData("""[{"title":"ASC","genre":null}]""")]
    [InlineData("""[null]""")]
    [InlineData("""[{"id":"ASC"}]""")]
    public async Task An_order_in_a_variable_is_held_to_the_same_rule(string order) =>
        Assert.Equal(
            ErrorCodes.BadUserInput,
            (
                await library.PostAsync(
                    $$$"""
                    {"query":"query ($order: [BookSortInput!]) { books(order: $order) { totalCount } }",
                     "variables":{"order":{{{order}}}}}
                    """
                )
            ).Code
        );
}
