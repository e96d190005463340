using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Conditions on books as the API takes them and as LINQ would test them.</summary>
internal static class BookConditions
{
    public static readonly Gen<BookCondition> Leaf = Gen.OneOf<BookCondition>(
        Text("title", b => b.Title, "Poems", "Book 0", "oo", "ems", "Book 11", "POEMS", "%", "_", "", "5"),
        Text(
            "subtitle",
            b => b.Subtitle,
            "a tale",
            "100% true",
            "0%",
            "_",
            "under",
            "s",
            "it's",
            "\\",
            "née",
            "Öl",
            ""
        ),
        Ordered("publishedOn", b => b.PublishedOn, new(1998, 3, 1), new(1998, 3, 3), new(1998, 3, 5), new(2000, 1, 1)),
        Ordered("addedAt", b => b.AddedAt, At(0), At(4), At(8)),
        Ordered("pages", b => b.Pages, 99, 100, 103, 106),
        Ordered("copies", b => b.Copies, 5_000_000_000, 5_000_000_002, 7),
        Ordered("weight", b => b.Weight, 0, 0.25, 1.0, 0.3),
        Choice("genre", b => b.Genre, Genre.Poetry, Genre.Prose, Genre.Drama),
        Choice("isLent", b => b.IsLent, true, false),
        Choice("isNew", b => b.PublishedOn > new DateOnly(1998, 3, 3), true, false)
    );

    public static readonly Gen<BookCondition> Any = Gen.Recursive<BookCondition>(
        (depth, inner) =>
            depth > 3
                ? Leaf
                : Gen.OneOf<BookCondition>(
                    Leaf,
                    Leaf,
                    Leaf.Select(Leaf, Beside),
                    inner.List[0, 3].Select(And),
                    inner.List[0, 3].Select(Or),
                    Names.Select(OfAuthor),
                    inner.Select(OfPrequel),
                    Gen.Bool.Select(OfAnyPrequel),
                    inner.Select(Gen.OneOf("some", "none", "all"), OfAuthorsBooks),
                    Gen.Bool.Select(OfAnyBooks)
                )
    );

    private static Gen<(JsonObject, Func<Author, bool>)> Names =>
        Gen.OneOf("Author 1", "Author", "3")
            .Select(
                Gen.Int[0, 3],
                (name, kind) =>
                    kind switch
                    {
                        0 => (One("name", One("eq", name)), a => a.Name == name),
                        1 => (
                            One("name", One("startsWith", name)),
                            a => a.Name.StartsWith(name, StringComparison.Ordinal)
                        ),
                        2 => (
                            One("name", One("nendsWith", name)),
                            a => !a.Name.EndsWith(name, StringComparison.Ordinal)
                        ),
                        _ => (new JsonObject(), (Func<Author, bool>)(_ => true)),
                    }
            );

    private static Gen<BookCondition> Text(string name, Func<Book, string?> member, params string[] values) =>
        Gen.OneOf<BookCondition>(
            Equality(name, member, values),
            Gen.OneOf(values)
                .Select(
                    Gen.OneOf<(string, Func<string, string, bool>)>(
                        ("contains", (text, part) => text.Contains(part, StringComparison.Ordinal)),
                        ("startsWith", (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
                        ("endsWith", (text, part) => text.EndsWith(part, StringComparison.Ordinal))
                    ),
                    Gen.Bool,
                    (value, operation, not) =>
                        new BookCondition(
                            One(name, One((not ? "n" : "") + operation.Item1, value)),
                            b => not != (member(b) is { } text && operation.Item2(text, value))
                        )
                )
        );

    private static Gen<BookCondition> Ordered<T>(string name, Func<Book, T> member, params T[] values) =>
        Gen.OneOf<BookCondition>(
            Equality(name, member, values),
            Gen.OneOf(values)
                .Select(
                    Gen.OneOf<(string, Func<int, bool>)>(
                        ("gt", c => c > 0),
                        ("gte", c => c >= 0),
                        ("lt", c => c < 0),
                        ("lte", c => c <= 0)
                    ),
                    (value, operation) =>
                        new BookCondition(
                            One(name, One(operation.Item1, value)),
                            b => member(b) is { } own && operation.Item2(Comparer<T>.Default.Compare(own, value))
                        )
                )
        );

    private static Gen<BookCondition> Choice<T>(string name, Func<Book, T> member, params T[] values) =>
        Equality(name, member, values);

    private static Gen<BookCondition> Equality<T>(string name, Func<Book, T> member, T[] values) =>
        Gen.OneOf<BookCondition>(
            Gen.OneOf(values)
                .Select(
                    Gen.Bool,
                    (value, not) =>
                        new BookCondition(
                            One(name, One(not ? "neq" : "eq", value)),
                            b => not != EqualityComparer<T>.Default.Equals(member(b), value)
                        )
                ),
            Gen.OneOf(values)
                .List[0, 3]
                .Select(
                    Gen.Bool,
                    (list, not) =>
                        new BookCondition(
                            One(name, One(not ? "nin" : "in", list)),
                            b => not != list.Contains(member(b))
                        )
                ),
            Gen.Bool.Select(not => new BookCondition(
                One(name, One<object?>(not ? "neq" : "eq", null)),
                b => not != member(b) is null
            )),
            Gen.OneOf(values)
                .Select(
                    Gen.OneOf(values),
                    (one, other) =>
                        new BookCondition(
                            One(name, new JsonObject { ["neq"] = Json(one), ["in"] = Json(new[] { one, other }) }),
                            b =>
                                EqualityComparer<T>.Default.Equals(member(b), other)
                                && !EqualityComparer<T>.Default.Equals(member(b), one)
                        )
                )
        );

    private static BookCondition Beside(BookCondition one, BookCondition other)
    {
        var both = (JsonObject)one.Where.DeepClone();
        foreach (var (name, value) in other.Where)
        {
            if (both.ContainsKey(name))
                return one;
            both[name] = value?.DeepClone();
        }

        return new(both, b => one.Holds(b) && other.Holds(b));
    }

    public static BookCondition And(IReadOnlyList<BookCondition> parts) =>
        new(One("and", List(parts)), b => parts.All(p => p.Holds(b)));

    public static BookCondition Or(IReadOnlyList<BookCondition> parts) =>
        new(One("or", List(parts)), b => parts.Any(p => p.Holds(b)));

    private static BookCondition OfAuthor((JsonObject Where, Func<Author, bool> Holds) author) =>
        new(One("author", author.Where.DeepClone()), b => author.Holds(b.Author));

    private static BookCondition OfPrequel(BookCondition inner) =>
        new(
            One("prequel", inner.Where.DeepClone()),
            b => b.Prequel is { IsHidden: false } prequel && inner.Holds(prequel)
        );

    private static BookCondition OfAnyPrequel(bool any) =>
        new(new() { ["prequel"] = any ? new JsonObject() : null }, b => any == b.Prequel is { IsHidden: false });

    private static BookCondition OfAuthorsBooks(BookCondition inner, string quantifier) =>
        new(
            One("author", One("books", One(quantifier, inner.Where.DeepClone()))),
            b =>
                b.Author.Books.Where(o => !o.IsHidden) is var books
                && quantifier switch
                {
                    "some" => books.Any(inner.Holds),
                    "none" => !books.Any(inner.Holds),
                    _ => books.All(inner.Holds),
                }
        );

    private static BookCondition OfAnyBooks(bool any) =>
        new(One("author", One("books", One("any", any))), b => any == b.Author.Books.Any(o => !o.IsHidden));

    private static JsonArray List(IReadOnlyList<BookCondition> parts) => [.. parts.Select(p => p.Where.DeepClone())];

    private static JsonObject One<T>(string name, T value) => new() { [name] = value as JsonNode ?? Json(value) };

    private static JsonNode? Json<T>(T value) =>
        value switch
        {
            Genre genre => genre.ToString().ToUpperInvariant(),
            IEnumerable<Genre> genres => new JsonArray([.. genres.Select(g => Json(g))]),
            _ => JsonSerializer.SerializeToNode(value),
        };

    private static DateTime At(int ticks) => new DateTime(1998, 3, 1, 12, 0, 0, DateTimeKind.Utc).AddTicks(ticks);
}

/// <summary>A condition on a book.</summary>
internal sealed record BookCondition(JsonObject Where, Func<Book, bool> Holds)
{
    public override string ToString() => Where.ToJsonString();
}
