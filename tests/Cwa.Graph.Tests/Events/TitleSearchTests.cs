using System.Text.Json.Nodes;
using CsCheck;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>A search in titles finds the same with the databases' indexes as by reading every title.</summary>
public sealed class TitleSearchTests
{
    // Letters that differ in case or accent, what means something to SQL or FTS5, and characters of several bytes.
    private static readonly string[] Pieces =
    [
        .. "aAáb1'’\"%_\\*-(^: éй健ﬁß".Select(letter => $"{letter}"),
        .. new[] { "ss", "  ", "e\u0301", "😀", "AND", "NEAR" },
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1]
        .Select(i => Pieces[i])
        .Array[1, 9]
        .Select(string.Concat);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_search_finds_the_titles_that_contain_the_text_in_normal_form(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = await database.Contexts.CreateDbContextAsync())
        {
            await StoreAsync(db, Texts.Array[120].Single());
            await ChangeAsync(db);
        }

        await using var server = CwaServer.OnDay(database, "1998-04-10");
        var npr = server.AsReviewer();
        var titles = Find("{}");
        Assert.Equal(100, titles.Count);

        // Parts of what is there, in another form or not, and what may not be there.
        var there = titles.Values.Select(SearchText.Normalize).Where(t => t.Length > 0).ToArray();
        var parts = Gen.Int[0, there.Length - 1]
            .SelectMany(i => Gen.Int[0, there[i].Length - 1].Select(Gen.Int[1, 9], (from, length) => (i, from, length)))
            .Select(it => there[it.i][it.from..Math.Min(it.from + it.length, there[it.i].Length)]);
        Gen.OneOf(parts, parts.Select(p => p.ToLowerInvariant()), Texts)
            .Sample(
                text =>
                {
                    var part = SearchText.Normalize(text);
                    var expected = titles.Where(t =>
                        SearchText.Normalize(t.Value).Contains(part, StringComparison.Ordinal)
                    );
                    var condition = new JsonObject { ["title"] = new JsonObject { ["contains"] = text } };
                    var found = Find(condition.ToJsonString());

                    Assert.Equal(expected.Select(t => t.Key).Order(), found.Keys.Order());
                    Assert.Equal(
                        found.Keys.Order(),
                        Find($"{{\"or\":[{{\"state\":{{\"eq\":\"TX\"}}}},{condition.ToJsonString()}]}}").Keys.Order()
                    );
                },
                iter: 150,
                threads: 1
            );

        Dictionary<string, string> Find(string where) =>
            npr.AskAsync(
                    "query ($where: EventFilterInput) { events(first: 100, where: $where) { nodes { id title } } }",
                    new { where = JsonNode.Parse(where) }
                )
                .GetAwaiter()
                .GetResult()
                .GetProperty("events")
                .GetProperty("nodes")
                .EnumerateArray()
                .ToDictionary(e => e.Text("id")!, e => e.Text("title")!);
    }

    private static async Task StoreAsync(CwaDbContext db, IEnumerable<string> titles)
    {
        var agency = new Agency(
            "AG",
            "An agency",
            AgencyKind.ExecutiveDepartment,
            null,
            DirectiveStanding.Directed,
            "As it is"
        );
        var report = new MonthlyReport(agency.Id, new(1998, 4));
        report.Write(1, nil: false);
        report.Submit(1, new(1998, 3, 10, 12, 0, 0, DateTimeKind.Utc), "pat");
        db.AddRange(agency, report);
        db.AddRange(titles.Select(title => new Event(report, Facts(title), [])));
        await db.SaveChangesAsync();
    }

    // Twenty events go, and twenty get the titles of others.
    private static async Task ChangeAsync(CwaDbContext db)
    {
        var events = await db
            .Events.Take(60)
            .Select(e => new
            {
                e.Id,
                e.Title,
                e.TitleSearch,
            })
            .ToListAsync();
        for (var i = 0; i < 20; i++)
        {
            var (gone, changed, other) = (events[i].Id, events[i + 20].Id, events[i + 40]);
            await db.Events.Where(e => e.Id == gone).ExecuteDeleteAsync();
            await db
                .Events.Where(e => e.Id == changed)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(e => e.Title, other.Title).SetProperty(e => e.TitleSearch, other.TitleSearch)
                );
        }
    }

    private static EventFacts Facts(string title) =>
        new(
            $"x{title}x",
            "We ask what to do better.",
            new(1998, 4, 14),
            new(1998, 4, 14),
            Medium.FaceToFace,
            EventFormat.TownHall,
            Setting.Informal,
            Access.OpenToPublic,
            TopicScope.OpenTopic,
            ["en"],
            PlaceKind.Place,
            StateCode.CA
        );
}
