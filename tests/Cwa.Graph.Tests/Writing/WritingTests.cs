using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>What holds for every mutation, tested with one.</summary>
public sealed class WritingTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_audit_trail_and_the_feed_are_written_with_the_record(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await DesignateAsync(server, agency, "Pat");

        await DesignateAsync(server, agency, "Sam", replace: true);

        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var trail = await db
            .AuditEntries.Where(e => e.AgencyId == agency.Id)
            .OrderBy(e => e.RecordedAt)
            .ThenBy(e => e.Id)
            .ToListAsync();
        Assert.All(trail, entry => Assert.Equal(("designateLiaison", "Liaison"), (entry.Action, entry.SubjectKind)));
        Assert.Equal([false, true, false], trail.Select(entry => entry.Before is not null));
        Assert.Null(ValueOf(trail[1].Before, "endedOn"));
        Assert.Equal("1998-03-10", ValueOf(trail[1].After, "endedOn"));
        Assert.Equal("SELF", ValueOf(trail[1].After, "coverage"));
        var feed = await db.FeedEntries.Where(e => e.AgencyId == agency.Id).OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(
            [FeedKind.LiaisonDesignated, FeedKind.LiaisonDesignationEnded, FeedKind.LiaisonDesignated],
            feed.Select(e => e.Kind)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Validation_only_returns_the_same_and_writes_nothing(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var good = await DesignateAsync(server, agency, "Pat", key: "k", validateOnly: true);
        var bad = await DesignateAsync(server, agency, "", validateOnly: true);

        Assert.Empty(good.Refusals());
        Assert.Equal(JsonValueKind.Null, good.GetProperty("liaison").ValueKind);
        Assert.Equal(["TextMissing input.name"], bad.Refusals());
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.False(await db.Liaisons.AnyAsync(l => l.AgencyId == agency.Id));
        Assert.False(await db.AuditEntries.AnyAsync(e => e.AgencyId == agency.Id));
        Assert.False(await db.IdempotencyRecords.AnyAsync(r => r.Key == "k"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_same_key_gives_the_first_answer_again(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var key = Guid.NewGuid().ToString();
        var first = await DesignateAsync(server, agency, "Pat", key);

        var again = await DesignateAsync(server, agency, "Pat", key);
        var other = await DesignateAsync(server, agency, "Sam", key, replace: true);

        Assert.Empty(again.Refusals());
        Assert.Equal(IdOf(first), IdOf(again));
        Assert.Equal(["IdempotencyKeyReused input.idempotencyKey"], other.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_two_simultaneous_mutations_with_one_key_one_acts_and_both_get_the_answer(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var key = Guid.NewGuid().ToString();

        var payloads = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => DesignateAsync(server, agency, "Pat", key))
        );

        Assert.All(payloads, payload => Assert.Empty(payload.Refusals()));
        Assert.Single(payloads.Select(IdOf).Distinct());
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(1, await db.Liaisons.CountAsync(l => l.AgencyId == agency.Id));
        Assert.Equal(1, await db.FeedEntries.CountAsync(e => e.AgencyId == agency.Id));
    }

    [Fact]
    public async Task A_refusal_is_not_kept_under_its_key()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var key = Guid.NewGuid().ToString();
        var refused = await DesignateAsync(server, agency, " ", key);

        var corrected = await DesignateAsync(server, agency, "Pat", key);

        Assert.NotEmpty(refused.Refusals());
        Assert.Empty(corrected.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_key_is_forgotten_after_a_day(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var key = Guid.NewGuid().ToString();
        await DesignateAsync(server, agency, "Pat", key);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var yesterday = DateTime.UtcNow.AddHours(-25);
        await db
            .IdempotencyRecords.Where(r => r.Key == key)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.RecordedAt, yesterday));

        var again = await DesignateAsync(server, agency, "Pat", key);
        var other = await DesignateAsync(server, await server.HasAgencyAsync(), "Sam", key);

        Assert.Equal(["LiaisonAlreadyDesignated input.agencyId"], again.Refusals());
        Assert.Empty(other.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Text_of_every_kind_reads_back_unchanged(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        const string name = "=1+1 \u202Eevil\u202C 👩‍👩‍👧 \u0301 'quoted' \"double\" -- ; DROP";

        var payload = await DesignateAsync(server, agency, name);

        Assert.Equal(name, payload.GetProperty("liaison").GetProperty("name").GetString());
    }

    private static Task<JsonElement> DesignateAsync(
        CwaServer server,
        Agency agency,
        string name,
        string? key = null,
        bool replace = false,
        bool validateOnly = false
    ) =>
        server
            .As(agency)
            .DoAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name,
                    phone = "202-555-0100",
                    designatedOn = "1998-03-10",
                    replace,
                    idempotencyKey = key,
                    validateOnly,
                },
                "liaison { id name }"
            );

    private static string? IdOf(JsonElement payload) => payload.GetProperty("liaison").GetProperty("id").GetString();

    private static string? ValueOf(string? json, string property) =>
        JsonDocument.Parse(json!).RootElement.GetProperty(property).GetString();
}
