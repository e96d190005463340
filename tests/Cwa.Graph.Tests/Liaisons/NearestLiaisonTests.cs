using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Whom to call about an agency, whether or not anybody speaks for it.</summary>
public sealed class NearestLiaisonTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Query = """
        query ($where: AgencyFilterInput!) {
          agencies(first: 100, where: $where) { nodes {
            name
            effectiveLiaison { liaison { name } inheritedFrom { name } }
            nearestLiaison { name agency { name } }
          } }
          reportingStatus(month: "1998-04", where: $where) { agencies {
            agency { name } liaison { name } nearestLiaison { name }
          } }
          attention(first: 100, where: $where) { items {
            agency { name } liaison { name } nearestLiaison { name }
          } }
        }
        """;

    private static int _offices;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_nearest_liaison_is_the_agencys_own_or_that_of_the_nearest_agency_above(string provider)
    {
        var server = await servers.OnAsync(provider);
        var tree = await TreeAsync(server);

        var answer = await server.AsReviewer().AskAsync(Query, new { where = WhereOf(tree) });

        Assert.Equal(
            [
                "bureau: bureau's",
                "department: department's",
                "office of its own: office of its own's",
                "office without: bureau's",
                "orphan: nobody",
                "section: department's",
            ],
            Nodes(answer.GetProperty("agencies").GetProperty("nodes"), a => a.Text("name"), "nearestLiaison")
        );
        foreach (var list in new[] { At(answer, "reportingStatus", "agencies"), At(answer, "attention", "items") })
        {
            Assert.Contains("office without: bureau's", Nodes(list, NameOf, "nearestLiaison"));
            Assert.Contains("orphan: nobody", Nodes(list, NameOf, "nearestLiaison"));
            Assert.Contains("office without: nobody", Nodes(list, NameOf, "liaison"));
        }

        static string? NameOf(JsonElement of) => of.GetProperty("agency").Text("name");
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_liaison_that_ended_or_that_the_caller_may_not_see_is_not_shown(string provider)
    {
        var server = await servers.OnAsync(provider);
        var tree = await TreeAsync(server);
        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
        {
            db.Liaisons.Single(l => l.AgencyId == tree["office of its own"].Id).End(new(1998, 5, 1));
            await db.SaveChangesAsync();
        }

        var npr = await server.AsReviewer().AskAsync(Query, new { where = WhereOf(tree) });
        var bureau = await server.As(tree["bureau"]).AskAsync(Query, new { where = WhereOf(tree) });
        var office = await server.As(tree["office without"]).AskAsync(Query, new { where = WhereOf(tree) });

        Assert.Contains("office of its own: bureau's", Nearest(npr));
        Assert.Contains("office without: bureau's", Nearest(bureau));
        Assert.Contains("section: nobody", Nearest(bureau));
        Assert.DoesNotContain(Nearest(office), line => !line.EndsWith(": nobody", StringComparison.Ordinal));
        Assert.Equal(["office without: nobody"], Nodes(At(office, "attention", "items"), NameOf, "nearestLiaison"));

        static IEnumerable<string> Nearest(JsonElement answer) =>
            Nodes(answer.GetProperty("agencies").GetProperty("nodes"), a => a.Text("name"), "nearestLiaison");

        static string? NameOf(JsonElement of) => of.GetProperty("agency").Text("name");
    }

    [Fact]
    public async Task One_statement_finds_the_liaisons_of_all_agencies_of_a_list()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var tree = await TreeAsync(server);
        server.Statements.Clear();

        await server
            .AsReviewer()
            .AskAsync(
                "query ($where: AgencyFilterInput!) { agencies(where: $where) { nodes { "
                    + "effectiveLiaison { liaison { name } } nearestLiaison { name } } } }",
                new { where = WhereOf(tree) }
            );

        Assert.Single(server.Statements.All, s => s.Contains("\"liaisons\"", StringComparison.Ordinal));
    }

    // Only the department's designation of the section's branch covers nobody else; the office has a bureau above it.
    private static async Task<Dictionary<string, Agency>> TreeAsync(CwaServer server)
    {
        var tree = new Dictionary<string, Agency>();
        var department = Add("department", null);
        var bureau = Add("bureau", department);
        Add("office without", bureau);
        Add("office of its own", bureau);
        Add("section", department);
        Add("orphan", null);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(tree.Values);
        foreach (var name in new[] { "department", "bureau", "office of its own" })
            db.Add(
                new Liaison(
                    tree[name].Id,
                    $"{name}'s",
                    null,
                    null,
                    "202-555-0100",
                    null,
                    Coverage.Self,
                    new(1998, 3, 10)
                )
            );
        await db.SaveChangesAsync();
        return tree;

        Agency Add(string name, Agency? parent) =>
            tree[name] = new(
                $"NL{Interlocked.Increment(ref _offices)}",
                name,
                parent is null ? AgencyKind.ExecutiveDepartment : AgencyKind.Bureau,
                parent,
                DirectiveStanding.Directed,
                "Made up"
            );
    }

    private static object WhereOf(Dictionary<string, Agency> tree) =>
        new { abbreviation = new { @in = tree.Values.Select(a => a.Abbreviation) } };

    private static JsonElement At(JsonElement answer, string field, string list) =>
        answer.GetProperty(field).GetProperty(list);

    private static IEnumerable<string> Nodes(JsonElement list, Func<JsonElement, string?> name, string liaison) =>
        list.EnumerateArray()
            .Select(of =>
                $"{name(of)}: "
                + (of.GetProperty(liaison) is { ValueKind: JsonValueKind.Object } l ? l.Text("name") : "nobody")
            )
            .Order(StringComparer.Ordinal);
}
