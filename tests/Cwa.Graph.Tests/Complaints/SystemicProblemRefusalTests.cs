using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What is refused about a problem and its changes.</summary>
public sealed class SystemicProblemRefusalTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_step_out_of_turn_is_refused_with_the_status_of_the_problem(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var identified = await server.HasProblemAsync(agency, ProblemStatus.Identified);
        var assigned = await server.HasProblemAsync(agency, ProblemStatus.Assigned);
        var planned = await server.HasProblemAsync(agency, ProblemStatus.FixPlanned);
        var change = await server.ChangeAsync(agency, await server.HasProblemAsync(agency, ProblemStatus.FixPlanned));
        await server.VerifyAsync(agency, change.ChangeId());

        Assert.Equal("IDENTIFIED", await StatusAsync("planProcessChange", new { problemId = identified }));
        Assert.Equal("ASSIGNED", await StatusAsync("assignSystemicProblem", new { problemId = assigned, owner = "x" }));
        Assert.Equal(
            "ASSIGNED",
            await StatusAsync(
                "recordProcessChange",
                new
                {
                    problemId = assigned,
                    effectiveOn = "1998-06-01",
                    description = "x",
                    unit = "x",
                }
            )
        );
        Assert.Equal("FIX_PLANNED", await StatusAsync("planProcessChange", new { problemId = planned }));
        Assert.Equal(
            "VERIFIED",
            await StatusAsync(
                "verifyProcessChange",
                new
                {
                    changeId = change.ChangeId(),
                    after = 1,
                    measuredOn = "1998-09-01",
                    effective = false,
                }
            )
        );

        async Task<string?> StatusAsync(string name, object input)
        {
            var data = await server
                .As(agency)
                .AskAsync(
                    $$"""
                    mutation ($input: {{char.ToUpperInvariant(name[0])}}{{name[1..]}}Input!) {
                      {{name}}(input: $input) { errors { ... on ProblemCannotMove { status } } }
                    }
                    """,
                    new { input }
                );
            return Assert.Single(data.GetProperty(name).GetProperty("errors").EnumerateArray()).Text("status");
        }
    }

    [Fact]
    public async Task A_future_date_is_refused_for_what_was_done_and_accepted_for_what_is_planned()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var problemId = await server.HasProblemAsync(agency, ProblemStatus.FixPlanned);

        var found = await server.OpenAsync(agency, foundOn: "1998-11-17");
        var change = await server.ChangeAsync(agency, problemId, "1998-11-20");
        var measured = await server.VerifyAsync(agency, change.ChangeId(), measuredOn: "1998-11-17");

        Assert.Equal(["DateInFuture input.foundOn"], found.Refusals());
        Assert.Empty(change.Refusals());
        Assert.Equal(["input.effectiveOn"], change.Warnings());
        Assert.Equal(["DateInFuture input.measuredOn", "MeasuredBeforeChange input.measuredOn"], measured.Refusals());
    }

    [Fact]
    public async Task Records_of_another_agency_are_not_found()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();
        var categoryId = await server.HasCategoryAsync(agency);
        var problemId = await server.HasProblemAsync(agency, ProblemStatus.FixPlanned);
        var stranger = server.As(other);

        var opened = await server.OpenAsync(other, categoryId: categoryId);
        var assigned = await stranger.DoAsync("assignSystemicProblem", new { problemId, owner = "x" });
        var planned = await stranger.DoAsync("planProcessChange", new { problemId });
        var changed = await server.ChangeAsync(other, problemId);
        var verified = await server.VerifyAsync(other, (await server.ChangeAsync(agency, problemId)).ChangeId());

        Assert.Equal(["RecordNotFound input.categoryId"], opened.Refusals());
        Assert.All(
            [assigned, planned, changed],
            payload => Assert.Equal(["RecordNotFound input.problemId"], payload.Refusals())
        );
        Assert.Equal(["RecordNotFound input.changeId"], verified.Refusals());
    }

    [Fact]
    public async Task All_faults_of_a_problem_or_a_change_are_reported_at_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var problemId = await server.HasProblemAsync(agency, ProblemStatus.Identified);
        var caller = server.As(agency);

        var opened = await caller.DoAsync(
            "openSystemicProblem",
            new
            {
                agencyId = agency.Id(),
                categoryId = "nonsense",
                title = "",
                description = new string('x', 4001),
                foundOn = "2999-01-01",
                owner = " ",
            }
        );
        var assigned = await caller.DoAsync("assignSystemicProblem", new { problemId, owner = "" });
        var changed = await caller.DoAsync(
            "recordProcessChange",
            new
            {
                problemId,
                effectiveOn = "1998-06-01",
                description = "",
                unit = new string('x', 101),
            }
        );

        Assert.Equal(
            [
                "TextMissing input.title",
                "TextTooLong input.description",
                "TextMissing input.owner",
                "DateInFuture input.foundOn",
                "RecordNotFound input.categoryId",
            ],
            opened.Refusals()
        );
        Assert.Equal(["TextMissing input.owner"], assigned.Refusals());
        Assert.Equal(
            ["TextMissing input.description", "TextTooLong input.unit", "ProblemCannotMove input.problemId"],
            changed.Refusals()
        );
    }
}
