using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>
/// Null finds missing values where a value can be missing, and is refused everywhere else: it never means "no
/// condition".
/// </summary>
public sealed class NullConditionTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("{ title: null }", "title", "{ eq: null }")]
    [InlineData("{ title: { contains: null } }", "title.contains", "a value")]
    [InlineData("{ title: { ncontains: null } }", "title.ncontains", "a value")]
    [InlineData("{ title: { startsWith: null } }", "title.startsWith", "a value")]
    [InlineData("{ title: { endsWith: null, eq: \"Poems\" } }", "title.endsWith", "a value")]
    [InlineData("{ title: { in: null } }", "title.in", "a list of values")]
    [InlineData("{ genre: { nin: null } }", "genre.nin", "a list of values")]
    [InlineData("{ pages: { gt: null } }", "pages.gt", "eq: null")]
    [InlineData("{ pages: { lte: null } }", "pages.lte", "eq: null")]
    [InlineData("{ and: null }", "and", "a list of conditions")]
    [InlineData("{ or: null, title: { eq: \"Poems\" } }", "or", "a list of conditions")]
    [InlineData("{ or: [{ title: { eq: \"Poems\" } }, { and: [{ pages: null }] }] }", "or[1].and[0].pages", "eq: null")]
    [InlineData("{ author: { books: null } }", "author.books", "any: false")]
    [InlineData("{ author: { books: { some: null } } }", "author.books.some", "{}")]
    [InlineData("{ author: { books: { none: null } } }", "author.books.none", "{}")]
    [InlineData("{ author: { books: { all: null } } }", "author.books.all", "{}")]
    [InlineData("{ author: { books: { any: null } } }", "author.books.any", "true or false")]
    [InlineData(
        "{ author: { books: { any: true, all: { weight: { lt: null } } } } }",
        "author.books.all.weight.lt",
        "a value"
    )]
    public async Task A_null_condition_is_refused_with_its_path_and_what_to_write_instead(
        string where,
        string path,
        string remedy
    )
    {
        var literal = await library.AskAsync($"{{ books(where: {where}) {{ totalCount }} }}");
        var beneath = await library.AskAsync(
            $"{{ authors(first: 1) {{ nodes {{ books(where: {where}) {{ totalCount }} }} }} }}"
        );

        Assert.All(
            [literal, beneath],
            answer =>
            {
                Assert.Equal(ErrorCodes.BadUserInput, answer.Code);
                Assert.StartsWith($"`where.{path}` is null.", answer.Message);
                Assert.Contains(remedy, answer.Message);
            }
        );
    }

    [Theory]
    [InlineData("{ author: null }", false)]
    [InlineData("{ author: {} }", true)]
    [InlineData("{ title: { eq: null } }", false)]
    [InlineData("{ title: { neq: null } }", true)]
    [InlineData("{ copies: { eq: null } }", false)]
    [InlineData("{ copies: { neq: null } }", true)]
    public async Task What_every_record_has_is_never_null(string where, bool found)
    {
        var answer = (await library.AskAsync($"{{ books(where: {where}) {{ totalCount }} }}")).Succeeds();

        Assert.Equal(found ? library.VisibleBooks.Count : 0, answer.At("books.totalCount").GetInt32());
    }

    [Fact]
    public async Task A_null_in_a_variable_is_refused_like_one_in_the_document()
    {
        var whole = await library.AskAsync(
            "query ($where: BookFilterInput) { books(where: $where) { totalCount } }",
            new { where = new { or = new object[] { new { pages = new { gt = (int?)null } } } } }
        );
        var part = await library.AskAsync(
            "query ($most: Int) { books(where: { pages: { lt: $most } }) { totalCount } }",
            new { most = (int?)null }
        );
        var usual = await library.AskAsync(
            "query ($titles: [String!] = null) { books(where: { title: { in: $titles } }) { totalCount } }"
        );

        Assert.Equal(
            ["`where.or[0].pages.gt` is null.", "`where.pages.lt` is null.", "`where.title.in` is null."],
            new[] { whole, part, usual }.Select(a =>
                a.Message[..(a.Message.IndexOf("null.", StringComparison.Ordinal) + 5)]
            )
        );
    }

    [Fact]
    public async Task A_variable_that_is_not_given_is_not_null()
    {
        const string query = """
            query (
              $most: Int
              $titles: [String!]
              $some: BookFilterInput
              $where: BookFilterInput
              $title: StringOperationFilterInput
            ) {
              operator: books(where: { pages: { lt: $most } }) { totalCount }
              list: books(where: { title: { in: $titles } }) { totalCount }
              operators: books(where: { title: $title }) { totalCount }
              all: books(where: $where) { totalCount }
              quantifier: books(where: { author: { books: { some: $some } } }) { totalCount }
            }
            """;

        var answer = (await library.AskAsync(query)).Succeeds();

        Assert.All(
            answer.Data.EnumerateObject(),
            list => Assert.Equal(library.VisibleBooks.Count, list.Value.GetProperty("totalCount").GetInt32())
        );
    }

    [Theory]
    [InlineData("{ title: { in: [null] } }")]
    [InlineData("{ title: { nin: [\"Poems\", null] } }")]
    [InlineData("{ and: [null] }")]
    [InlineData("{ or: [{}, null] }")]
    public async Task A_null_in_a_list_of_values_is_refused(string where) =>
        Assert.Equal(
            ErrorCodes.ValidationFailed,
            (await library.AskAsync($"{{ books(where: {where}) {{ totalCount }} }}")).Code
        );

    [Fact]
    public async Task A_null_where_is_no_condition() =>
        Assert.Equal(
            library.VisibleBooks.Count,
            (await library.AskAsync("{ books(where: null) { totalCount } }"))
                .Succeeds()
                .At("books.totalCount")
                .GetInt32()
        );

    [Theory]
    [InlineData("{ or: [] }", 0)]
    [InlineData("{ or: [], title: { eq: \"Poems\" } }", 0)]
    [InlineData("{ or: [{ or: [] }, { and: [] }] }", 1)]
    [InlineData("{ and: [{ or: [] }] }", 0)]
    [InlineData("{ and: [] }", 1)]
    [InlineData("{ author: { books: { some: { or: [] } } } }", 0)]
    [InlineData("{ author: { books: { none: { or: [] } } } }", 1)]
    [InlineData("{ author: { books: { all: { or: [] } } } }", 0)]
    [InlineData("{ author: { books: { all: { and: [] } } } }", 1)]
    [InlineData("{ pages: { in: [] } }", 0)]
    [InlineData("{ pages: { nin: [] } }", 1)]
    public async Task An_empty_and_matches_everything_and_an_empty_or_nothing(string where, int share)
    {
        var answer = (
            await library.AskAsync(
                $$"""
                {
                  books(where: {{where}}) { totalCount }
                  authors { nodes { books(where: {{where}}) { totalCount } } }
                }
                """
            )
        ).Succeeds();

        Assert.Equal(share * library.VisibleBooks.Count, answer.At("books.totalCount").GetInt32());
        Assert.Equal(
            share * library.VisibleBooks.Count,
            answer
                .At("authors.nodes")
                .EnumerateArray()
                .Sum(a => a.GetProperty("books").GetProperty("totalCount").GetInt32())
        );
    }
}
