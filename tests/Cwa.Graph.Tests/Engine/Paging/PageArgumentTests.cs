using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class PageArgumentTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("first: 0")]
    [InlineData("first: -1")]
    [InlineData("first: 61")]
    [InlineData("first: 2147483648")]
    [InlineData("first: 99999999999999999999999999999999999")]
    [InlineData("last: 0")]
    [InlineData("last: -1")]
    [InlineData("last: 61")]
    [InlineData("first: 1, last: 1")]
    [InlineData("first: 1, before: \"x\"")]
    [InlineData("last: 1, after: \"x\"")]
    [InlineData("after: \"x\", before: \"x\"")]
    public async Task A_page_size_out_of_range_is_refused_and_not_clamped(string arguments)
    {
        var answer = await library.AskAsync($"{{ books({arguments}) {{ nodes {{ id }} }} }}");

        Assert.Equal(ErrorCodes.InvalidPageSize, answer.Code);
    }

    [Theory]
    [InlineData("first: 61", "`first` takes 1 to 60.")]
    [InlineData("last: 61", "`last` takes 1 to 60.")]
    [InlineData("first: 1, last: 1", "Give `first` or `last`, not both.")]
    [InlineData("after: \"x\", before: \"x\"", "Give `after` or `before`, not both.")]
    public async Task A_refused_page_says_what_may_be_given(string arguments, string message) =>
        Assert.Equal(message, (await library.AskAsync($"{{ books({arguments}) {{ nodes {{ id }} }} }}")).Message);

    [Theory]
    [InlineData("first: 60", 50)]
    [InlineData("last: 60", 50)]
    [InlineData("first: 1", 1)]
    [InlineData("first: null", 5)]
    [InlineData("first: null, last: null, after: null, before: null, where: null, order: null", 5)]
    [InlineData("first: null, last: 2", 2)]
    [InlineData("order: []", 5)]
    [InlineData("where: {}", 5)]
    public async Task A_null_argument_is_the_same_as_none(string arguments, int count)
    {
        var answer = (await library.AskAsync($"{{ books({arguments}) {{ nodes {{ id }} }} }}")).Succeeds();

        Assert.Equal(Math.Min(count, library.VisibleBooks.Count), answer.At("books.nodes").GetArrayLength());
    }

    [Theory]
    [InlineData("first: 101")]
    [InlineData("first: 1, last: 1")]
    public async Task A_nested_page_has_the_same_limits(string arguments) =>
        Assert.Equal(
            ErrorCodes.InvalidPageSize,
            (
                await library.AskAsync($"{{ authors(first: 1) {{ nodes {{ books({arguments}) {{ totalCount }} }} }} }}")
            ).Code
        );

    [Fact]
    public async Task The_total_is_counted_only_when_selected()
    {
        library.Statements.Clear();
        await library.AskAsync(
            "{ books { nodes { id } pageInfo { hasNextPage endCursor } } authors { nodes { books(first: "
                + "1) { nodes { id } } } } }"
        );

        Assert.Equal(3, library.Statements.All.Count);
        Assert.DoesNotContain(library.Statements.All, s => s.Sql.Contains("COUNT(*)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_total_is_that_of_the_whole_list_on_every_page()
    {
        var first = (await library.AskAsync("{ books(first: 1) { totalCount pageInfo { endCursor } } }")).Succeeds();
        var after = first.At("books.pageInfo.endCursor").GetString();

        var second = (
            await library.AskAsync("query ($after: String) { books(after: $after) { totalCount } }", new { after })
        ).Succeeds();

        Assert.Equal(library.VisibleBooks.Count, first.At("books.totalCount").GetInt32());
        Assert.Equal(library.VisibleBooks.Count, second.At("books.totalCount").GetInt32());
    }

    [Fact]
    public async Task A_total_alone_reads_no_records()
    {
        library.Statements.Clear();

        (await library.AskAsync("{ books { totalCount } authors { nodes { books { totalCount } } } }")).Succeeds();

        Assert.Equal(
            ["Authors", "count", "count"],
            library
                .Statements.All.Select(s => s.Sql.Contains("COUNT(*)", StringComparison.Ordinal) ? "count" : "Authors")
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("1998-03-01T12:00:00Z", 0)]
    [InlineData("1998-03-01T12:00:00.0000004Z", 4)]
    [InlineData("1998-03-01T07:00:00.0000008-05:00", 8)]
    [InlineData("1998-03-02T12:00:00Z", 9)]
    public async Task A_list_can_be_limited_to_what_was_changed_at_an_instant_or_later(string since, int ticks)
    {
        var answer = await library.AskAsync(
            "query ($since: DateTime) { books(updatedSince: $since, where: { isLent: { eq: false } }) { totalCount } "
                + "authors { nodes { books(updatedSince: $since) { totalCount } } } }",
            new { since }
        );

        var changed = library.VisibleBooks.Where(b => (b.AddedAt.Ticks % 10) >= ticks).ToList();
        Assert.Equal(changed.Count(b => !b.IsLent), answer.Succeeds().At("books.totalCount").GetInt32());
        Assert.Equal(
            changed.Count,
            answer
                .At("authors.nodes")
                .EnumerateArray()
                .Sum(a => a.GetProperty("books").GetProperty("totalCount").GetInt32())
        );
    }
}
