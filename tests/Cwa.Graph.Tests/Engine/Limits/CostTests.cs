using CsCheck;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class CostTests(Library library) : IClassFixture<Library>
{
    private const string CostExceeded = ErrorCodes.CostExceeded,
        InvalidPageSize = ErrorCodes.InvalidPageSize,
        BadUserInput = ErrorCodes.BadUserInput;

    [Theory]
    [InlineData("{ __typename }", 0)]
    [InlineData("{ authors { totalCount } }", 0)]
    [InlineData("{ authors(first: 7) { nodes { id } } }", 7)]
    [InlineData("{ authors(last: 7) { nodes { id } } }", 7)]
    [InlineData("{ authors { nodes { id } } }", 20)]
    [InlineData("{ books { nodes { id } } }", 5)]
    [InlineData("{ authors(first: 3) { edges { cursor node { id } } pageInfo { endCursor } } }", 3)]
    [InlineData("{ authors(first: 3) { nodes { books(first: 4) { nodes { author { id } } } } } }", 3 + 12 + 12)]
    [InlineData("{ node(id: \"Qm9vazowMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA\") { id } }", 1)]
    [InlineData("{ nodes(ids: []) { id } }", 100)]
    [InlineData("{ __type(name: \"Book\") { name } }", 10)]
    [InlineData("{ __schema { queryType { name } } }", 300)]
    [InlineData(
        "{ ...{ authors(first: 2) { nodes { id } } } ...F } fragment F on Query { a: authors(first: "
            + "2) { nodes { id } } }",
        4
    )]
    public async Task An_operation_costs_the_objects_that_it_could_return(string query, int objects)
    {
        var answer = (await library.AskAsync(query)).Succeeds();

        var cost = answer.Json.GetProperty("extensions").GetProperty("cost");
        Assert.Equal(objects, cost.GetProperty("objects").GetInt32());
        Assert.Equal(1_000, cost.GetProperty("most").GetInt32());
    }

    [Fact]
    public async Task A_caller_who_is_not_signed_in_may_ask_for_a_thousand_objects()
    {
        Assert.Equal("", (await library.AskAsync(Objects(1_000))).Code);
        Assert.Equal(CostExceeded, (await library.AskAsync(Objects(1_001))).Code);
    }

    [Fact]
    public async Task A_signed_in_caller_may_ask_for_five_thousand_objects()
    {
        Assert.Equal("", (await library.AskAsync(Objects(5_000), signedIn: true)).Code);
        Assert.Equal(CostExceeded, (await library.AskAsync(Objects(5_001), signedIn: true)).Code);
    }

    [Fact]
    public async Task A_cached_operation_is_held_to_the_limit_of_its_caller()
    {
        Assert.Equal("", (await library.AskAsync(Objects(1_200), signedIn: true)).Code);
        Assert.Equal(CostExceeded, (await library.AskAsync(Objects(1_200))).Code);
    }

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"n":null}""", "")]
    [InlineData("""{"n":33}""", "")]
    [InlineData("""{"n":34}""", CostExceeded)]
    [InlineData("""{"n":60}""", CostExceeded)]
    [InlineData("""{"n":61}""", InvalidPageSize)]
    [InlineData("""{"n":0}""", InvalidPageSize)]
    [InlineData("""{"n":-1}""", InvalidPageSize)]
    [InlineData("""{"n":2147483648}""", InvalidPageSize)]
    [InlineData("""{"n":-99999999999999999999999999}""", InvalidPageSize)]
    [InlineData("""{"n":"60"}""", BadUserInput)]
    [InlineData("""{"n":true}""", BadUserInput)]
    [InlineData("""{"n":60.0}""", CostExceeded)]
    [InlineData("""{"n":6e1}""", CostExceeded)]
    [InlineData("""{"n":1e308}""", InvalidPageSize)]
    [InlineData("""{"n":60.5}""", BadUserInput)]
    [InlineData("""{"n":[60]}""", BadUserInput)]
    [InlineData("""{"n":{}}""", BadUserInput)]
    public async Task The_cost_is_computed_with_the_given_variables(string variables, string code)
    {
        var body =
            "{\"query\":\"query ($n: Int = 2) { authors(first: 13) { nodes { books(first: 2) { nodes { id } } } } "
            + "books(first: $n) { nodes { author { books(first: 27) { nodes { id } } } } } }\",\"variables\":"
            + variables
            + "}";

        var answer = await library.PostAsync(body);

        Assert.Equal(code, answer.Code);
    }

    [Theory]
    [InlineData(
        "query ($n: Int = 60) { books(first: $n) { nodes { author { books(first: 20) { nodes { id } } } } } }",
        CostExceeded
    )]
    [InlineData("query ($n: Int = 61) { books(first: $n) { totalCount } }", InvalidPageSize)]
    [InlineData("query ($n: Int = null) { books(first: $n) { totalCount } }", "")]
    [InlineData("query ($n: Int) { books(first: $n) { totalCount } }", "")]
    [InlineData("query ($n: Int!) { books(first: $n) { totalCount } }", BadUserInput)]
    [InlineData("query { books(first: $n) { totalCount } }", ErrorCodes.ValidationFailed)]
    public async Task The_cost_is_computed_with_the_default_of_a_missing_variable(string query, string code) =>
        Assert.Equal(code, (await library.AskAsync(query)).Code);

    [Fact]
    public void No_answer_has_more_objects_than_the_computed_cost() =>
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 12], Gen.Int[1, 3], Gen.Bool, Gen.Bool)
            .Sample(
                (authors, books, more, edges, last) =>
                {
                    var page = last ? "last" : "first";
                    var query =
                        $"query ($n: Int) {{ authors({page}: {authors}) {{ nodes {{ __typename books({page}: $n) {{ "
                        + (
                            edges
                                ? "edges { node { __typename author { __typename } } }"
                                : $"nodes {{ __typename author {{ __typename books(first: "
                                    + $"{more}) {{ nodes {{ __typename }} }} }} }}"
                        )
                        + " } } } }";

                    var answer = library.AskAsync(query, new { n = books }).GetAwaiter().GetResult().Succeeds();

                    var objects = System.Text.RegularExpressions.Regex.Count(answer.Data.GetRawText(), "__typename");
                    Assert.InRange(
                        objects,
                        1,
                        answer.Json.GetProperty("extensions").GetProperty("cost").GetProperty("objects").GetInt32()
                    );
                },
                iter: 40,
                threads: 1
            );

    // Exactly this many, unless the number is a multiple of 101.
    private static string Objects(int objects) =>
        $"{{ a: authors(first: {objects / 101}) {{ nodes {{ books(first: 100) {{ nodes {{ id }} }} }} }} b: "
        + $"authors(first: {objects % 101}) {{ nodes {{ id }} }} }}";
}
