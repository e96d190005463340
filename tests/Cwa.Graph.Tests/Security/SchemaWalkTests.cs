using System.Text.Json;
using Cwa.Graph.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// Walks the whole schema as each kind of caller, along every field of every object that they reach. What they find is
/// compared with what they may see by the database.
/// </summary>
[Collection(SignedIn.Name)]
public sealed class SchemaWalkTests(SignedInServer server)
{
    [Theory]
    [InlineData("public")]
    [InlineData("nobody")]
    [InlineData("HCFA")]
    [InlineData("HHS")]
    [InlineData("IRS")]
    [InlineData("npr")]
    [InlineData("reviewer")]
    public async Task Nobody_reaches_a_record_that_they_may_not_see(string who)
    {
        var walk = new SchemaWalk(server, who, server.Held);

        await walk.RunAsync();

        Assert.Empty(walk.Strays);
        if (who is not ("public" or "nobody"))
            Assert.Empty(walk.NotWalked());
    }

    [Theory]
    [InlineData("public")]
    [InlineData("HCFA")]
    [InlineData("HHS")]
    [InlineData("npr")]
    public async Task An_id_finds_a_record_exactly_if_the_caller_may_see_it(string who)
    {
        var schema = Schema();
        foreach (var type in server.Held.Types.Where(t => schema.AllTypes[t] is INodeType))
        {
            Guid[] ids = [.. server.Held.Of(type, who).Take(50), .. server.Held.Of(type, who, seen: false).Take(50)];
            var answer = await server.AskAsync(
                who,
                "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                new { ids = ids.Select(id => NodeId.Encode(type, id)) }
            );

            var found = answer
                .GetProperty("nodes")
                .EnumerateArray()
                .Zip(ids)
                .Where(n => n.First.ValueKind != JsonValueKind.Null)
                .Select(n => n.Second);
            Assert.Equal(ids.Where(id => server.Held.MaySee(type, id, who)), found);
        }
    }

    [Fact]
    public void Every_kind_of_record_with_an_id_has_a_rule()
    {
        var without = Schema()
            .AllTypes.OfType<INodeType>()
            .Select(t => t.GetType().BaseType!.GetGenericArguments()[0])
            .Where(entity => AccessRules.For(entity) == AccessRule.Closed);

        Assert.Empty(without);
    }

    private GraphSchema Schema()
    {
        var schema = server.Server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        return schema;
    }
}
