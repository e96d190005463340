using System.Text.Json;
using System.Text.Json.Nodes;
using Cwa.Model;
using Cwa.Tests;
using GraphQLParser;
using GraphQLParser.AST;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>What is read of a report can be sent as it is.</summary>
public sealed class ReportToSendTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Types = Parser
        .Parse(File.ReadAllText(Repository.PathOf("schema/cwa.graphql")))
        .Definitions.OfType<GraphQLTypeDefinition>()
        .ToDictionary(type => type.Name.StringValue, FieldsOf);

    private static readonly string All =
        $"asInput {{ {string.Join(' ', Types["ReportToSend"].Keys.Except(["events"]))} "
        + $"events {{ {string.Join(' ', Types["EventToSend"].Keys)} }} }}";

    [Fact]
    public void What_is_read_has_the_names_and_types_of_what_is_sent()
    {
        Assert.Equal(Types["PlannedEventInput"], Types["EventToSend"]);
        Assert.Equal(
            Types["ReportedMonthInput"].Where(field => field.Key != "events"),
            Types["ReportToSend"].Where(field => field.Key != "events")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_draft_of_a_returned_report_is_read_and_sent_and_changes_nothing(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, partner) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var clerk = server.As(agency);
        var sent = await server.SubmitAsync(
            agency,
            null,
            Planned(
                "Fair",
                "1998-04-20",
                ("endsOn", "1998-04-22"),
                ("city", "Fresno"),
                ("languages", new[] { "en", "es" }),
                ("expectedReach", 200),
                ("coHostIds", new[] { partner.Id() })
            ),
            new { description = "We listen to customers.", startsOn = "1998-04-15" },
            Planned("On line", "1998-04-16", ("placeKind", "VIRTUAL"), ("state", null))
        );
        await server.ReturnAsync(sent);

        var draft = await ReadAsync(clerk, agency, "DRAFT");
        var returned = await ReadAsync(clerk, agency, "RETURNED");
        var tried = await TryAsync("submitMonthlyReport", returned);
        returned.Remove("reason");
        var saved = await clerk.DoAsync(
            "saveMonthlyReportDraft",
            returned,
            "changes { kind } monthlyReport { status }"
        );
        var again = await clerk.DoAsync("submitMonthlyReport", draft, $"changes {{ kind }} {Thing}");

        Assert.Equal(3, draft["events"]!.AsArray().Count);
        var fair = draft["events"]![0]!;
        Assert.Equal(
            (sent.EventIds()[0], "Fair", "1998-04-22", "PLACE", "CA", "Fresno", 200),
            (
                Of("eventId"),
                Of("title"),
                Of("endsOn"),
                Of("placeKind"),
                Of("state"),
                Of("city"),
                (int)fair["expectedReach"]!
            )
        );
        Assert.Equal(partner.Id(), (string?)Assert.Single(fair["coHostIds"]!.AsArray()));
        Assert.All(new[] { tried, saved, again }, payload => Assert.Empty(payload.Refusals()));
        Assert.All(
            new[] { tried, saved, again },
            payload => Assert.Equal(0, payload.GetProperty("changes").GetArrayLength())
        );
        Assert.Equal((2, 3), (again.Revision(), again.EventIds().Count));
        Assert.Equal(sent.EventIds(), again.EventIds());

        string? Of(string field) => (string?)fair[field];

        Task<JsonElement> TryAsync(string mutation, JsonObject input)
        {
            var checkedOnly = input.DeepClone().AsObject();
            checkedOnly["validateOnly"] = true;
            return clerk.DoAsync(mutation, checkedOnly, "changes { kind }");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_recalled_report_is_read_and_sent_again_and_an_amendment_has_its_reason(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var clerk = server.As(agency);
        await server.HasAcceptedAsync(agency, Planned());
        var amendment = await server.SubmitAsync(agency, "A larger hall.", Planned(startsOn: "1998-04-15"));
        await clerk.DoneAsync("recallMonthlyReport", new { monthlyReportId = amendment.ReportId() }, Thing);

        var recalled = await ReadAsync(clerk, agency, "RECALLED");
        var draft = await ReadAsync(clerk, agency, "DRAFT");
        var again = await clerk.DoneAsync("submitMonthlyReport", recalled, $"changes {{ kind }} {Thing}");

        Assert.Equal(recalled.ToJsonString(), draft.ToJsonString());
        Assert.Equal("A larger hall.", (string?)recalled["reason"]);
        Assert.Equal((3, 1), (again.Revision(), again.GetProperty("changes").GetArrayLength()));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_event_of_a_draft_has_no_id_to_send_before_a_report_lists_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var clerk = server.As(agency);
        await clerk.DoneAsync(
            "saveMonthlyReportDraft",
            new
            {
                agencyId = agency.Id(),
                month = "1998-04",
                events = new[] { Planned() },
            },
            "monthlyReport { id }"
        );

        var draft = await ReadAsync(clerk, agency, "DRAFT");
        var sent = await clerk.DoneAsync("submitMonthlyReport", draft, Thing);

        Assert.Null(draft["events"]![0]!["eventId"]);
        Assert.Equal((1, 1), (sent.Revision(), sent.EventIds().Count));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task NPRs_remarks_are_read_with_the_returned_report_and_not_before_it_was_returned(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var sent = await server.SubmitAsync(agency, null, Planned("First"), Planned("Second", "1998-04-16"));
        var before = server.Clock.GetUtcNow().UtcDateTime;
        var (first, second) = (sent.EventIds()[0], sent.EventIds()[1]);

        var returned = await server
            .AsReviewer()
            .DoneAsync(
                "returnMonthlyReport",
                new
                {
                    monthlyReportId = sent.ReportId(),
                    reason = "See the remarks.",
                    remarks = new[]
                    {
                        new { eventId = second, remark = "Who may come?" },
                        new { eventId = first, remark = "Which hall?" },
                    },
                },
                "monthlyReport { id remarks { nodes { event { title } remark } } }"
            );

        const string said =
            """[{"event":{"title":"First"},"remark":"Which hall?"},{"event":{"title":"Second"},"remark":"Who may come?"}]""";
        Assert.Equal(
            said,
            returned.GetProperty("monthlyReport").GetProperty("remarks").GetProperty("nodes").GetRawText()
        );
        Assert.Equal([said], await RemarksAsync(server.As(agency)));
        Assert.Equal(["[]"], await RemarksAsync(server.As(agency), before));
        Assert.Empty(await RemarksAsync(server.As(other)));

        async Task<IEnumerable<string>> RemarksAsync(SignedInCaller caller, DateTime? knownAt = null) =>
            (
                await caller.AskAsync(
                    "query ($a: String, $knownAt: DateTime) { monthlyReports(knownAt: $knownAt, where: { agency: "
                        + "{ abbreviation: { eq: $a } }, status: { neq: DRAFT } }, first: 2) { nodes { remarks { nodes { event { "
                        + "title } remark } } } } }",
                    new { a = agency.Abbreviation, knownAt }
                )
            )
                .GetProperty("monthlyReports")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(report => report.GetProperty("remarks").GetProperty("nodes").GetRawText());
    }

    private static async Task<JsonObject> ReadAsync(SignedInCaller caller, Agency agency, string status)
    {
        var data = await caller.AskAsync(
            "query ($id: ID!, $status: MonthlyReportStatus) { agency(by: { id: $id }) { monthlyReports(first: 1, "
                + $"where: {{ status: {{ eq: $status }} }}) {{ nodes {{ {All} }} }} }} }}",
            new { id = agency.Id(), status }
        );
        return JsonNode
            .Parse(
                data.GetProperty("agency")
                    .GetProperty("monthlyReports")
                    .GetProperty("nodes")[0]
                    .GetProperty("asInput")
                    .GetRawText()
            )!
            .AsObject();
    }

    // The names of a type's fields, each with its type as it is written without `!`.
    private static IReadOnlyDictionary<string, string> FieldsOf(GraphQLTypeDefinition type) =>
        (
            type switch
            {
                GraphQLObjectTypeDefinition { Fields: { } fields } => fields.Select(f => (f.Name.StringValue, f.Type)),
                GraphQLInputObjectTypeDefinition { Fields: { } fields } => fields.Select(f =>
                    (f.Name.StringValue, f.Type)
                ),
                _ => [],
            }
        ).ToDictionary(f => f.StringValue, f => Named(f.Type));

    private static string Named(GraphQLType type) =>
        type switch
        {
            GraphQLNonNullType required => Named(required.Type),
            GraphQLListType list => $"[{Named(list.Type)}]",
            GraphQLNamedType named => named.Name.StringValue,
            _ => throw new InvalidOperationException($"{type.Kind} is no type."),
        };
}
