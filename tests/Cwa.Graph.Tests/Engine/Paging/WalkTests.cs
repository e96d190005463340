using CsCheck;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class WalkTests(Library library) : IClassFixture<Library>
{
    private static readonly (string Name, Func<Book, IComparable> Key)[] Terms =
    [
        ("publishedOn", b => b.PublishedOn),
        ("title", b => new Ordinal(b.Title)),
        ("genre", b => b.Genre),
        ("addedAt", b => b.AddedAt),
        ("copies", b => b.Copies),
    ];

    private static readonly Gen<(string Text, Func<Book, bool> Holds)> Filters = Gen.OneOf<(string, Func<Book, bool>)>(
        ("{}", _ => true),
        ("{ genre: { eq: PROSE } }", b => b.Genre == Genre.Prose),
        ("{ pages: { eq: null } }", b => b.Pages is null),
        ("{ author: { name: { eq: \"Author 1\" } } }", b => b.Author.Name == "Author 1"),
        ("{ title: { eq: \"Poems\" } }", b => b.Title == "Poems"),
        ("{ title: { eq: \"none\" } }", _ => false)
    );

    [Fact]
    public void Paging_forwards_or_backwards_visits_every_book_once_and_in_order() =>
        Gen.Select(
                Gen.Shuffle(Terms),
                Gen.Int[0, Terms.Length],
                Gen.Bool.Array[Terms.Length],
                Gen.Int[1, 60],
                Gen.Bool,
                Filters
            )
            .Sample(
                (terms, count, down, size, backwards, filter) =>
                {
                    var order = terms.Take(count).ToList();
                    var books = library.VisibleBooks.Where(filter.Holds);
                    var keys = order
                        .Select((t, i) => (t.Key, Down: down[i]))
                        .DefaultIfEmpty((b => b.PublishedOn, false))
                        .ToList();
                    var expected = Sorted(books, keys).Select(b => NodeId.Encode("Book", b.Id));
                    var directions = order.Select((t, i) => $"{{ {t.Name}: {(down[i] ? "DESC" : "ASC")} }}");
                    var arguments = $"where: {filter.Text}, order: [{string.Join(", ", directions)}]";

                    Assert.Equal(expected, WalkAsync(arguments, size, backwards).GetAwaiter().GetResult());
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public async Task An_order_key_named_twice_counts_once()
    {
        var once = await library.AskAsync(
            "{ books(order: [{ title: DESC }, { genre: ASC }]) { nodes { id } pageInfo { endCursor } } }"
        );
        var cursor = once.At("books.pageInfo.endCursor").GetString();

        var twice = await library.AskAsync(
            "query ($after: String) { books(after: $after, order: [{ title: DESC }, { genre: ASC }, { title: "
                + "ASC }]) { nodes { id } } }",
            new { after = cursor }
        );

        Assert.Equal(5, twice.Succeeds().Texts("books.nodes", "id").Except(once.Texts("books.nodes", "id")).Count());
    }

    private async Task<List<string>> WalkAsync(string arguments, int size, bool backwards)
    {
        var query = $$"""
            query ($size: Int, $cursor: String) {
              books({{(backwards ? "last: $size, before" : "first: $size, after")}}: $cursor, {{arguments}}) {
                edges { cursor node { id } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }
            """;
        var all = new List<string>();
        string? cursor = null;
        for (var first = true; ; first = false)
        {
            var page = (await library.AskAsync(query, new { size, cursor })).Succeeds();
            var ids = page.At("books.edges")
                .EnumerateArray()
                .Select(e => e.GetProperty("node").GetProperty("id").GetString()!)
                .ToList();
            var info = page.At("books.pageInfo");
            var goesOn = info.GetProperty(backwards ? "hasPreviousPage" : "hasNextPage").GetBoolean();

            Assert.Equal(!first, info.GetProperty(backwards ? "hasNextPage" : "hasPreviousPage").GetBoolean());
            Assert.True(ids.Count == size || !goesOn, "Only the last page is short.");
            Assert.True(ids.Count > 0 || first, "Only an empty list has an empty page.");

            all.InsertRange(backwards ? 0 : all.Count, ids);
            if (!goesOn)
                return all;
            cursor = info.GetProperty(backwards ? "startCursor" : "endCursor").GetString();
        }
    }

    // Ties are broken by the id, in the direction of the key before it. The database stores ids as text.
    private static IOrderedEnumerable<Book> Sorted(
        IEnumerable<Book> books,
        IReadOnlyList<(Func<Book, IComparable> Key, bool Down)> keys
    )
    {
        var sorted = books.Order(Comparer<Book>.Create((_, _) => 0));
        foreach (var (key, down) in keys.Append((b => new Ordinal(b.Id.ToString()), keys[^1].Down)))
            sorted = down ? sorted.ThenByDescending(key) : sorted.ThenBy(key);
        return sorted;
    }

    private readonly record struct Ordinal(string Text) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Text, ((Ordinal)obj!).Text);
    }
}
