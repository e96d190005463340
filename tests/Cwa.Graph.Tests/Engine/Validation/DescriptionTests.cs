using System.Text.Json;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Descriptions in executable documents, as the September 2025 edition defines them.</summary>
public sealed class DescriptionTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("\"d\" query A { __typename }")]
    [InlineData("\"\"\"\nd\n\"\"\" query A { __typename }")]
    [InlineData("# c\n\"d\" # \"e\"\nquery { __typename }")]
    [InlineData("\"d\" query { ...F } \"e\" fragment F on Query { __typename }")]
    [InlineData("\"e\" fragment F on Query { __typename } \"d\" query { ...F }")]
    [InlineData("query A(\"d\" $a: String! = \"x\") { __typename key(by: { title: $a }) }")]
    [InlineData(
        "query A($a: String! = \"x\" $b: String! = \"y\", \"d\" $c: String! = \"z\" \"\"\"e\"\"\" $d: String! = \"t\")"
            + " { __typename a: key(by: { title: $a }) b: key(by: { title: $b }) c: key(by: { title: $c }) d: "
            + "key(by: { title: $d }) }"
    )]
    public async Task A_description_may_precede_an_operation_a_fragment_or_a_variable(string document) =>
        Assert.Equal("Query", (await library.AskAsync(document)).Succeeds().At("__typename").GetString());

    [Fact]
    public async Task A_string_as_a_default_value_is_not_a_description() =>
        Assert.Equal(
            "title x",
            (
                await library.AskAsync(
                    "query A($a: String! = \"x\" $b: Boolean! = true) { key(by: { title: $a }) @include(if: $b) }"
                )
            )
                .Succeeds()
                .At("key")
                .GetString()
        );

    [Theory]
    [InlineData("\"d\" { __typename }")]
    [InlineData("\"d\" \"e\" query A { __typename }")]
    [InlineData("{ __typename } \"d\"")]
    [InlineData("query \"d\" A { __typename }")]
    [InlineData("query A { \"d\" __typename }")]
    [InlineData("query A { __typename } fragment F on \"d\" fragment { __typename }")]
    [InlineData("query A(\"d\") { __typename }")]
    [InlineData("query A(\"d\" \"e\" $a: Int) { __typename }")]
    [InlineData("query A($a: \"d\" $b: Int) { __typename }")]
    [InlineData("query A @x(a: \"d\" $b) { __typename }")]
    [InlineData("{ key(by: { title: \"d\" $b }) }")]
    public async Task A_description_anywhere_else_is_refused(string document) =>
        Assert.Equal(ErrorCodes.ParseFailed, (await library.AskAsync(document)).Code);

    [Fact]
    public async Task An_error_after_a_description_has_the_right_location()
    {
        var answer = await library.AskAsync("\"\"\"\nd\n\"\"\" query A(\"e\" $a: Nothing) { nothing }");

        Assert.Contains(
            """[{"line":3,"column":32}]""",
            answer.Errors.Select(error => JsonSerializer.Serialize(error.GetProperty("locations")))
        );
    }
}
