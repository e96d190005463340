using System.Text.Json;
using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>A report tells its sender what it changes, and what was held is not lost.</summary>
public sealed class ReportChangesTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Changes =
        "changes { kind month agency { abbreviation } event { id title } before { title } after { title startsOn } } "
        + "warnings { path event { id } }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_dry_run_and_a_submission_tell_what_is_added_changed_and_cancelled(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (
            await server.HasAcceptedAsync(agency, Planned("Moved"), Planned("Left out", "1998-04-16"))
        ).EventIds();

        var checkedOnly = await AmendAsync(validateOnly: true);
        var sent = await AmendAsync(validateOnly: false);

        Assert.Equal(
            ["CHANGES Moved Moved 1998-04-15", "ADDS  Hearing 1998-04-16", "CANCELS Left out  "],
            Told(checkedOnly)
        );
        Assert.Equal(Told(checkedOnly), Told(sent));
        Assert.Equal([ids[0], null, ids[1]], EventIds(checkedOnly));
        Assert.DoesNotContain(null, EventIds(sent));
        Assert.All(
            sent.GetProperty("changes").EnumerateArray(),
            change =>
                Assert.Equal(
                    ("1998-04", agency.Abbreviation),
                    (change.Text("month"), change.GetProperty("agency").Text("abbreviation"))
                )
        );
        // It is on the same day in the same state as the one that is left out.
        var warning = checkedOnly
            .GetProperty("warnings")
            .EnumerateArray()
            .Single(said => said.GetProperty("event").ValueKind != JsonValueKind.Null);
        Assert.Equal(ids[1], warning.GetProperty("event").Text("id"));

        Task<JsonElement> AmendAsync(bool validateOnly) =>
            server
                .As(agency)
                .DoAsync(
                    "submitMonthlyReport",
                    new
                    {
                        agencyId = agency.Id(),
                        month = "1998-04",
                        events = new[] { Planned("Moved", "1998-04-15"), Planned("Hearing", "1998-04-16") },
                        reason = "We know more.",
                        validateOnly,
                    },
                    Changes
                );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_held_is_left_out_only_after_it_was_withdrawn(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (await server.HasAcceptedAsync(agency, Planned("Held"), Planned("Other"))).EventIds();
        var clerk = server.As(agency);
        await clerk.DoneAsync("confirmEvent", new { eventId = ids[0] }, "event { id }");

        var refused = await clerk.DoAsync(
            "submitMonthlyReport",
            new
            {
                agencyId = agency.Id(),
                month = "1998-04",
                events = new[] { Planned("Other") },
                reason = "No hall.",
            },
            "errors { ... on HeldEventsLeftOut { events { id status } } }"
        );
        var withdrawn = await clerk.DoneAsync(
            "withdrawEvent",
            new { eventId = ids[0], reason = "It was another." },
            "event { status outcomes { nodes { status reason } } }"
        );
        var amended = await server.SubmitAsync(agency, "No hall.", Planned("Other"));

        Assert.Equal(["HeldEventsLeftOut input.events"], refused.Refusals());
        Assert.Contains(ids[0], refused.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            """
            {"status":"CANCELLED","outcomes":{"nodes":[{"status":"HELD","reason":null},{"status":"CANCELLED","reason":"It was another."}]}}
            """,
            withdrawn.GetProperty("event").GetRawText()
        );
        Assert.Empty(amended.Refusals());
    }

    private static IEnumerable<string> Told(JsonElement payload) =>
        payload
            .GetProperty("changes")
            .EnumerateArray()
            .Select(change =>
                $"{change.Text("kind")} {Of(change, "before", "title")} {Of(change, "after", "title")} "
                + $"{Of(change, "after", "startsOn")}"
            );

    private static IEnumerable<string?> EventIds(JsonElement payload) =>
        payload.GetProperty("changes").EnumerateArray().Select(change => Of(change, "event", "id"));

    private static string? Of(JsonElement change, string part, string property) =>
        change.GetProperty(part) is { ValueKind: JsonValueKind.Object } told ? told.Text(property) : null;
}
