using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Answers;

public sealed class KeptAnswerTests(KeepingServers servers) : IClassFixture<KeepingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_answer_is_kept_until_something_is_written_however(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var query = $$"""{ agency(by: { abbreviation: "{{agency.Abbreviation}}" }) { programs { totalCount } } }""";
        Assert.Equal(0, await CountAsync());
        await IsHitAsync();

        await server.As(agency).DoneAsync("createProgram", Program(agency), "program { id }");
        Assert.Equal(1, await CountAsync());
        await IsHitAsync();
        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
        {
            db.Add(new Cwa.Model.Program(agency.Id, "Behind its back", "To be seen.", new(1998, 4, 1)));
            await db.SaveChangesAsync();
        }

        Assert.Equal(2, await CountAsync());

        async Task<int> CountAsync() =>
            (await server.Client.PostAsync(new { query })).At("agency.programs.totalCount").GetInt32();
        // Others write to the same PostgreSQL, which only makes the server compute more often.
        Task IsHitAsync() =>
            Eventually.IsAsync("HIT", async () => (await server.Client.PostAsync(new { query })).Cache());
    }

    [Theory]
    [InlineData("{ viewer { name } agencies { totalCount } }")]
    [InlineData("{ service { version } agencies { totalCount } }")]
    [InlineData("{ ...F } fragment F on Query { agencies { totalCount } service { today } }")]
    [InlineData("{ agency(by: { id: \"QWdlbmN5\" }) { name } }")]
    [InlineData("{ nothing }")]
    [InlineData("mutation { endProgram(input: { programId: \"x\", endsOn: \"1998-12-31\" }) { errors { message } } }")]
    public async Task Personal_answers_errors_and_mutations_are_not_kept(string query)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        for (var round = 0; round < 3; round++)
        {
            var answer = await server.Client.PostAsync(new { query });

            Assert.Null(answer.Cache());
            Assert.False(answer.Response.Headers.Contains("Cache-Status"));
        }
    }

    [Fact]
    public async Task Callers_with_other_rights_have_answers_of_their_own()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var (one, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await server
            .As(one)
            .DoneAsync(
                "declareCustomerBase",
                new
                {
                    agencyId = one.Id(),
                    customers = 5,
                    effectiveFrom = "1998-01-01",
                    source = "A count",
                },
                "customerBase { id }"
            );
        var query = $$"""{ agency(by: { abbreviation: "{{one.Abbreviation}}" }) { customerBases { totalCount } } }""";

        await server.LookAsync();
        var seen = new List<(int, string?)>();
        foreach (var caller in new[] { server.As(one), server.As(other), server.As(one), server.As(other) })
        {
            var answer = await server.Client.PostAsync(new { query }, caller.Token);
            seen.Add((answer.At("agency.customerBases.totalCount").GetInt32(), answer.Cache()));
        }

        Assert.Equal([(1, "MISS"), (0, "MISS"), (1, "HIT"), (0, "HIT")], seen);
    }

    [Fact]
    public async Task People_with_the_same_rights_share_an_answer_and_variables_may_come_in_any_order()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var request = """
            { "query":
                "query ($by: AgencyByInput!, $n: Int) { agency(by: $by) { programs(first: $n) { totalCount } } }",
              "variables": { %s } }
            """;
        var by = $$"""
            "by": { "abbreviation": "{{agency.Abbreviation}}" }
            """;
        await server.LookAsync();
        var first = await AskAsync("pat", $"{by}, \"n\": 1");
        var second = await AskAsync("chris", $"\"n\": 1, {by}");

        Assert.Equal(("MISS", "HIT"), (first.Succeeds().Cache(), second.Cache()));

        async Task<Answer> AskAsync(string name, string variables) =>
            await server.Client.PostAsync(
                System
                    .Text.Json.JsonDocument.Parse(request.Replace("%s", variables, StringComparison.Ordinal))
                    .RootElement,
                SignedInCaller.TokenOf(name, [Roles.Submit], [agency.Abbreviation])
            );
    }

    [Fact]
    public async Task The_next_day_has_answers_of_its_own()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var query = $$"""{ agency(by: { abbreviation: "{{agency.Abbreviation}}" }) { reportingStatus { month } } }""";

        var seen = new List<string>();
        foreach (var day in new[] { "1998-10-31", "1998-10-31", "1998-11-01", "1998-11-01" })
        {
            using (server.Today.On(day))
            {
                await server.LookAsync();
                var answer = await server.Client.PostAsync(new { query });
                seen.Add($"{answer.At("agency.reportingStatus.month").GetString()} {answer.Cache()}");
            }
        }

        Assert.Equal(["1998-10 MISS", "1998-10 HIT", "1998-11 MISS", "1998-11 HIT"], seen);
    }

    [Fact]
    public async Task A_client_that_has_an_answer_is_told_so_without_a_body()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var (one, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var query = $$"""{ agency(by: { abbreviation: "{{one.Abbreviation}}" }) { programs { totalCount } } }""";
        var (mine, theirs) = (server.As(one).Token, server.As(other).Token);

        await server.LookAsync();
        var first = await server.Client.GetQueryAsync(query, mine);
        var again = await server.Client.GetQueryAsync(query, mine, first.Tag());
        var stranger = await server.Client.GetQueryAsync(query, theirs, first.Tag());
        await server.HasAgencyAsync();
        var unchanged = await server.Client.GetQueryAsync(query, mine, $"\"x\", {first.Tag()}");
        await server.As(one).DoneAsync("createProgram", Program(one), "program { id }");
        var changed = await server.Client.GetQueryAsync(query, mine, first.Tag());

        Assert.StartsWith("W/\"", first.Tag(), StringComparison.Ordinal);
        Assert.True(first.Response.Headers.CacheControl is { Private: true, NoCache: true, NoStore: false });
        Assert.Empty(new[] { "Accept", "Authorization", "Cookie" }.Except(first.Response.Headers.Vary));
        Assert.All(
            [again, unchanged],
            answer => Assert.Equal((304, "", first.Tag()), (answer.Status, answer.Text, answer.Tag()))
        );
        Assert.Equal(
            ["answers; fwd=miss", "answers; hit", "answers; fwd=miss"],
            new[] { first, again, unchanged }.Select(a => Assert.Single(a.Response.Headers.GetValues("Cache-Status")))
        );
        Assert.All([stranger, changed], answer => Assert.Equal(200, answer.Status));
        Assert.NotEqual(first.Tag(), changed.Tag());
    }

    [Fact]
    public async Task Without_a_place_for_answers_none_is_kept()
    {
        await using var server = await CwaServer.StartAsync(settings: ("Limits:CachedAnswerBytes", "0"));

        for (var round = 0; round < 2; round++)
        {
            var answer = await server.Client.GetQueryAsync("{ agencies { totalCount } }");

            Assert.Equal(
                (null, null, "no-store"),
                (answer.Cache(), answer.Tag(), $"{answer.Response.Headers.CacheControl}")
            );
        }
    }

    private static object Program(Agency agency) =>
        new
        {
            agencyId = agency.Id(),
            name = "Listening year",
            purpose = "To hear from everyone.",
            startsOn = "1998-04-01",
        };
}
