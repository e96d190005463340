using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Promises;

namespace Cwa.Graph.Tests;

public sealed class ServiceStandardTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_changed_promise_is_a_new_standard_that_withdraws_the_old_one(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var old = await server.HasStandardAsync(agency);

        var payload = await server
            .As(agency)
            .DoneAsync(
                "setServiceStandard",
                Promise(agency, ("target", 98.5), ("effectiveFrom", "1998-10-01"), ("replacesId", old)),
                Standard
            );

        Assert.Empty(payload.Warnings());
        Assert.Equal(98.5, payload.GetProperty("serviceStandard").GetProperty("target").GetDouble());
        Assert.Equal(["1998-10-01", null], await WithdrawnAsync(server, agency));
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            3,
            await db.FeedEntries.CountAsync(e => e.AgencyId == agency.Id && e.Kind == FeedKind.ServiceStandardSet)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_replacements_one_succeeds_and_the_others_are_shown_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var old = await server.HasStandardAsync(agency);

        var payloads = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    server
                        .As(agency)
                        .DoAsync(
                            "setServiceStandard",
                            Promise(
                                agency,
                                ("statement", $"Promise {i}."),
                                ("effectiveFrom", "1998-10-01"),
                                ("replacesId", old)
                            ),
                            Standard
                        )
                )
        );

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["StandardAlreadyWithdrawn input.replacesId"], p.Refusals())
        );
    }

    [Fact]
    public async Task A_standard_is_not_replaced_before_it_takes_effect()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var old = await server.HasStandardAsync(agency);

        var payload = await server
            .As(agency)
            .DoAsync("setServiceStandard", Promise(agency, ("effectiveFrom", "1997-03-31"), ("replacesId", old)));

        Assert.Equal(["ReplacedBeforeItBegins input.effectiveFrom"], payload.Refusals());
    }

    [Fact]
    public async Task A_promise_that_already_exists_gets_a_warning()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await server.HasStandardAsync(agency);

        var again = await server.As(agency).DoneAsync("setServiceStandard", Promise(agency), Standard);

        Assert.Equal(["input.statement"], again.Warnings());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_standard_is_withdrawn_once_and_not_before_it_took_effect(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);

        var early = await WithdrawAsync(server, agency, standardId, "1997-03-31");
        var first = await WithdrawAsync(server, agency, standardId, "1998-10-01");
        var second = await WithdrawAsync(server, agency, standardId, "1998-11-01");

        Assert.Equal(["EndBeforeStart input.withdrawnOn"], early.Refusals());
        Assert.Equal("1998-10-01", first.GetProperty("serviceStandard").Text("withdrawnOn"));
        Assert.Equal(["StandardAlreadyWithdrawn input.standardId"], second.Refusals());
    }

    [Fact]
    public async Task All_faults_are_reported_at_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var others = await server.HasStandardAsync(await server.HasAgencyAsync());

        var payload = await server
            .As(agency)
            .DoAsync(
                "setServiceStandard",
                Promise(
                    agency,
                    ("statement", ""),
                    ("measure", new string('x', 201)),
                    ("unit", "a\uFFFEb"),
                    ("replacesId", others)
                )
            );

        Assert.Equal(
            [
                "TextMissing input.statement",
                "TextTooLong input.measure",
                "TextNotStorable input.unit",
                "RecordNotFound input.replacesId",
            ],
            payload.Refusals()
        );
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    public async Task Infinity_is_refused_as_a_target(string target)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        const string mutation =
            "mutation ($input: SetServiceStandardInput!) { setServiceStandard(input: "
            + "$input) { errors { __typename } } }";

        var sent = await server
            .As(agency)
            .SendAsync(mutation, new { input = Promise(agency, ("target", JsonDocument.Parse(target).RootElement)) });
        var written = await server
            .As(agency)
            .SendAsync(
                $$"""
                mutation {
                  setServiceStandard(input: {
                    agencyId: "{{agency.Id()}}", statement: "x", measure: "x", unit: "x", target: {{target}},
                      direction: AT_MOST, customerGroup: BUSINESS, effectiveFrom: "1998-01-01"
                  }) { errors { __typename } }
                }
                """
            );

        Assert.Equal("BAD_REQUEST", Code(sent));
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", Code(written));

        static string? Code(JsonElement answer) =>
            answer.GetProperty("errors")[0].GetProperty("extensions").Text("code");
    }

    [Fact]
    public async Task The_standards_of_other_agencies_can_be_read_but_not_withdrawn()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);

        var withdrawn = await WithdrawAsync(server, other, standardId, "1998-10-01");
        var seen = await server
            .As(other)
            .AskAsync(
                "query ($id: ID!) { node(id: $id) { ... on ServiceStandard { statement } } }",
                new { id = standardId }
            );

        Assert.Equal(["RecordNotFound input.standardId"], withdrawn.Refusals());
        Assert.Equal("We answer your call within five minutes.", seen.GetProperty("node").Text("statement"));
    }

    private static Task<JsonElement> WithdrawAsync(
        CwaServer server,
        Agency agency,
        string standardId,
        string withdrawnOn
    ) => server.As(agency).DoAsync("withdrawServiceStandard", new { standardId, withdrawnOn }, Standard);

    private static async Task<IEnumerable<string?>> WithdrawnAsync(CwaServer server, Agency agency)
    {
        var data = await server
            .As(agency)
            .AskAsync(
                "query ($by: AgencyByInput!) { agency(by: $by) { serviceStandards { nodes { withdrawnOn } } } }",
                new { by = new { id = agency.Id() } }
            );
        return
        [
            .. data.GetProperty("agency")
                .GetProperty("serviceStandards")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(s => s.Text("withdrawnOn")),
        ];
    }
}
