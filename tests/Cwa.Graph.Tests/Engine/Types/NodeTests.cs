using System.Buffers.Text;
using System.Text;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class NodeTests(Library library) : IClassFixture<Library>
{
    private const string Nodes = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

    [Fact]
    public async Task An_object_is_fetched_again_by_its_id()
    {
        var book = (await library.AskAsync("{ books(first: 1) { nodes { id title } } }")).Succeeds().At("books.nodes")[
            0
        ];
        var id = book.GetProperty("id").GetString();

        var again = (
            await library.AskAsync("query ($id: ID!) { node(id: $id) { id ... on Book { title } } }", new { id })
        ).Succeeds();

        Assert.Equal(book.GetRawText(), again.At("node").GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("Book:1")]
    [InlineData("====")]
    [InlineData("é")]
    public Task Text_that_is_not_an_id_is_refused(string id) => Refused(id);

    [Theory]
    [InlineData("Book")]
    [InlineData("Book:")]
    [InlineData("Book:1")]
    [InlineData(":00000000000000000000000000000000")]
    [InlineData("Book:0000000000000000000000000000000g")]
    [InlineData("Book:00000000-0000-0000-0000-000000000000")]
    [InlineData("Book:00000000000000000000000000000000:")]
    [InlineData("Book:00000000000000000000000000000000 ")]
    public Task Text_that_only_looks_like_an_id_is_refused(string inside) =>
        Refused(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(inside)));

    [Fact]
    public Task An_overlong_id_is_refused() => Refused(new string('A', 10_000));

    [Theory]
    [InlineData("Book")]
    [InlineData("Magazine")]
    [InlineData("Query")]
    [InlineData("__Type")]
    [InlineData("Genre")]
    [InlineData("PageInfo")]
    [InlineData("BookConnection")]
    public async Task An_id_of_a_missing_object_gives_null(string type)
    {
        var answer = await library.AskAsync(
            "query ($id: ID!) { node(id: $id) { id } }",
            new { id = NodeId.Encode(type, Guid.Empty) }
        );

        Assert.Equal("""{"node":null}""", answer.Succeeds().Data.GetRawText());
    }

    [Fact]
    public async Task An_id_with_the_key_of_another_type_gives_null()
    {
        var answer = await library.AskAsync(
            Nodes,
            new
            {
                ids = new[]
                {
                    NodeId.Encode("Author", library.VisibleBooks[0].Id),
                    NodeId.Encode("Book", library.Authors[0].Id),
                },
            }
        );

        Assert.Equal("""{"nodes":[null,null]}""", answer.Succeeds().Data.GetRawText());
    }

    [Fact]
    public async Task Objects_come_in_the_order_of_their_ids_with_null_for_those_that_are_not_there()
    {
        var (book, other, author) = (library.VisibleBooks[7].Id, library.VisibleBooks[2].Id, library.Authors[0].Id);
        var hidden = library.Books.First(b => b.IsHidden).Id;
        string?[] ids =
        [
            NodeId.Encode("Book", book),
            NodeId.Encode("Author", author),
            NodeId.Encode("Book", Guid.Empty),
            NodeId.Encode("Book", hidden),
            NodeId.Encode("Book", other),
            NodeId.Encode("Book", book),
        ];
        library.Statements.Clear();

        var answer = await library.AskAsync(Nodes, new { ids });

        var found = answer
            .Succeeds()
            .At("nodes")
            .EnumerateArray()
            .Select(n => n.ValueKind == System.Text.Json.JsonValueKind.Null ? null : n.GetProperty("id").GetString());
        Assert.Equal([ids[0], ids[1], null, null, ids[4], ids[5]], found);
        Assert.Equal(2, library.Statements.All.Count);
    }

    [Fact]
    public async Task One_bad_id_among_good_ones_is_refused()
    {
        var answer = await library.AskAsync(
            Nodes,
            new { ids = new[] { NodeId.Encode("Book", library.VisibleBooks[0].Id), "bad" } }
        );

        Assert.Equal([ErrorCodes.InvalidId], answer.Codes.Distinct());
    }

    [Fact]
    public async Task More_than_a_hundred_ids_are_refused()
    {
        Assert.Equal("", (await library.AskAsync(Nodes, new { ids = Ids(100) })).Code);
        Assert.Equal(ErrorCodes.LimitExceeded, (await library.AskAsync(Nodes, new { ids = Ids(101) })).Code);

        static IEnumerable<string> Ids(int count) =>
            Enumerable.Range(0, count).Select(_ => NodeId.Encode("Book", Guid.NewGuid()));
    }

    private async Task Refused(string id)
    {
        Assert.Equal(
            ErrorCodes.InvalidId,
            (await library.AskAsync("query ($id: ID!) { node(id: $id) { id } }", new { id })).Code
        );
        Assert.Equal(ErrorCodes.InvalidId, (await library.AskAsync(Nodes, new { ids = new[] { id } })).Code);
    }
}
