using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Cwa.Graph.Tests.Engine;

/// <summary>The database finds what LINQ finds in memory.</summary>
public sealed class OperatorTests(Library library) : IClassFixture<Library>
{
    private static readonly Gen<Condition> Leaf = Gen.OneOf<Condition>(
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
        Choice("isLent", b => b.IsLent, true, false)
    );

    private static readonly Gen<Condition> Any = Gen.Recursive<Condition>(
        (depth, inner) =>
            depth > 3
                ? Leaf
                : Gen.OneOf<Condition>(
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

    [Fact]
    public void Every_operator_finds_what_its_description_says() => Leaf.Sample(Check, iter: 400, threads: 1);

    [Fact]
    public void Every_combination_finds_what_its_description_says() => Any.Sample(Check, iter: 300, threads: 1);

    [Fact]
    public void Many_conditions_find_the_same_as_few() =>
        Leaf.List[15, 24]
            .Select(Gen.Bool, (parts, or) => or ? Or(parts) : And(parts))
            .Sample(Check, iter: 60, threads: 1);

    [Fact]
    public async Task Many_conditions_hold_in_every_kind_of_list()
    {
        var few = """{ title: { neq: "Poems" } }""";
        var many =
            $"{{ and: [{few} {string.Concat(Enumerable.Range(0, 20).Select(i => $"{{ pages: {{ neq: {i} }} }}"))}] }}";

        Assert.Equal(await Ask(few), await Ask(many));

        async Task<string> Ask(string where) =>
            (
                await library.AskAsync(
                    $"{{ books(where: {where}) {{ totalCount nodes {{ id }} }} authors {{ nodes {{ "
                        + $"books(first: 3, where: {where}) {{ totalCount nodes {{ id }} }} }} }} }}"
                )
            )
                .Succeeds()
                .Data.GetRawText();
    }

    private void Check(Condition condition)
    {
        var answer = library
            .AskAsync(
                "query ($where: BookFilterInput) { books(first: 60, where: $where, order: [{ title: "
                    + "ASC }]) { totalCount nodes { id } } }",
                new { where = condition.Where }
            )
            .GetAwaiter()
            .GetResult()
            .Succeeds();

        var expected = library
            .VisibleBooks.Where(condition.Holds)
            .Select(b => Cwa.Graph.Engine.NodeId.Encode("Book", b.Id))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(
            expected.SequenceEqual(answer.Texts("books.nodes", "id").Order(StringComparer.Ordinal)),
            $"{condition.Where.ToJsonString()}: {expected.Count} expected, {answer.At("books.totalCount")} found"
        );
        Assert.Equal(expected.Count, answer.At("books.totalCount").GetInt32());
    }

    private sealed record Condition(JsonObject Where, Func<Book, bool> Holds)
    {
        public override string ToString() => Where.ToJsonString();
    }

    private static Gen<Condition> Text(string name, Func<Book, string?> member, params string[] values) =>
        Gen.OneOf<Condition>(
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
                        new Condition(
                            One(name, One((not ? "n" : "") + operation.Item1, value)),
                            b => not != (member(b) is { } text && operation.Item2(text, value))
                        )
                )
        );

    private static Gen<Condition> Ordered<T>(string name, Func<Book, T> member, params T[] values) =>
        Gen.OneOf<Condition>(
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
                        new Condition(
                            One(name, One(operation.Item1, value)),
                            b => member(b) is { } own && operation.Item2(Comparer<T>.Default.Compare(own, value))
                        )
                )
        );

    private static Gen<Condition> Choice<T>(string name, Func<Book, T> member, params T[] values) =>
        Equality(name, member, values);

    private static Gen<Condition> Equality<T>(string name, Func<Book, T> member, T[] values) =>
        Gen.OneOf<Condition>(
            Gen.OneOf(values)
                .Select(
                    Gen.Bool,
                    (value, not) =>
                        new Condition(
                            One(name, One(not ? "neq" : "eq", value)),
                            b => not != EqualityComparer<T>.Default.Equals(member(b), value)
                        )
                ),
            Gen.OneOf(values)
                .List[0, 3]
                .Select(
                    Gen.Bool,
                    (list, not) =>
                        new Condition(One(name, One(not ? "nin" : "in", list)), b => not != list.Contains(member(b)))
                ),
            Gen.Bool.Select(not => new Condition(
                One(name, One<object?>(not ? "neq" : "eq", null)),
                b => not != member(b) is null
            )),
            Gen.OneOf(values)
                .Select(
                    Gen.OneOf(values),
                    (one, other) =>
                        new Condition(
                            One(name, new JsonObject { ["neq"] = Json(one), ["in"] = Json(new[] { one, other }) }),
                            b =>
                                EqualityComparer<T>.Default.Equals(member(b), other)
                                && !EqualityComparer<T>.Default.Equals(member(b), one)
                        )
                )
        );

    private static Condition Beside(Condition one, Condition other)
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

    private static Condition And(IReadOnlyList<Condition> parts) =>
        new(One("and", List(parts)), b => parts.All(p => p.Holds(b)));

    private static Condition Or(IReadOnlyList<Condition> parts) =>
        new(One("or", List(parts)), b => parts.Any(p => p.Holds(b)));

    private static Condition OfAuthor((JsonObject Where, Func<Author, bool> Holds) author) =>
        new(One("author", author.Where.DeepClone()), b => author.Holds(b.Author));

    // A hidden prequel is like none.
    private static Condition OfPrequel(Condition inner) =>
        new(
            One("prequel", inner.Where.DeepClone()),
            b => b.Prequel is { IsHidden: false } prequel && inner.Holds(prequel)
        );

    private static Condition OfAnyPrequel(bool any) =>
        new(new() { ["prequel"] = any ? new JsonObject() : null }, b => any == b.Prequel is { IsHidden: false });

    private static Condition OfAuthorsBooks(Condition inner, string quantifier) =>
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

    private static Condition OfAnyBooks(bool any) =>
        new(One("author", One("books", One("any", any))), b => any == b.Author.Books.Any(o => !o.IsHidden));

    private static JsonArray List(IReadOnlyList<Condition> parts) => [.. parts.Select(p => p.Where.DeepClone())];

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
