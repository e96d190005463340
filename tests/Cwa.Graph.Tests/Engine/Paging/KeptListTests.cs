using Cwa.Graph.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A list that keeps only its newest records refuses a cursor that would pass over some.</summary>
public sealed class KeptListTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(2, 1, "")]
    [InlineData(3, 1, ErrorCodes.CursorExpired)]
    [InlineData(3, 2, "")]
    [InlineData(6, 4, ErrorCodes.CursorExpired)]
    [InlineData(6, 5, "")]
    public async Task A_cursor_has_expired_if_the_record_after_it_is_gone(int oldest, int place, string code)
    {
        var cursor = await CursorOfAsync(place, "");

        Assert.Equal(code, await AfterAsync(oldest, cursor, ""));
    }

    [Theory]
    [InlineData(", order: [{ number: DESC }]")]
    [InlineData(", order: [{ at: ASC }]")]
    public async Task A_cursor_of_an_order_of_ones_own_does_not_expire(string order) =>
        Assert.Equal("", await AfterAsync(6, await CursorOfAsync(2, order), order));

    [Fact]
    public async Task Whoever_gives_no_cursor_begins_with_what_is_left() =>
        Assert.Equal("", await AfterAsync(6, null, ""));

    [Fact]
    public async Task A_text_that_is_no_cursor_has_not_expired_but_is_refused() =>
        Assert.Equal(ErrorCodes.InvalidCursor, await AfterAsync(6, "1", ""));

    private async Task<string> CursorOfAsync(int place, string order)
    {
        Keep(from: 1);
        return (await library.AskAsync($"{{ arrived(first: 5{order}) {{ edges {{ cursor node {{ number }} }} }} }}"))
            .Succeeds()
            .At("arrived.edges")
            .EnumerateArray()
            .Single(e => e.GetProperty("node").GetProperty("number").GetInt32() == place)
            .GetProperty("cursor")
            .GetString()!;
    }

    private async Task<string> AfterAsync(int oldest, string? cursor, string order)
    {
        Keep(from: oldest);
        return (
            await library.AskAsync(
                $"query ($after: String) {{ arrived(after: $after{order}) {{ nodes {{ number }} }} }}",
                new { after = cursor }
            )
        ).Code;
    }

    private void Keep(long from) => library.Services.GetRequiredService<ArrivalTail>().Oldest = from;
}
