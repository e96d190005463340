using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>The schema is public, so a mistyped name may be answered with the right one.</summary>
public sealed class SuggestionTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("{ book { totalCount } }", "books")]
    [InlineData("{ books { node { id } } }", "nodes")]
    [InlineData("{ books(firs: 1) { totalCount } }", "first")]
    [InlineData("{ books(where: { titel: { eq: \"x\" } }) { totalCount } }", "title")]
    [InlineData("{ books(order: [{ titel: ASC }]) { totalCount } }", "title")]
    [InlineData("{ books(where: { genre: { eq: PROZE } }) { totalCount } }", "PROSE")]
    [InlineData("{ books(where: { genre: { eq: prose } }) { totalCount } }", "PROSE")]
    [InlineData("{ books(order: [{ title: asc }]) { totalCount } }", "ASC")]
    [InlineData("{ books(ORDER: []) { totalCount } }", "order")]
    [InlineData("query ($g: Genr) { books(where: { genre: { eq: $g } }) { totalCount } }", "Genre")]
    [InlineData("{ ... on Boo { id } }", "Book")]
    [InlineData("{ ...F } fragment F on Boo { id }", "Book")]
    [InlineData("{ node(id: \"x\") { title } }", "Book")]
    [InlineData("{ books @inclde(if: true) { totalCount } }", "@include")]
    [InlineData("query @skp(if: true) { books { totalCount } }", "@skip")]
    [InlineData("{ ...Titels ...Titles } fragment Titles on Query { __typename }", "Titles")]
    public async Task A_mistyped_name_gets_a_suggestion(string query, string meant)
    {
        var answer = await library.AskAsync(query);

        Assert.Equal([ErrorCodes.ValidationFailed], answer.Codes.Distinct());
        Assert.Matches(
            $"Did you mean [^?]*[`']{meant}[`'][^?]*\\?",
            answer.Errors[0].GetProperty("message").GetString()
        );
    }

    [Theory]
    [InlineData("""{"where":{"titel":{"eq":"x"}}}""", "`where` has no field `titel`. Did you mean `title`?")]
    [InlineData(
        """{"where":{"genre":{"eq":"PROZE"}}}""",
        "`where.genre.eq`: 'PROZE' is not one of POETRY, PROSE, DRAMA. Did you mean `PROSE`?"
    )]
    public async Task A_mistyped_name_in_a_variable_gets_a_suggestion(string variables, string message)
    {
        var answer = await library.PostAsync(
            $$"""
            {
              "query": "query ($where: BookFilterInput) { books(where: $where) { totalCount } }",
              "variables": {{variables}}
            }
            """
        );

        Assert.Equal(ErrorCodes.BadUserInput, answer.Code);
        Assert.Equal(message, answer.Errors[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("{ xyzzyxyzzyxyzzy }")]
    [InlineData("{ books @xyzzyxyzzyxyzzy { totalCount } }")]
    [InlineData("{ ...xyzzyxyzzyxyzzy }")]
    public async Task A_name_unlike_any_other_gets_no_suggestion(string query)
    {
        var answer = await library.AskAsync(query);

        Assert.Equal([ErrorCodes.ValidationFailed], answer.Codes);
        Assert.Contains("xyzzyxyzzyxyzzy", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", answer.Text, StringComparison.Ordinal);
    }
}
