using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Attending;

namespace Cwa.Graph.Tests;

/// <summary>Problems that are past their target, and complaints that came back.</summary>
public sealed class ProblemReasonTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Problems_past_their_target_are_named_with_the_step_that_is_late(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var slow = await where.HasAsync(server, "Slow", [], Pat());
        var stuck = await where.HasAsync(server, "Stuck", [], Pat());
        var quick = await where.HasAsync(server, "Quick", [], Pat());
        var late = await where.HasAsync(server, "Late", [], Pat());
        await server.StoreAsync(
            slow.Found("A", "05-01"),
            slow.Found("B", "05-01").Assigned(),
            slow.Found("C", "05-01").Assigned().Planned(),
            slow.Found("D", "05-01").Assigned().Planned().Changed("06-01"),
            slow.Found("E", "05-01").Assigned().Planned().Changed("06-01").Measured("07-01", helped: false),
            stuck.Found("F", "10-16"),
            // Due today, solved, found but yesterday, and dated after a measurement.
            quick.Found("G", "10-17"),
            quick.Found("H", "05-01").Assigned().Planned().Changed("06-01").Measured("07-01"),
            quick.Found("I", "11-15"),
            quick.Found("J", "11-01").Assigned().Planned().Changed("06-01").Measured("07-01", helped: false),
            // A change that is still to come is none yet.
            late.Found("K", "05-01").Assigned().Planned().Changed("12-01")
        );

        var answer = await AskAsync(server, "1998-11-16", where, ["PROBLEM_PAST_TARGET"]);

        Assert.Equal(
            [
                "5 Slow since 1998-06-01: 5 problems are late: “A” was to be assigned by 31 May 1998; "
                    + "a change for “B” was to be planned by 30 July 1998; "
                    + "“E” was to be assigned again by 31 July 1998; "
                    + "the process behind “C” was to be changed by 28 October 1998; "
                    + "the effect of the change for “D” was to be measured by 29 October 1998.",
                "1 Late since 1998-10-29: The next step of a problem is late: "
                    + "the process behind “K” was to be changed by 28 October 1998.",
                "1 Stuck since 1998-11-16: The next step of a problem is late: "
                    + "“F” was to be assigned by 15 November 1998.",
            ],
            Items(answer)
                .SelectMany(i =>
                    Reasons(i)
                        .Select(r => $"{i.GetProperty("weight")} {NameOf(i)} since {r.Text("since")}: {r.Text("text")}")
                )
        );
    }

    [Fact]
    public async Task Of_many_late_problems_the_five_oldest_are_said_and_ten_are_listed()
    {
        var (server, where) = (await servers.OnAsync(TestDatabase.Sqlite), new Named());
        var agency = await where.HasAsync(server, "Slow", [], Pat());
        await server.StoreAsync(Enumerable.Range(1, 12).Select(day => agency.Found($"P{day}", $"05-{day:D2}")));

        var item = Assert.Single(Items(await AskAsync(server, "1998-11-16", where, ["PROBLEM_PAST_TARGET"])));
        using var on = server.Today.On("1998-11-16");
        var listed = await server
            .As(agency)
            .AskAsync("{ attention(kinds: [PROBLEM_PAST_TARGET]) { items { reasons { problems { title } } } } }");

        var text = Assert.Single(Reasons(item)).Text("text")!;
        Assert.StartsWith(
            "12 problems are late: “P1” was to be assigned by 31 May 1998; ",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("; “P5” was to be assigned by 4 June 1998; and 7 more.", text, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(1, 10).Select(day => $"P{day}"),
            Items(listed.GetProperty("attention"))
                .SelectMany(Reasons)
                .SelectMany(r => r.GetProperty("problems").EnumerateArray())
                .Select(p => p.Text("title"))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Complaints_that_come_back_after_they_were_solved_raise_an_alarm(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var agency = await where.HasAsync(server, "Returned", [], Pat());
        var steady = await where.HasAsync(server, "Steady", [], Pat());
        await HasSolvedAsync(server, agency, 80, 80, 81);
        await HasSolvedAsync(server, steady, 80, 80, 60);

        var answer = await AskAsync(server, "1999-01-16", where, ["COMPLAINTS_RETURNED"]);

        Assert.Equal(
            [
                "2 Returned since 1998-10-01: Complaints came back after they were verified as solved: "
                    + "“Late letters” has 80.3 a month instead of 50 while the change helped.",
            ],
            Items(answer)
                .SelectMany(i =>
                    Reasons(i)
                        .Select(r => $"{i.GetProperty("weight")} {NameOf(i)} since {r.Text("since")}: {r.Text("text")}")
                )
        );
        using var on = server.Today.On("1999-01-16");
        var problems = (
            await server
                .As(agency, steady)
                .AskAsync(
                    """
                    {
                      systemicProblems { nodes { complaintsReturned {
                        from to perMonthBefore perMonthSolved perMonthSince } } }
                      problemProgress(from: "1998-01-01", to: "1998-12-31") { complaintsReturned }
                      agency(by: { abbreviation: "ABBREVIATION" }) {
                        attention { reasons { kind problems { title status } } }
                      }
                    }
                    """.Replace("ABBREVIATION", agency.Abbreviation)
                )
        );
        Assert.Equal(
            ["1998-10 1998-12 100 50 80.33333333333333"],
            problems
                .GetProperty("systemicProblems")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(p => p.GetProperty("complaintsReturned"))
                .Where(r => r.ValueKind == System.Text.Json.JsonValueKind.Object)
                .Lines("from", "to", "perMonthBefore", "perMonthSolved", "perMonthSince")
        );
        Assert.Equal(1, problems.GetProperty("problemProgress").GetProperty("complaintsReturned").GetInt32());
        var reason = problems
            .GetProperty("agency")
            .GetProperty("attention")
            .GetProperty("reasons")
            .EnumerateArray()
            .Single(r => r.Text("kind") == "COMPLAINTS_RETURNED");
        Assert.Equal(["Late letters VERIFIED"], reason.GetProperty("problems").Lines("title", "status"));
    }

    [Fact]
    public async Task After_two_years_complaints_are_another_problem()
    {
        var (server, where) = (await servers.OnAsync(TestDatabase.Sqlite), new Named());
        var agency = await where.HasAsync(server, "Returned", [], Pat());
        await HasSolvedAsync(server, agency, [.. Enumerable.Repeat(80L, 30)]);

        Assert.Single(Items(await AskAsync(server, "2000-10-10", where, ["COMPLAINTS_RETURNED"])));
        Assert.Empty(Items(await AskAsync(server, "2000-10-11", where, ["COMPLAINTS_RETURNED"])));
    }

    [Fact]
    public async Task A_month_whose_number_is_missing_does_not_count_as_none()
    {
        var (server, where) = (await servers.OnAsync(TestDatabase.Sqlite), new Named());
        var agency = await where.HasAsync(server, "Returned", [], Pat());
        var late = await HasSolvedAsync(server, agency, 80, 80);
        await server.StoreAsync(agency.In("1998-12", 50, null, 50, category: late));

        Assert.Single(Items(await AskAsync(server, "1999-01-16", where, ["COMPLAINTS_RETURNED"])));
    }

    // 100 a month until June 1998, 50 from July to September, and then these.
    private static async Task<ComplaintCategory> HasSolvedAsync(CwaServer server, Agency agency, params long[] since)
    {
        var late = await server.HasKindAsync(agency, "Late letters");
        long[] received = [100, 100, 100, 100, 50, 50, 50, .. since];
        await server.StoreAsync([
            agency.Found("Late letters", "04-01", late).Assigned().Planned().Changed("06-15").Measured("10-10"),
            .. received.Select(
                (number, i) => agency.In($"{new ReportMonth(1998, 3).Plus(i)}", 0, number, number, category: late)
            ),
        ]);
        return late;
    }
}
