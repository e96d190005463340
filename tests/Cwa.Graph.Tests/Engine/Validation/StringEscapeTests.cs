using System.Text.Json;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Escapes in documents, as the September 2025 edition defines them.</summary>
public sealed class StringEscapeTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("\"\\u{1F600}\"", "😀")]
    [InlineData("\"a\\u{1f600}b\\u{41}\"", "a😀bA")]
    [InlineData("\"\\u{10FFFF}\"", "\U0010FFFF")]
    [InlineData("\"\\u{000041}\"", "A")]
    [InlineData("\"\\u{22}\\u{5C}\\u{A}\\u{7}\"", "\"\\\n\a")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"\\\\u{1F600}\"", "\\u{1F600}")]
    [InlineData("\"\\\"\\u{41}\"", "\"A")]
    [InlineData("\"\"\"\\u{1F600}\"\"\"", "\\u{1F600}")]
    [InlineData("\"\"\"\\\"\"\"\\u{41}\"\"\"", "\"\"\"\\u{41}")]
    [InlineData("\"\" # \"\\u{ \\x\n", "")]
    public async Task A_string_is_read_with_its_escapes(string text, string read) =>
        Assert.Equal(
            "title " + read,
            (await library.AskAsync($"{{ key(by: {{ title: {text} }}) }}")).Succeeds().At("key").GetString()
        );

    [Theory]
    [InlineData("\"\"\"a\r\nb\rc\nd\"\"\"")]
    [InlineData("\r\n\"\"\"\r\n  a\r\n  b\r  c\n  d\r\n\"\"\"\r")]
    public async Task Any_line_ending_is_accepted(string text) =>
        Assert.Equal(
            "title a\nb\nc\nd",
            (await library.AskAsync($"{{ key(by: {{ title: {text} }}) }}")).Succeeds().At("key").GetString()
        );

    [Fact]
    public async Task An_error_has_the_right_line_whatever_the_line_endings() =>
        Assert.StartsWith(
            "Syntax error at line 3, column 1",
            (await library.AskAsync("query Q(\r$a: Int\r}")).Errors[0].GetProperty("message").GetString(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("\\u{}")]
    [InlineData("\\u{110000}")]
    [InlineData("\\u{D83D}")]
    [InlineData("\\u{D83D}\\u{DE00}")]
    [InlineData("\\uD83D\\u{DE00}")]
    [InlineData("\\u{1F600")]
    [InlineData("\\u{ 41}")]
    [InlineData("\\u{-41}")]
    [InlineData("\\u{FFFFFFFFFF}")]
    [InlineData("\\uD83D")]
    [InlineData("\\uDE00")]
    [InlineData("\\uDE00\\uD83D")]
    [InlineData("\\uD83Dx")]
    [InlineData("\\x41")]
    [InlineData("a\u0007")]
    public async Task An_escape_that_is_not_a_character_is_refused(string text)
    {
        var answer = await library.AskAsync($"{{ key(by: {{ title: \"{text}\" }}) }}");

        Assert.Equal(ErrorCodes.ParseFailed, answer.Code);
        Assert.Contains(
            "line 1, column",
            answer.Errors[0].GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_error_after_an_escape_has_the_right_location()
    {
        var answer = await library.AskAsync("{ key(by: { title: \"\\u{1F600}\" }) nothing }");

        Assert.Equal(
            """[{"line":1,"column":35}]""",
            JsonSerializer.Serialize(answer.Errors[0].GetProperty("locations"))
        );
    }

    [Fact]
    public async Task A_control_character_is_refused_even_in_a_comment() =>
        Assert.Equal(ErrorCodes.ParseFailed, (await library.AskAsync("{ __typename } # \f")).Code);

    [Theory]
    [InlineData("type X { a: Int } { __typename }")]
    [InlineData("{ __typename } extend type Query { a: Int }")]
    [InlineData("schema { query: Query } { __typename }")]
    [InlineData("{ __typename } directive @x on FIELD")]
    public async Task A_document_with_type_definitions_is_refused(string document) =>
        Assert.Equal(ErrorCodes.ValidationFailed, (await library.AskAsync(document)).Code);
}
