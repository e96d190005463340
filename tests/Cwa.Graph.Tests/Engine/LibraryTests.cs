using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Cwa.Graph.Tests.Engine;

public sealed class LibraryTests(Library library, ITestOutputHelper output) : IClassFixture<Library>
{
    [Fact]
    public void Sdl() => output.WriteLine(library.Services.GetRequiredService<LibrarySchema>().ToSdl());

    [Theory]
    [InlineData("{ __typename }")]
    [InlineData("{ authors(first: 2) { totalCount nodes { id name books(first: 2) { totalCount nodes { title publishedOn genre author { name } } } } pageInfo { hasNextPage endCursor } } }")]
    [InlineData("{ books(first: 3, where: { pages: { gt: 101 }, author: { name: { startsWith: \"Author\" } }, or: [{ genre: { eq: POETRY } }, { title: { in: [\"Book 02\"] } }] }, order: [{ publishedOn: DESC }, {title: ASC}]) { totalCount edges { cursor node { title pages } } } }")]
    [InlineData("{ authors(where: { books: { some: { title: { contains: \"49\" } } } }) { totalCount } }")]
    [InlineData("{ fails }")]
    [InlineData("{ books(first: 1000) { totalCount } }")]
    [InlineData("{ books(after: \"x\") { totalCount } }")]
    [InlineData("{ nme { totalCount } }")]
    [InlineData("{ books { nodes { shelf } } }")]
    [InlineData("{ node(id: \"abc\") { id } }")]
    [InlineData("{ authors(first: 100) { nodes { books(first: 60) { nodes { title } } } } }")]
    public async Task Query(string query)
    {
        library.Statements.Clear();
        output.WriteLine(await library.SendAsync(query));
        foreach (var s in library.Statements) output.WriteLine(s);
    }

    [Fact]
    public async Task Pages()
    {
        string? after = null;
        var all = new List<string>();
        do
        {
            var answer = JsonDocument.Parse(await library.SendAsync("query($after: String) { books(first: 7, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }", new { after })).RootElement;
            output.WriteLine(answer.ToString());
            var books = answer.GetProperty("data").GetProperty("books");
            all.AddRange(books.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString()!));
            after = books.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? books.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        foreach (var s in library.Statements.TakeLast(1)) output.WriteLine(s);
        Assert.Equal(49, all.Distinct().Count());
        Assert.Equal(49, all.Count);
    }
}
