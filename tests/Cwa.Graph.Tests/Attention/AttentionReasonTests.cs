using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Attending;

namespace Cwa.Graph.Tests;

/// <summary>Why an agency needs a call: each reason in words.</summary>
public sealed class AttentionReasonTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_reason_is_a_plain_sentence_and_only_asks_of_agencies_that_are_not_directed(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Silent", [], liaison: null);
        await where.HasAsync(server, "Left", [Accepted(3)], Pat(endedOn: new(1998, 4, 2)));
        await where.HasAsync(server, "Returned", [Returned(3), Returned(4)], Pat());
        await where.HasAsync(server, "Requested", [], liaison: null, requested: true);
        await where.HasAsync(
            server,
            "Requested and left",
            [Returned(3)],
            Pat(endedOn: new(1998, 4, 2)),
            requested: true
        );

        var answer = await AskAsync(server, "1998-04-20", where);

        Assert.Equal(
            [
                "Left since 1998-04-02: Nobody has spoken for the agency since 2 April 1998, "
                    + "when the last designation of a liaison ended.",
                "Left since 1998-04-01: The report of April 1998 was due on 31 March 1998 and has not come.",
                "Requested since 1998-03-17: The agency was requested to designate a liaison by 16 March "
                    + "1998, and none speaks for it.",
                "Requested since 1998-03-17: The agency was requested to report on March 1998 and April "
                    + "1998, first by 16 March 1998, and NPR would welcome the reports.",
                "Requested and left since 1998-04-02: Nobody has spoken for the agency since 2 April 1998; "
                    + "it is asked to designate a liaison.",
                "Requested and left since 1998-04-01: The agency was requested to report on April 1998 by 31 "
                    + "March 1998, and NPR would welcome the report.",
                "Requested and left since 1998-04-04: "
                    + "NPR returned the report of March 1998 on 4 April 1998 and asks for it again: “Say where.”",
                "Returned since 1998-04-04: NPR returned the report of March 1998 on 4 April 1998 and it was "
                    + "not sent again: “Say where.” "
                    + "NPR returned the report of April 1998 on 4 April 1998 and it was not sent again: “Say where.”",
                "Silent since 1998-03-17: No liaison speaks for the agency. One was to be designated by 16 March 1998.",
                "Silent since 1998-03-17: The reports of March 1998 and April 1998 have not come; "
                    + "the first was due on 16 March 1998.",
            ],
            Items(answer)
                .OrderBy(NameOf, StringComparer.Ordinal)
                .SelectMany(i => Reasons(i).Select(r => $"{NameOf(i)} since {r.Text("since")}: {r.Text("text")}"))
        );
    }

    [Fact]
    public async Task Consecutive_months_are_one_reason_and_an_amendment_is_named_as_such()
    {
        var (server, where) = (await servers.OnAsync(TestDatabase.Sqlite), new Named());
        await where.HasAsync(server, "Silent", [Accepted(4), Accepted(8), ReturnedAmendment(4)], Pat());

        var reasons = Reasons(Items(await AskAsync(server, "1998-11-16", where)).Single()).Select(r => r.Text("text"));

        Assert.Equal(
            [
                "The reports of March 1998, May 1998 to July 1998 and September 1998 to November 1998 have "
                    + "not come; the first was due on 16 March 1998.",
                "NPR returned the amended report of April 1998 on 4 April 1998 and it was not sent again: “Say where.”",
            ],
            reasons
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Rising_complaints_and_figures_that_do_not_carry_over_are_reasons(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var rising = await where.HasAsync(server, "Rising", [], Pat());
        var steady = await where.HasAsync(server, "Steady", [], Pat());
        var restated = await where.HasAsync(server, "Restated", [], Pat());
        await server.StoreAsync(
        // 30 + 40 + 30 become 40 + 40 + 40: a fifth more.
        [
            .. Resolved(rising, 30, 40, 30, 40, 40, 40),
            // One less is no rise.
            .. Resolved(steady, 30, 40, 30, 40, 40, 39),
            // April ends with 1 pending and May begins with 4; June ends with those 4 and July begins with 6.
            restated.In("1998-04", 0, 1, 0),
            restated.In("1998-05", 4, 0, 0),
            restated.In("1998-06", 4, 0, 0),
            restated.In("1998-07", 6, 0, 0),
        ]);

        var answer = await AskAsync(server, "1998-11-16", where, ["COMPLAINTS_RISING", "FIGURES_DO_NOT_CARRY_OVER"]);

        Assert.Equal(
            [
                "2 Rising since 1998-08-01: Complaints rose from 100 in May 1998 to July 1998 to 120 in "
                    + "August 1998 to October 1998.",
                "1 Restated since 1998-07-01: Complaint figures of July 1998 open with a different number "
                    + "from the one that the month before closed with; "
                    + "in twelve months 2 figures did so, and the largest difference is 3.",
            ],
            Items(answer)
                .SelectMany(i =>
                    Reasons(i)
                        .Select(r => $"{i.GetProperty("weight")} {NameOf(i)} since {r.Text("since")}: {r.Text("text")}")
                )
        );
        Assert.Empty(
            Items(await AskAsync(server, "1998-05-16", where, ["COMPLAINTS_RISING", "FIGURES_DO_NOT_CARRY_OVER"]))
        );

        // From May on, all resolved at once.
        static IEnumerable<ComplaintMetric> Resolved(Agency agency, params int[] received) =>
            received.Select((number, i) => agency.In(new ReportMonth(1998, 5 + i).ToString(), 0, number, number));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Reports_of_the_last_twelve_months_are_checked(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Silent", [], Pat());

        var reason = Reasons(Items(await AskAsync(server, "2000-06-15", where)).Single()).Single();

        Assert.Equal(
            ("1999-07", "2000-06"),
            (reason.GetProperty("months")[0].GetString(), reason.GetProperty("months")[11].GetString())
        );
        Assert.Equal(
            "The reports of July 1999 to June 2000 have not come; the first was due on 30 June 1999.",
            reason.Text("text")
        );
        Assert.Equal(("1999-07-01", 12), (reason.Text("since"), reason.GetProperty("months").GetArrayLength()));
    }
}
