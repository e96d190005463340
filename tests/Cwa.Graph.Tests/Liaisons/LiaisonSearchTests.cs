using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>One search box for liaisons.</summary>
public sealed class LiaisonSearchTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static int _agencies;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_word_is_found_in_the_person_the_office_or_the_agency(string provider)
    {
        var server = await servers.OnAsync(provider);
        var number = Interlocked.Increment(ref _agencies);
        var (mint, post) = (
            await HasAsync(server, $"LM{number}", $"Mint {number}"),
            await HasAsync(server, $"LP{number}", $"Póst {number}")
        );
        await HasAsync(server, mint, "Renée O’Neil", "Director of Outreach", null);
        await HasAsync(server, post, "Sam Brown", null, "Office of Consumer Affairs");

        Assert.Equal(["Renée O’Neil"], await FoundAsync("renee o'neil"));
        Assert.Equal(["Renée O’Neil"], await FoundAsync($"mint {number} OUTREACH"));
        Assert.Equal(["Renée O’Neil"], await FoundAsync($"lm{number}"));
        Assert.Equal(["Sam Brown"], await FoundAsync($"  consumer   post {number} "));
        Assert.Equal(["Sam Brown"], await FoundAsync($"brown lp{number}"));
        Assert.Empty(await FoundAsync($"brown lm{number}"));
        Assert.Empty(await FoundAsync("%"));
        Assert.Equal(["Renée O’Neil", "Sam Brown"], await FoundAsync(""));
        Assert.Equal(["Renée O’Neil", "Sam Brown"], await FoundAsync(" "));

        async Task<List<string?>> FoundAsync(string text) =>
            [
                .. (
                    await server
                        .AsReviewer()
                        .AskAsync(
                            "query ($where: LiaisonFilterInput) { liaisons(where: $where, order: [{ name: ASC }]) "
                                + "{ nodes { name } } }",
                            new
                            {
                                where = new
                                {
                                    text,
                                    agency = new
                                    {
                                        abbreviation = new { @in = new[] { mint.Abbreviation, post.Abbreviation } },
                                    },
                                },
                            }
                        )
                )
                    .GetProperty("liaisons")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(l => l.Text("name")),
            ];
    }

    [Fact]
    public async Task A_text_that_is_null_is_refused_and_its_words_count_as_conditions()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        Assert.Equal(
            "`where.text` is null. Give a text, or leave it out.",
            await RefusedAsync(new { text = (string?)null })
        );
        Assert.Contains(
            "more than 100 comparisons",
            await RefusedAsync(new { text = string.Join(' ', Enumerable.Repeat("a", 101)) }),
            StringComparison.Ordinal
        );

        async Task<string?> RefusedAsync(object where) =>
            (
                await server
                    .AsReviewer()
                    .SendAsync(
                        "query ($where: LiaisonFilterInput) { liaisons(where: $where) { totalCount } }",
                        new { where }
                    )
            )
                .GetProperty("errors")[0]
                .Text("message");
    }

    private static async Task<Agency> HasAsync(CwaServer server, string abbreviation, string name)
    {
        var agency = new Agency(
            abbreviation,
            name,
            AgencyKind.ExecutiveDepartment,
            null,
            DirectiveStanding.Directed,
            "Made up"
        );
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.Add(agency);
        await db.SaveChangesAsync();
        return agency;
    }

    private static async Task HasAsync(CwaServer server, Agency agency, string name, string? title, string? office)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.Add(new Liaison(agency.Id, name, title, office, "202-555-0100", null, Coverage.Self, new(1998, 3, 10)));
        await db.SaveChangesAsync();
    }
}
