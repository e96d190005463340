namespace Cwa.Graph.Tests.Engine;

/// <summary>A field's own conditions, and records that are shown other than they are stored.</summary>
public sealed class ShownRecordTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("POETRY", Genre.Poetry, 0, 0)]
    [InlineData("PROSE", Genre.Prose, 10, 11)]
    [InlineData("DRAMA", Genre.Drama, 10, 13)]
    public async Task Conditions_and_orders_apply_to_what_is_shown(string name, Genre genre, int more, int least)
    {
        var answer = (
            await library.AskAsync(
                $$"""
                {
                  reprinted(
                    genre: {{name}}
                    more: {{more}}
                    first: 100
                    where: { copies: { gte: {{5_000_000_000 + least}} } }
                    order: [{ copies: DESC }, { title: ASC }]
                  ) { totalCount nodes { title copies } }
                }
                """
            )
        ).Succeeds();

        var shown = library
            .VisibleBooks.Where(b => b.Pages is not null && b.Genre == genre)
            .Select(b => (b.Title, Copies: b.Copies + more))
            .Where(b => b.Copies >= 5_000_000_000 + least)
            .OrderByDescending(b => b.Copies)
            .ThenBy(b => b.Title, StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(shown.Count, answer.At("reprinted.totalCount").GetInt32());
        Assert.Equal(
            shown,
            answer
                .At("reprinted.nodes")
                .EnumerateArray()
                .Select(b => (b.GetProperty("title").GetString()!, b.GetProperty("copies").GetInt64()))
        );
    }
}
