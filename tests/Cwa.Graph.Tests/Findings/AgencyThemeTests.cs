using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>Agencies' own themes, as callers define, read and ask for them.</summary>
public sealed class AgencyThemeTests(WritingServers servers, HeardGovernments governments)
    : IClassFixture<WritingServers>,
        IClassFixture<HeardGovernments>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_defines_renames_and_retires_a_theme(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var defined = await DefineAsync(server, agency, "Long lines");
        var id = defined.GetProperty("agencyTheme").Text("id");
        var again = await DefineAsync(server, agency, "LONG  lines");
        var renamed = await server
            .As(agency)
            .DoAsync("renameAgencyTheme", new { themeId = id, name = "Lines" }, "agencyTheme { id name theme }");
        var retired = await server
            .As(agency)
            .DoAsync("retireAgencyTheme", new { themeId = id, retiredOn = "1998-07-01" }, "agencyTheme { retiredOn }");

        Assert.Equal("WAITING", defined.GetProperty("agencyTheme").Text("theme"));
        Assert.Equal(["AgencyThemeAlreadyDefined input.name"], again.Refusals());
        Assert.Equal([$"{id} Lines WAITING"], new[] { renamed }.Lines(Of("id", "name", "theme")));
        Assert.Equal("1998-07-01", retired.GetProperty("agencyTheme").Text("retiredOn"));

        static string[] Of(params string[] fields) => [.. fields.Select(field => $"agencyTheme.{field}")];
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_definitions_one_succeeds_and_the_others_are_shown_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payloads = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DefineAsync(server, agency, "Lines")));

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["AgencyThemeAlreadyDefined input.name"], p.Refusals())
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Themes_are_listed_by_name_with_their_findings(string provider)
    {
        var server = await governments.OnAsync(provider);

        var themes = (
            await server
                .AsReviewer()
                .AskAsync(
                    """
                    { agencyThemes { nodes { name theme retiredOn agency { abbreviation } findings { totalCount } } } }
                    """
                )
        ).GetProperty("agencyThemes");

        // An employee's idea and a finding of June have a theme as well; of the withdrawn one nobody asks.
        Assert.Equal(
            ["Counter WAITING - BUR 2", "Parking WAITING - BUR 0", "Phone WAITING 1998-07-01 OTHER 4"],
            themes
                .GetProperty("nodes")
                .Lines("name", "theme", "retiredOn", "agency.abbreviation", "findings.totalCount")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Findings_are_found_by_their_agencys_own_theme(string provider)
    {
        var npr = (await governments.OnAsync(provider)).AsReviewer();

        Assert.Equal(["Counter", "Counter"], await ThemesOfAsync(npr, "ownTheme: { name: { eq: \"COUNTER\" } }"));
        Assert.Equal(
            ["Phone", "Phone", "Phone", "Phone"],
            await ThemesOfAsync(npr, "ownTheme: { retiredOn: { gte: \"1998-07-01\" } }")
        );
        Assert.Equal(
            ["Phone"],
            await ThemesOfAsync(npr, "ownTheme: { theme: { eq: WAITING } }, foundOn: { gte: \"1998-06-01\" }")
        );
        Assert.Equal(["-", "-", "-", "-", "-", "-"], await ThemesOfAsync(npr, "ownTheme: null"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Themes_of_others_look_like_those_that_do_not_exist(string provider)
    {
        var server = await governments.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var other = await db.Agencies.AsNoTracking().SingleAsync(a => a.Abbreviation == "OTHER");
        var counter = await db.AgencyThemes.SingleAsync(t => t.Name == "Counter");

        var own = await server.As(other).AskAsync("{ agencyThemes { nodes { name } } }");
        var theirs = await server
            .As(other)
            .AskAsync("""{ agency(by: { abbreviation: "BUR" }) { themes { totalCount nodes { name } } } }""");
        var nodes = await server
            .As(other)
            .AskAsync(
                "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                new { ids = Ids(counter.Id, Guid.NewGuid()) }
            );

        Assert.Equal(["Phone"], own.GetProperty("agencyThemes").GetProperty("nodes").Lines("name"));
        Assert.Equal(0, theirs.GetProperty("agency").GetProperty("themes").GetProperty("totalCount").GetInt32());
        Assert.All(nodes.GetProperty("nodes").EnumerateArray(), n => Assert.Equal(JsonValueKind.Null, n.ValueKind));
        // As another name that nobody has.
        foreach (var name in new[] { "Counter", "Nothing" })
            Assert.Empty(await ThemesOfAsync(server.As(other), $"ownTheme: {{ name: {{ eq: \"{name}\" }} }}"));

        static string[] Ids(params Guid[] ids) => [.. ids.Select(id => NodeId.Encode(nameof(AgencyTheme), id))];
    }

    private static async Task<IReadOnlyList<string>> ThemesOfAsync(SignedInCaller caller, string where) =>
        (await caller.AskAsync($"{{ findings(where: {{ {where} }}) {{ nodes {{ ownTheme {{ name }} }} }} }}"))
            .GetProperty("findings")
            .GetProperty("nodes")
            .Lines("ownTheme.name");

    private static Task<JsonElement> DefineAsync(CwaServer server, Agency agency, string name) =>
        server
            .As(agency)
            .DoAsync(
                "defineAgencyTheme",
                new
                {
                    agencyId = agency.Id(),
                    name,
                    theme = "WAITING",
                },
                "agencyTheme { id theme }"
            );
}
