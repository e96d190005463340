using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A value that does not fit is refused with what is expected, an example and the place.</summary>
public sealed class ExpectedValueTests(Library library) : IClassFixture<Library>
{
    private const string WholeNumber = "a whole number from -2147483648 to 2147483647, such as 12.",
        LongNumber = "a whole number from -9223372036854775808 to 9223372036854775807, such as 12.",
        Instant = "an instant with an offset and at most seven decimals, such as 1998-11-15T16:14:00-05:00.";

    [Theory]
    [InlineData("echo(number: 2.0)", "`number`: '2.0' is not " + WholeNumber)]
    [InlineData("echo(number: \"2\")", "`number`: '2' is not " + WholeNumber + " Write 2 without quotation marks.")]
    [InlineData("echo(number: \"two\")", "`number`: 'two' is not " + WholeNumber)]
    [InlineData("echo(number: 2147483648)", "`number`: '2147483648' is not " + WholeNumber)]
    [InlineData("echo(number: null)", "`number` must not be null: give " + WholeNumber)]
    [InlineData("echo", "`echo` requires the argument `number`: give " + WholeNumber)]
    [InlineData("echo(number: 1) @skip", "`@skip` requires the argument `if`: give true or false.")]
    [InlineData("echo(number: 1, text: 5)", "`text`: '5' is not a string in quotation marks, such as \"Reno\".")]
    [InlineData("books(where: 5) { totalCount }", "`where`: '5' is not an object such as { and: … }.")]
    [InlineData(
        "books(where: { publishedOn: { eq: \"1998-2-3\" } }) { totalCount }",
        "`where.publishedOn.eq`: '1998-2-3' is not a day such as 1998-04-21."
    )]
    [InlineData(
        "books(where: { publishedOn: { in: [\"1998-02-03\", \"1998-02-30\"] } }) { totalCount }",
        "`where.publishedOn.in.1`: '1998-02-30' is not a day such as 1998-04-21."
    )]
    [InlineData(
        "books(where: { publishedOn: { in: [null] } }) { totalCount }",
        "`where.publishedOn.in.0` must not be null: give a day such as 1998-04-21."
    )]
    [InlineData(
        "books(updatedSince: \"1998-11-15T16:14:00\") { totalCount }",
        "`updatedSince`: '1998-11-15T16:14:00' is not " + Instant
    )]
    [InlineData(
        "books(updatedSince: \"1998-11-15T16:14:00.123456789Z\") { totalCount }",
        "`updatedSince`: '1998-11-15T16:14:00.123456789Z' is not " + Instant
    )]
    [InlineData(
        "books(where: { copies: { gt: \"12\" } }) { totalCount }",
        "`where.copies.gt`: '12' is not " + LongNumber + " Write 12 without quotation marks."
    )]
    [InlineData(
        "books(where: { weight: { gt: \"1.5\" } }) { totalCount }",
        "`where.weight.gt`: '1.5' is not a number such as 12.5. Write 1.5 without quotation marks."
    )]
    [InlineData(
        "books(where: { copies: { gt: 9223372036854775808 } }) { totalCount }",
        "`where.copies.gt`: '9223372036854775808' is not " + LongNumber
    )]
    [InlineData(
        "books(where: { weight: { gt: HEAVY } }) { totalCount }",
        "`where.weight.gt`: 'HEAVY' is not a number such as 12.5."
    )]
    [InlineData(
        "books(where: { isLent: { eq: \"true\" } }) { totalCount }",
        "`where.isLent.eq`: 'true' is not true or false. Write true without quotation marks."
    )]
    [InlineData(
        "books(where: { genre: { eq: \"PROSE\" } }) { totalCount }",
        "`where.genre.eq`: 'PROSE' is not one of POETRY, PROSE, DRAMA. Write PROSE without quotation marks."
    )]
    [InlineData(
        "books(order: [{ title: ASC, genre: DESC }]) { totalCount }",
        "`order.0` takes exactly one of addedAt, publishedOn, title, genre, copies, and not null. "
            + "In a list, give each in an object of its own."
    )]
    [InlineData(
        "key(by: {})",
        "`by` takes exactly one of title, number, code, and not null. "
            + "In a list, give each in an object of its own."
    )]
    [InlineData(
        "node(id: 1.5) { id }",
        "`id`: '1.5' is not an id such as \"QWdlbmN5OjE\", in quotation marks, as a field `id` returned it."
    )]
    public async Task A_literal_in_a_document_is_checked_against_its_type(string field, string message)
    {
        var answer = await library.AskAsync($"{{ {field} }}");

        Assert.Equal(ErrorCodes.ValidationFailed, answer.Code);
        Assert.Equal(message, answer.Errors[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("Int!", "echo(number: $v)", "1.5", "`v`: '1.5' is not " + WholeNumber)]
    [InlineData(
        "Int!",
        "echo(number: $v)",
        "\"2\"",
        "`v`: '2' is not " + WholeNumber + " Write 2 without quotation marks."
    )]
    [InlineData("Int!", "echo(number: $v)", "1e20", "`v`: '100000000000000000000' is not " + WholeNumber)]
    [InlineData("Int!", "echo(number: $v)", "null", "`v` must not be null: give " + WholeNumber)]
    [InlineData(
        "Int = 1",
        "echo(number: $v)",
        "null",
        "`v` must not be null where it is used: "
            + "give a whole number from -2147483648 to 2147483647, such as 12, or leave it out."
    )]
    [InlineData(
        "Int = 1",
        "books(where: { pages: { in: [2, $v] } }) { totalCount }",
        "null",
        "`v` must not be null where it is used: "
            + "give a whole number from -2147483648 to 2147483647, such as 12, or leave it out."
    )]
    [InlineData(
        "String",
        "echo(number: 1, text: $v)",
        "true",
        "`v`: 'true' is not a string in quotation marks, such as \"Reno\"."
    )]
    [InlineData(
        "BookFilterInput",
        "books(where: $v) { totalCount }",
        "[]",
        "`v`: '[ … ]' is not an object such as { and: … }."
    )]
    [InlineData(
        "BookFilterInput",
        "books(where: $v) { totalCount }",
        "{\"and\":[null]}",
        "`v.and.0` must not be null: give an object such as { and: … }."
    )]
    [InlineData(
        "[BookSortInput!]",
        "books(order: $v) { totalCount }",
        "[{\"title\":\"UP\"}]",
        "`v.0.title`: 'UP' is not one of ASC, DESC."
    )]
    [InlineData(
        "BookKey!",
        "key(by: $v)",
        "{\"title\":\"a\",\"number\":1}",
        "`v` takes exactly one of title, number, code, and not null. " + "In a list, give each in an object of its own."
    )]
    [InlineData(
        "DateTime",
        "books(updatedSince: $v) { totalCount }",
        "\"1998-11-15T16:14:00\"",
        "`v`: '1998-11-15T16:14:00' is not " + Instant
    )]
    [InlineData(
        "ID!",
        "node(id: $v) { id }",
        "true",
        "`v`: 'true' is not an id such as \"QWdlbmN5OjE\", in quotation marks, as a field `id` returned it."
    )]
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
