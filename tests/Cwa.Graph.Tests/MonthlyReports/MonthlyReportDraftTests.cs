using System.Text.Json;
using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class MonthlyReportDraftTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Draft =
        "monthlyReport { id status revision eventCount draftEvents { nodes { facts { title } } } }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_draft_is_replaced_as_often_as_it_is_saved_and_then_submitted(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var first = await SaveAsync(server.As(agency), agency.Id(), Planned("One"), Planned("Two"));

        var second = await SaveAsync(server.As(agency), agency.Id(), Planned("Three"), Planned("Two"), Planned("Four"));
        var submitted = await server
            .As(agency)
            .DoneAsync("submitMonthlyReport", new { agencyId = agency.Id(), month = "1998-04" }, Thing);

        Assert.Equal(first.ReportId(), second.ReportId());
        Assert.Equal(["Three", "Two", "Four"], TitlesOf(second));
        Assert.Null(second.Revision());
        Assert.Equal((1, 3), (submitted.Revision(), submitted.EventIds().Count));
        Assert.Equal(first.ReportId(), submitted.ReportId());
        var left = await server
            .As(agency)
            .AskAsync(
                $"query ($id: ID!) {{ node(id: $id) {{ ... on MonthlyReport {{ draftEvents {{ totalCount }} }} }} }}",
                new { id = submitted.ReportId() }
            );
        Assert.Equal(0, left.GetProperty("node").GetProperty("draftEvents").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_draft_is_visible_to_nobody_else()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();
        var draft = await SaveAsync(server.As(agency), agency.Id(), Planned());

        foreach (var stranger in new[] { server.As(other), server.AsReviewer() })
        {
            var seen = await stranger.AskAsync(
                "query ($id: ID!) { node(id: $id) { id } }",
                new { id = draft.ReportId() }
            );
            Assert.Equal(JsonValueKind.Null, seen.GetProperty("node").ValueKind);
        }

        var accepted = await server
            .AsReviewer()
            .DoAsync("acceptMonthlyReport", new { monthlyReportId = draft.ReportId() });
        Assert.Equal(["RecordNotFound input.monthlyReportId"], accepted.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_discarded_draft_is_gone(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await SaveAsync(server.As(agency), agency.Id(), Planned());
        var input = new { agencyId = agency.Id(), month = "1998-04" };

        await server.As(agency).DoneAsync("discardMonthlyReportDraft", input, "agency { abbreviation }");

        Assert.Equal(
            ["DraftNotFound input.month"],
            (await server.As(agency).DoAsync("discardMonthlyReportDraft", input)).Refusals()
        );
        Assert.Equal(
            ["DraftNotFound input.month"],
            (await server.As(agency).DoAsync("submitMonthlyReport", input)).Refusals()
        );
    }

    [Fact]
    public async Task A_report_without_events_and_without_a_draft_is_refused_with_what_to_list()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoAsync("submitMonthlyReport", new { agencyId = agency.Id(), month = "1998-04" });

        Assert.Equal(
            "There is no draft of this month's report to submit. "
                + "List the month's `events`, or say with `nil` that there are none.",
            Assert.Single(payload.GetProperty("errors").EnumerateArray()).Text("message")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_repeated_key_does_not_save_a_discarded_draft_again_and_a_warning_says_so(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var input = new
        {
            agencyId = agency.Id(),
            month = "1998-04",
            events = new[] { Planned() },
            idempotencyKey = Guid.NewGuid().ToString(),
        };
        await server.As(agency).DoneAsync("saveMonthlyReportDraft", input, Draft);
        await server
            .As(agency)
            .DoneAsync(
                "discardMonthlyReportDraft",
                new { agencyId = agency.Id(), month = "1998-04" },
                "agency { abbreviation }"
            );

        var again = await server.As(agency).DoAsync("saveMonthlyReportDraft", input, Draft);

        Assert.Empty(again.Refusals());
        Assert.Equal(["input.idempotencyKey"], again.Warnings());
        Assert.Equal(JsonValueKind.Null, again.GetProperty("monthlyReport").ValueKind);
    }

    private static Task<JsonElement> SaveAsync(SignedInCaller caller, string agencyId, params object[] events) =>
        caller.DoneAsync(
            "saveMonthlyReportDraft",
            new
            {
                agencyId,
                month = "1998-04",
                events,
            },
            Draft
        );

    private static IEnumerable<string?> TitlesOf(JsonElement payload) =>
        payload
            .GetProperty("monthlyReport")
            .GetProperty("draftEvents")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(e => e.GetProperty("facts").Text("title"));
}
