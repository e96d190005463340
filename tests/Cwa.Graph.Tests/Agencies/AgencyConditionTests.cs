using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>Agencies found by who is above them, and by whether they have a liaison.</summary>
public sealed class AgencyConditionTests(SampleServers servers) : IClassFixture<SampleServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_department_is_the_ancestor_of_its_components_on_every_level(string provider)
    {
        var server = await servers.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id);
        var deepest = agencies.Values.First(a => a.Depth == 3);
        var department = agencies[agencies[deepest.ParentId!.Value].ParentId!.Value];

        var below = await NamesAsync(server.Public, new { ancestor = new { abbreviation = Is(department) } });
        var whole = await NamesAsync(
            server.Public,
            new
            {
                or = new object[]
                {
                    new { abbreviation = Is(department) },
                    new { ancestor = new { abbreviation = Is(department) } },
                },
            }
        );
        var top = await NamesAsync(server.Public, new { ancestor = (object?)null });

        Assert.Equal(NamesOf(a => Above(a).Contains(department.Id)), below);
        Assert.Contains(deepest.Abbreviation, below);
        Assert.Equal(below.Append(department.Abbreviation).Order(StringComparer.Ordinal), whole);
        Assert.Equal(NamesOf(a => a.ParentId is null), top);

        IEnumerable<Guid> Above(Agency agency)
        {
            while (agency.ParentId is { } id)
            {
                yield return id;
                agency = agencies[id];
            }
        }

        IEnumerable<string> NamesOf(Func<Agency, bool> which) =>
            agencies.Values.Where(which).Select(a => a.Abbreviation).Order(StringComparer.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Agencies_with_and_without_a_liaison_are_found_as_far_as_the_caller_sees_liaisons(string provider)
    {
        var server = await servers.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var with = await db.Liaisons.Where(l => l.EndedOn == null).Select(l => l.Agency.Abbreviation).ToListAsync();
        var all = await db.Agencies.Select(a => a.Abbreviation).ToListAsync();
        var ssa = new SignedInCaller(server, "pat", [Roles.Submit], ["SSA"]);

        var has = new { hasLiaison = new { eq = true } };
        var hasNone = new { hasLiaison = new { neq = true } };

        Assert.InRange(with.Count, 20, all.Count - 20);
        Assert.Equal(with.Order(StringComparer.Ordinal), await NamesAsync(server, has));
        Assert.Equal(all.Except(with).Order(StringComparer.Ordinal), await NamesAsync(server, hasNone));
        Assert.Equal(with.Intersect(["SSA"]), await FoundAsync(ssa, has));
        Assert.Empty(await NamesAsync(server.Public, has));
        Assert.Equal(all.Order(StringComparer.Ordinal), await NamesAsync(server.Public, hasNone));
    }

    [Fact]
    public async Task A_null_that_means_nothing_is_refused_and_every_operator_is_understood()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        const string count = "query ($where: AgencyFilterInput) { agencies(where: $where) { totalCount } }";

        var refused = (await server.SendAsync(count, new { where = new { hasLiaison = (object?)null } })).GetProperty(
            "errors"
        )[0];
        var all = await CountAsync(new { @in = new[] { true, false } });

        Assert.StartsWith("`where.hasLiaison` is null.", refused.Text("message"), StringComparison.Ordinal);
        Assert.Equal(163, all);
        Assert.Equal(0, await CountAsync(new { @in = Array.Empty<bool>() }));
        Assert.Equal(0, await CountAsync(new { eq = (bool?)null }));
        Assert.Equal(all, await CountAsync(new { neq = (bool?)null }));
        Assert.Equal(all, await CountAsync(new { eq = true }) + await CountAsync(new { nin = new[] { true } }));

        async Task<int> CountAsync(object hasLiaison) =>
            (await server.AskAsync(count, new { where = new { hasLiaison } }))
                .GetProperty("agencies")
                .Number("totalCount");
    }

    private static object Is(Agency agency) => new { eq = agency.Abbreviation };

    private static Task<List<string>> NamesAsync(CwaServer server, object where) =>
        NamesAsync(variables => server.AskAsync(Query, variables), where);

    private static Task<List<string>> FoundAsync(SignedInCaller caller, object where) =>
        NamesAsync(variables => caller.AskAsync(Query, variables), where);

    private const string Query = """
        query ($where: AgencyFilterInput!) {
          agencies(first: 250, where: $where, order: [{ abbreviation: ASC }]) { nodes { abbreviation } }
        }
        """;

    private static async Task<List<string>> NamesAsync(Func<object, Task<JsonElement>> ask, object where) =>
        [
            .. (await ask(new { where }))
                .GetProperty("agencies")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(a => a.Text("abbreviation")!)
                .Order(StringComparer.Ordinal),
        ];
}
