using CsCheck;
using static Cwa.Graph.Tests.Engine.BookConditions;

namespace Cwa.Graph.Tests.Engine;

/// <summary>The database finds what LINQ finds in memory.</summary>
public sealed class OperatorTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public void Every_operator_finds_what_its_description_says() => Leaf.Sample(Check, iter: 400, threads: 1);

    [Fact]
    public void Every_combination_finds_what_its_description_says() => Any.Sample(Check, iter: 300, threads: 1);

    [Fact]
    public void Many_conditions_find_the_same_as_few() =>
        Leaf.List[15, 24]
            .Select(Gen.Bool, (parts, or) => or ? Or(parts) : And(parts))
            .Sample(Check, iter: 60, threads: 1);

    // Compiled queries are found by what they ask for, so the parts of one must not be taken for those of another.
    [Theory]
    [InlineData("{ or: [{ and: [A] }, B] }", "{ or: [{ and: [A, B] }] }")]
    [InlineData("{ and: [{ or: [A] }, B] }", "{ and: [{ or: [A, B] }] }")]
    [InlineData("{ and: [B, { prequel: A }] }", "{ and: [A, { prequel: B }] }")]
    [InlineData("{ author: { books: { some: { or: [A, B] } } } }", "{ author: { books: { none: { or: [A, B] } } } }")]
    [InlineData("{ pages: { eq: 101 } }", "{ pages: { eq: null } }")]
    [InlineData("{ prequel: null }", "{ prequel: {} }")]
    [InlineData("{ author: null }", "{}")]
    public async Task Conditions_with_the_same_parts_are_told_apart(string one, string other)
    {
        Assert.NotEqual(await CountAsync(one), await CountAsync(other));

        async Task<int> CountAsync(string where) =>
            (
                await library.AskAsync(
                    "{ books(where: "
                        + where
                            .Replace("A", "{ pages: { gt: 101 } }", StringComparison.Ordinal)
                            .Replace("B", "{ isLent: { eq: true } }", StringComparison.Ordinal)
                        + ") { totalCount } }"
                )
            )
                .Succeeds()
                .At("books.totalCount")
                .GetInt32();
    }

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

    private void Check(BookCondition condition)
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
}
