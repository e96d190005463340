using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class NestedPageTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task The_pages_of_all_parents_come_in_one_statement(int parents)
    {
        library.Statements.Clear();

        var answer = await library.AskAsync(
            """
            query ($n: Int) {
              authors(first: $n) { nodes { books(first: 3) { totalCount nodes { author { name } } } } }
            }
            """,
            new { n = parents }
        );

        Assert.Equal(parents, answer.Succeeds().At("authors.nodes").GetArrayLength());
        Assert.Equal(4, library.Statements.All.Count);
    }

    [Theory]
    [InlineData("first: 3", false)]
    [InlineData("last: 3", true)]
    public async Task Each_parent_has_its_own_page(string page, bool fromTheEnd)
    {
        var answer = (
            await library.AskAsync(
                $$"""
                { authors { nodes { name books({{page}}, where: { isLent: { eq: false } }, order: [{ title: DESC }]) {
                  totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage }
                } } } }
                """
            )
        ).Succeeds();

        Assert.NotEmpty(answer.At("authors.nodes").EnumerateArray());
        Assert.All(
            answer.At("authors.nodes").EnumerateArray(),
            author =>
            {
                var all = library
                    .VisibleBooks.Where(b => !b.IsLent && b.Author.Name == author.GetProperty("name").GetString())
                    .Select(b => b.Title)
                    .OrderDescending(StringComparer.Ordinal)
                    .ToList();
                var books = author.GetProperty("books");
                var info = books.GetProperty("pageInfo");
                Assert.Equal(
                    fromTheEnd ? all.TakeLast(3) : all.Take(3),
                    books.GetProperty("nodes").EnumerateArray().Select(b => b.GetProperty("title").GetString()!)
                );
                Assert.Equal(all.Count, books.GetProperty("totalCount").GetInt32());
                Assert.Equal(
                    all.Count > 3,
                    info.GetProperty(fromTheEnd ? "hasPreviousPage" : "hasNextPage").GetBoolean()
                );
                Assert.False(info.GetProperty(fromTheEnd ? "hasNextPage" : "hasPreviousPage").GetBoolean());
            }
        );
    }

    [Fact]
    public async Task Each_parent_pages_on_from_a_cursor_of_its_own()
    {
        var first = (
            await library.AskAsync(
                "{ authors(first: 2) { nodes { id books(first: 4) { nodes { title } pageInfo { endCursor } } } } }"
            )
        ).Succeeds();

        foreach (var author in first.At("authors.nodes").EnumerateArray())
        {
            var after = author.GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
            var rest = (
                await library.AskAsync(
                    """
                    query ($id: ID!, $after: String) {
                      node(id: $id) { ... on Author {
                        books(first: 100, after: $after) { totalCount nodes { title } }
                      } }
                    }
                    """,
                    new { id = author.GetProperty("id").GetString(), after }
                )
            ).Succeeds();

            Assert.Equal(rest.At("node.books.totalCount").GetInt32() - 4, rest.At("node.books.nodes").GetArrayLength());
        }
    }

    [Fact]
    public async Task Two_pages_of_one_parent_do_not_mix()
    {
        var answer = (
            await library.AskAsync(
                """
                { authors(first: 1) { nodes {
                  poetry: books(where: { genre: { eq: POETRY } }) { nodes { genre } }
                  prose: books(where: { genre: { eq: PROSE } }) { nodes { genre } }
                  one: books(first: 1) { nodes { genre } } } } }
                """
            )
        ).Succeeds();

        var author = answer.At("authors.nodes")[0];
        Assert.Equal(["POETRY"], Genres("poetry").Distinct());
        Assert.Equal(["PROSE"], Genres("prose").Distinct());
        Assert.Single(Genres("one"));

        IEnumerable<string?> Genres(string name) =>
            author
                .GetProperty(name)
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(b => b.GetProperty("genre").GetString());
    }

    [Fact]
    public async Task Two_pages_that_are_selected_twice_do_not_mix()
    {
        var answer = (
            await library.AskAsync(
                """
                { authors(first: 1) { nodes {
                  poetry: books(where: { genre: { eq: POETRY } }) { nodes { genre } }
                  prose: books(where: { genre: { eq: PROSE } }) { nodes { genre } }
                  poetry: books(where: { genre: { eq: POETRY } }) { nodes { title } }
                  prose: books(where: { genre: { eq: PROSE } }) { nodes { title } } } } }
                """
            )
        ).Succeeds();

        var author = answer.At("authors.nodes")[0];
        Assert.Equal(["POETRY"], Genres("poetry").Distinct());
        Assert.Equal(["PROSE"], Genres("prose").Distinct());

        IEnumerable<string?> Genres(string name) =>
            author
                .GetProperty(name)
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(b => b.GetProperty("genre").GetString());
    }

    [Fact]
    public async Task A_fragment_spread_at_two_levels_gives_each_its_own_pages()
    {
        var answer = (
            await library.AskAsync(
                """
                query ($id: ID!) { node(id: $id) { ...B } authors(first: 2) { nodes { ...B } } }
                fragment B on Author { name books(first: 2) { totalCount nodes { author { name } } } }
                """,
                new { id = NodeId.Encode("Author", library.Authors[0].Id) }
            )
        ).Succeeds();

        foreach (var author in answer.At("authors.nodes").EnumerateArray().Append(answer.At("node")))
        {
            Assert.Equal(
                [author.GetProperty("name").GetString()],
                author
                    .GetProperty("books")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(b => b.GetProperty("author").GetProperty("name").GetString())
                    .Distinct()
            );
        }
    }

    [Theory]
    [InlineData("publishedOn", "publishedOn: ASC", "IX_Book_PublishedOn_Id ((PublishedOn,Id)>(?,?))")]
    [InlineData("publishedOn", "publishedOn: DESC", "IX_Book_PublishedOn_Id ((PublishedOn,Id)<(?,?))")]
    [InlineData("genre, title", "genre: ASC }, { title: ASC", "IX_Book_Genre_Title_Id ((Genre,Title,Id)>(?,?,?))")]
    public async Task The_page_after_a_cursor_starts_in_an_index(string keys, string order, string search)
    {
        var first = (
            await library.AskAsync($"{{ books(first: 40, order: [{{ {order} }}]) {{ pageInfo {{ endCursor }} }} }}")
        ).Succeeds();
        library.Statements.Clear();

        (
            await library.AskAsync(
                $"query ($after: String) {{ books(after: $after, order: [{{ {order} }}]) {{ nodes {{ id }} }} }}",
                new { after = first.At("books.pageInfo.endCursor").GetString() }
            )
        ).Succeeds();

        var plan = await library.PlanAsync(Assert.Single(library.Statements.All));
        Assert.Contains(search, plan, StringComparison.Ordinal);
        Assert.False(plan.Contains("TEMP B-TREE", StringComparison.Ordinal), $"{keys}: {plan}");
    }
}
