using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Cells;

namespace Cwa.Graph.Tests;

/// <summary>How lists, figures and scorecards follow a correction, and what the days before it still see.</summary>
public sealed class CorrectionTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Yesterday = "1998-11-15",
        Today = "1998-11-16";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_corrected_measurement_counts_as_corrected_and_until_the_day_before_as_it_was(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standard = await server.HasStandardAsync(agency);
        var id = (await server.MeasureAsync(agency, standard)).GetProperty("measurement").Text("id")!;
        Assert.Equal(
            "So far, the only standard was measured; the year goes on; no finding waits for an action.",
            await ReasonAsync(Today)
        );

        // It was of the year before.
        var payload = await server
            .As(agency)
            .DoneAsync(
                "correctMeasurement",
                new
                {
                    measurementId = id,
                    fromMonth = "1997-04",
                    toMonth = "1997-06",
                    value = 90,
                    reason = "The year was wrong.",
                },
                "measurement { id value met }"
            );

        Assert.Equal(id, payload.GetProperty("measurement").Text("id"));
        Assert.Equal(
            "So far, the only standard was measured; the year goes on; no finding waits for an action.",
            await ReasonAsync(Yesterday)
        );
        Assert.NotEqual(await ReasonAsync(Yesterday), await ReasonAsync(Today));
        var listed = (
            await AskAsync(
                server.As(agency),
                standard,
                "... on ServiceStandard { measurements { totalCount nodes { id fromMonth value met correctedAt "
                    + "retractedAt earlier { fromMonth value met retractionReason } } } }"
            )
        ).GetProperty("measurements");
        Assert.Equal(1, listed.GetProperty("totalCount").GetInt32());
        var measured = listed.GetProperty("nodes")[0];
        Assert.Equal(
            (id, "1997-04", 90d, false),
            (
                measured.Text("id"),
                measured.Text("fromMonth"),
                measured.GetProperty("value").GetDouble(),
                measured.GetProperty("met").GetBoolean()
            )
        );
        Assert.NotNull(measured.Text("correctedAt"));
        Assert.Null(measured.Text("retractedAt"));
        var earlier = Assert.Single(measured.GetProperty("earlier").EnumerateArray());
        Assert.Equal(
            ("1998-04", 96d, "The year was wrong."),
            (earlier.Text("fromMonth"), earlier.GetProperty("value").GetDouble(), earlier.Text("retractionReason"))
        );

        async Task<string> ReasonAsync(string day) => (await CellAsync(server, agency, "CWA-5.1", day)).Text("reason")!;
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_withdrawn_survey_is_in_no_list_and_no_figure_but_can_be_read_by_its_id(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = (await RecordAsync(server, agency, "First")).Text("id")!;
        var second = (await RecordAsync(server, agency, "Second")).Text("id")!;

        await WithdrawAsync(server, agency, id);

        Assert.Equal(["Second"], await TitlesAsync(server.As(agency), agency));
        Assert.Equal(
            [second],
            (await CellAsync(server, agency, "CWA-6.2", Today))
                .GetProperty("evidence")
                .EnumerateArray()
                .Select(e => e.Text("id"))
        );
        Assert.Equal(
            2,
            (await CellAsync(server, agency, "CWA-6.2", Yesterday)).GetProperty("evidenceCount").GetInt32()
        );
        var survey = await AskAsync(
            server.As(agency),
            id,
            "... on Survey { title retractedAt retractionReason earlier { title } }"
        );
        Assert.Equal(("First", "Sent by mistake."), (survey.Text("title"), survey.Text("retractionReason")));
        Assert.NotNull(survey.Text("retractedAt"));
        Assert.Empty(survey.GetProperty("earlier").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_else_reads_earlier_versions_or_withdrawn_records()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var id = (await RecordAsync(server, agency, "First")).Text("id")!;
        await CorrectAsync(server, agency, id, "Second");
        var before = (await AskAsync(server.As(agency), id, "... on Survey { earlier { id title } }")).GetProperty(
            "earlier"
        )[0];
        await WithdrawAsync(server, agency, id);
        var other = server.As(await server.HasAgencyAsync());

        Assert.Equal("First", before.Text("title"));
        Assert.Equal(
            "First",
            (await AskAsync(server.As(agency), before.Text("id")!, "... on Survey { title }")).Text("title")
        );
        Assert.Equal(JsonValueKind.Null, (await AskAsync(other, id, "id")).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await AskAsync(other, before.Text("id")!, "id")).ValueKind);
    }

    [Fact]
    public async Task A_copy_of_a_list_is_brought_up_to_date_with_what_was_corrected()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var id = (await RecordAsync(server, agency, "First")).Text("id")!;
        await RecordAsync(server, agency, "Other");
        var since = (await AskAsync(server.As(agency), id, "... on Survey { updatedAt }")).Text("updatedAt");
        server.Clock.MoveOn(TimeSpan.FromHours(1));

        await CorrectAsync(server, agency, id, "Second");

        var later = DateTime.Parse(since!, System.Globalization.CultureInfo.InvariantCulture).AddMinutes(30);
        Assert.Equal(["Second"], await TitlesAsync(server.As(agency), agency, later.ToUniversalTime()));
    }

    private static async Task<JsonElement> RecordAsync(CwaServer server, Agency agency, string title) =>
        (
            await server
                .As(agency)
                .DoneAsync(
                    "recordSurvey",
                    new
                    {
                        agencyId = agency.Id(),
                        kind = "EMPLOYEE",
                        title,
                        conductedFrom = "1998-05-01",
                        conductedTo = "1998-05-31",
                        countsMissing = "NOT_COLLECTED",
                    },
                    "survey { id }"
                )
        ).GetProperty("survey");

    private static Task<JsonElement> CorrectAsync(CwaServer server, Agency agency, string id, string title) =>
        server
            .As(agency)
            .DoneAsync(
                "correctSurvey",
                new
                {
                    surveyId = id,
                    kind = "EMPLOYEE",
                    title,
                    conductedFrom = "1998-05-01",
                    conductedTo = "1998-05-31",
                    countsMissing = "NOT_COLLECTED",
                    reason = "It was called something else.",
                },
                "survey { id }"
            );

    private static Task<JsonElement> WithdrawAsync(CwaServer server, Agency agency, string id) =>
        server
            .As(agency)
            .DoneAsync("withdrawSurvey", new { surveyId = id, reason = "Sent by mistake." }, "survey { id }");

    private static async Task<IEnumerable<string?>> TitlesAsync(
        SignedInCaller caller,
        Agency agency,
        DateTime? updatedSince = null
    )
    {
        var data = await caller.AskAsync(
            "query ($by: AgencyByInput!, $since: DateTime) { agency(by: $by) { surveys(updatedSince: $since) "
                + "{ nodes { title } } } }",
            new { by = new { id = agency.Id() }, since = updatedSince }
        );
        return data.GetProperty("agency")
            .GetProperty("surveys")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(s => s.Text("title"))
            .ToList();
    }

    private static async Task<JsonElement> AskAsync(SignedInCaller caller, string id, string fields) =>
        (await caller.AskAsync($"query ($id: ID!) {{ node(id: $id) {{ {fields} }} }}", new { id })).GetProperty("node");
}
