using CsCheck;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>No query finds a book that the caller may not see.</summary>
public sealed class HiddenRecordTests(Library library) : IClassFixture<Library>
{
    private IReadOnlyList<Book> Hidden => [.. library.Books.Where(b => b.IsHidden)];

    [Fact]
    public void No_condition_on_the_title_of_a_hidden_book_finds_anything() =>
        Gen.OneOf(Hidden.Where(b => b.Title != "Poems").ToArray())
            .Select(
                Gen.OneOf(
                    "{{ title: {{ eq: \"{0}\" }} }}",
                    "{{ title: {{ in: [\"{0}\"] }} }}",
                    "{{ or: [{{ title: {{ eq: \"{0}\" }} }}, {{ and: [{{ title: {{ startsWith: \"{0}\" }} }}] }}] }}",
                    "{{ author: {{ books: {{ some: {{ title: {{ eq: \"{0}\" }} }} }} }} }}",
                    "{{ author: {{ books: {{ some: {{ author: {{ books: {{ some: {{ title: {{ contains: "
                        + "\"{0}\" }} }} }} }} }} }} }} }}"
                )
            )
            .Sample(
                (book, where) =>
                {
                    var condition = string.Format(System.Globalization.CultureInfo.InvariantCulture, where, book.Title);
                    var answer = library
                        .AskAsync(
                            $"{{ books(where: {condition}) {{ totalCount nodes {{ id }} }} authors {{ nodes "
                                + $"{{ books(where: {condition}) {{ totalCount nodes {{ id }} }} }} }} }}"
                        )
                        .GetAwaiter()
                        .GetResult()
                        .Succeeds();

                    Assert.Equal(0, answer.At("books.totalCount").GetInt32());
                    Assert.Empty(answer.At("books.nodes").EnumerateArray());
                    Assert.All(
                        answer.At("authors.nodes").EnumerateArray(),
                        a => Assert.Equal(0, a.GetProperty("books").GetProperty("totalCount").GetInt32())
                    );
                },
                iter: 60,
                threads: 1
            );

    [Theory]
    [InlineData("some: { title: { eq: \"%\" } }", false)]
    [InlineData("none: { title: { eq: \"%\" } }", true)]
    [InlineData("all: { title: { neq: \"%\" } }", true)]
    [InlineData("none: { NOT_HIDDEN }", false)]
    public async Task A_hidden_book_neither_helps_nor_prevents_a_match_of_its_author(string condition, bool found)
    {
        foreach (var book in Hidden.Where(b => b.Title != "Poems" && b.Author.Name != "Author 5"))
        {
            var books = condition
                .Replace("%", book.Title, StringComparison.Ordinal)
                .Replace("NOT_HIDDEN", "pages: { gte: 0 }", StringComparison.Ordinal);

            var answer = await library.AskAsync(
                $"{{ authors(where: {{ name: {{ eq: \"{book.Author.Name}\" }}, books: "
                    + $"{{ {books} }} }}) {{ totalCount }} }}"
            );

            Assert.Equal(found ? 1 : 0, answer.Succeeds().At("authors.totalCount").GetInt32());
        }
    }

    [Theory]
    [InlineData("any: true", false)]
    [InlineData("any: false", true)]
    [InlineData("some: {}", false)]
    [InlineData("none: {}", true)]
    [InlineData("all: { title: { eq: \"none\" } }", true)]
    public async Task An_author_whose_books_are_all_hidden_is_like_one_without_books(string condition, bool found)
    {
        var answer = await library.AskAsync(
            $"{{ authors(where: {{ name: {{ in: [\"Author 5\", \"Author 6\"] }}, books: "
                + $"{{ {condition} }} }}) {{ totalCount nodes {{ books {{ totalCount nodes {{ id }} }} }} }} }}"
        );

        Assert.Equal(found ? 2 : 0, answer.Succeeds().At("authors.totalCount").GetInt32());
    }

    [Fact]
    public async Task A_hidden_book_is_not_found_as_a_node()
    {
        foreach (var book in Hidden)
        {
            var answer = (
                await library.AskAsync(
                    "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }",
                    new { id = NodeId.Encode("Book", book.Id) }
                )
            ).Succeeds();

            Assert.Equal("""{"node":null,"nodes":[null]}""", answer.Data.GetRawText());
        }
    }
}
