using System.Buffers.Text;
using System.Text;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class CursorTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task A_cursor_with_any_character_changed_is_refused()
    {
        var cursor = await CursorAsync("books", "order: [{ title: ASC }]");

        for (var at = 0; at < cursor.Length; at++)
        {
            var tampered = cursor[..at] + (cursor[at] == 'A' ? 'B' : 'A') + cursor[(at + 1)..];
            Assert.Equal(ErrorCodes.InvalidCursor, await UseAsync("books", tampered, "order: [{ title: ASC }]"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("====")]
    [InlineData("0")]
    [InlineData("é😀")]
    [InlineData("WyJCb29rIHRpdGxlKyxpZCsiXQ")]
    public async Task Text_that_is_not_a_cursor_is_refused(string text)
    {
        Assert.Equal(ErrorCodes.InvalidCursor, await UseAsync("books", text, ""));
        Assert.Equal(
            ErrorCodes.InvalidCursor,
            (
                await library.AskAsync(
                    "query ($before: String) { books(before: $before) { totalCount } }",
                    new { before = text }
                )
            ).Code
        );
        Assert.Equal(
            ErrorCodes.InvalidCursor,
            (
                await library.AskAsync(
                    "query ($after: String) { authors { nodes { books(first: 2, after: $after) { totalCount } } } }",
                    new { after = text }
                )
            )
                .Codes.Distinct()
                .Single()
        );
    }

    [Theory]
    [InlineData("after")]
    [InlineData("before")]
    public async Task A_refused_cursor_is_named_as_it_was_given(string argument) =>
        Assert.StartsWith(
            $"`{argument}` is not a cursor of this list",
            (await library.AskAsync($"{{ books({argument}: \"x\") {{ totalCount }} }}")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_shortened_or_lengthened_cursor_is_refused()
    {
        var cursor = await CursorAsync("books", "");

        foreach (
            var text in new[]
            {
                cursor[1..],
                cursor[..^1],
                cursor[..^4],
                cursor + "AAAA",
                cursor + cursor,
                new string('A', 100_000),
            }
        )
            Assert.Equal(ErrorCodes.InvalidCursor, await UseAsync("books", text, ""));
    }

    [Theory]
    [InlineData("order: [{ title: ASC }]", "order: [{ title: DESC }]")]
    [InlineData("order: [{ title: ASC }]", "order: [{ genre: ASC }]")]
    [InlineData("order: [{ title: ASC }]", "order: [{ title: ASC }, { genre: ASC }]")]
    [InlineData("order: [{ title: ASC }, { genre: ASC }]", "order: [{ genre: ASC }, { title: ASC }]")]
    [InlineData("order: [{ title: ASC }]", "")]
    public async Task A_cursor_of_another_order_is_refused(string order, string other)
    {
        var cursor = await CursorAsync("books", order);

        Assert.Equal("", await UseAsync("books", cursor, order));
        Assert.Equal(ErrorCodes.InvalidCursor, await UseAsync("books", cursor, other));
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        Assert.Equal(ErrorCodes.InvalidCursor, await UseAsync("books", await CursorAsync("authors", ""), ""));
        Assert.Equal(ErrorCodes.InvalidCursor, await UseAsync("authors", await CursorAsync("books", ""), ""));
    }

    [Fact]
    public async Task A_cursor_reveals_nothing()
    {
        var answer = await library.AskAsync(
            "{ books(first: 1, order: [{ title: ASC }, { publishedOn: "
                + "ASC }]) { edges { cursor node { title publishedOn id } } } }"
        );
        var edge = answer.At("books.edges")[0];

        var cursor = edge.GetProperty("cursor").GetString()!;
        var inside = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(cursor));

        var key = NodeId.Decode(edge.GetProperty("node").GetProperty("id").GetString()!).Key;
        foreach (
            var value in new[]
            {
                edge.GetProperty("node").GetProperty("title").GetString()!,
                "1998",
                key.ToString(),
                key.ToString("N"),
                "title",
                "Book",
                Encoding.Latin1.GetString(key.ToByteArray()),
            }
        )
        {
            Assert.DoesNotContain(value, inside, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(value, cursor, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Two_cursors_of_one_place_differ_and_lead_to_the_same_page()
    {
        var (one, other) = (await CursorAsync("books", ""), await CursorAsync("books", ""));

        Assert.NotEqual(one, other);
        Assert.Equal(await PageAfterAsync(one), await PageAfterAsync(other));
    }

    private async Task<string> PageAfterAsync(string cursor) =>
        (
            await library.AskAsync(
                "query ($after: String) { books(after: $after) { nodes { id } } }",
                new { after = cursor }
            )
        )
            .Succeeds()
            .Data.GetRawText();

    private async Task<string> CursorAsync(string list, string order) =>
        (await library.AskAsync($"{{ {list}({(order.Length > 0 ? order : "where: {}")}) {{ edges {{ cursor }} }} }}"))
            .Succeeds()
            .At($"{list}.edges")[2]
            .GetProperty("cursor")
            .GetString()!;

    private async Task<string> UseAsync(string list, string cursor, string order) =>
        (
            await library.AskAsync(
                $"query ($after: String) {{ {list}(after: $after, {order}) {{ totalCount }} }}",
                new { after = cursor }
            )
        ).Code;
}
