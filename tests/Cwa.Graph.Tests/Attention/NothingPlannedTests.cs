using Cwa.Graph.Tests.Pages;
using Cwa.Tests;
using static Cwa.Graph.Tests.Attending;

namespace Cwa.Graph.Tests;

/// <summary>Months ahead with nothing planned are told before they come.</summary>
public sealed class NothingPlannedTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string[] NothingPlanned = ["NOTHING_PLANNED"];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_next_month_is_told_seven_days_before_its_report_is_due_and_until_it_is_over(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Idle", [], Pat(), isBusy: false);

        // May's report is due on 30 April.
        Assert.Equal(["April 1998"], await MonthsAsync(server, "1998-04-22", where));
        Assert.Equal(["April 1998 and May 1998"], await MonthsAsync(server, "1998-04-23", where));
        Assert.Equal(["May 1998"], await MonthsAsync(server, "1998-05-01", where));
        var item = Items(await AskAsync(server, "1998-04-23", where, NothingPlanned)).Single();
        var reason = Reasons(item).Single();
        // April's report was due on 31 March.
        Assert.Equal("1998-03-24", reason.Text("since"));
        Assert.Equal(1, item.GetProperty("weight").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task March_1998_is_no_month_of_the_directive_and_April_is_told_in_March(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Idle", [], Pat(), isBusy: false);

        Assert.Empty(await MonthsAsync(server, "1998-03-23", where));
        Assert.Equal(["April 1998"], await MonthsAsync(server, "1998-03-24", where));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_whose_report_for_the_next_month_is_in_is_told_at_once(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        // It was sent on 14 March, without events.
        await where.HasAsync(server, "Idle", [Accepted(6)], Pat(), isBusy: false);

        Assert.Equal(["May 1998 and June 1998"], await MonthsAsync(server, "1998-05-01", where));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_conversation_and_a_program_each_fill_the_months_that_they_touch(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var agency = await where.HasAsync(server, "Busy in October", [], Pat(), isBusy: false);
        var ended = await where.HasAsync(server, "Ended in November", [], Pat(), isBusy: false);
        await Retelling.SubmitAsync(server, agency, "1998-10", Reporting.Planned("Fair", "1998-10-20"));
        await SaveAsync(
            server,
            new Cwa.Model.Program(ended.Id, "Comment line", "Customers call.", new(1998, 1, 1), new(1998, 11, 1))
        );

        Assert.Equal(["November 1998"], await MonthsAsync(server, "1998-10-24", where));
        Assert.Equal(
            ["November 1998 and December 1998", "December 1998"],
            await MonthsAsync(server, "1998-11-23", where)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_looks_further_ahead_is_told_of_months_of_which_nobody_was_asked_yet(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var agency = await where.HasAsync(server, "Busy in July", [], Pat(), isBusy: false);
        var ended = await where.HasAsync(server, "Ends in June", [], Pat(), isBusy: false);
        await Retelling.SubmitAsync(server, agency, "1998-07", Reporting.Planned("Fair", "1998-07-20"));
        await SaveAsync(
            server,
            new Cwa.Model.Program(ended.Id, "Comment line", "Customers call.", new(1998, 1, 1), new(1998, 6, 1))
        );

        // June's report is due on 31 May.
        Assert.Equal(["May 1998"], await MonthsAsync(server, "1998-05-10", where));
        Assert.Equal(["May 1998 and June 1998"], await MonthsAsync(server, "1998-05-10", where, monthsAhead: 1));
        Assert.Equal(
            ["May 1998, June 1998 and August 1998", "July 1998 and August 1998"],
            await MonthsAsync(server, "1998-05-10", where, monthsAhead: 3)
        );
        var items = Items(await AskAsync(server, "1998-05-10", where, NothingPlanned, monthsAhead: 12));
        // May's report was due on 30 April; of the months after June nobody was asked before today.
        Assert.Equal(["1998-04-23", "1998-05-10"], items.Select(i => Reasons(i).Single().Text("since")));
        Assert.Equal(
            ["1999-05", "1999-05"],
            items.Select(i => Reasons(i).Single().GetProperty("months").EnumerateArray().Last().GetString())
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public async Task From_1_to_12_months_ahead_can_be_asked_for(int monthsAhead)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await server
            .AsReviewer()
            .SendAsync($"{{ attention(monthsAhead: {monthsAhead}) {{ totalCount }} }}");

        var error = answer.GetProperty("errors")[0];
        Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").Text("code"));
        Assert.Equal("`monthsAhead` must be from 1 to 12.", error.Text("message"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_joint_conversation_is_planned_for_each_agency_and_a_cancelled_one_for_none(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var lead = await where.HasAsync(server, "Lead", [], Pat(), isBusy: false);
        var partner = await where.HasAsync(server, "Partner", [], Pat(), isBusy: false);
        var ids = (
            await Retelling.SubmitAsync(
                server,
                lead,
                "1998-11",
                Reporting.Planned("Fair", "1998-11-20", ("coHostIds", new[] { partner.Id() }))
            )
        ).EventIds();

        Assert.Empty(await MonthsAsync(server, "1998-11-16", where));
        await server.As(lead).DoneAsync("cancelEvent", new { eventId = ids[0], reason = "Snow." }, "event { id }");
        Assert.Equal(["November 1998", "November 1998"], await MonthsAsync(server, "1998-11-16", where));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_is_requested_is_asked_kindly_and_who_begins_or_ends_within_the_month_is_not(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Directed", [], Pat(), isBusy: false);
        await where.HasAsync(server, "Requested", [], Pat(), requested: true, isBusy: false);
        await where.HasAsync(server, "Begun in May", [], Pat(), activeFrom: new(1998, 5, 2), isBusy: false);
        await where.HasAsync(server, "Ends with May", [], Pat(), activeTo: new(1998, 5, 31), isBusy: false);
        await where.HasAsync(server, "Ends in June", [], Pat(), activeTo: new(1998, 6, 1), isBusy: false);

        var asked = await AskAsync(server, "1998-05-15", where, NothingPlanned);

        Assert.Equal(
            [
                "Directed: No conversation is planned and no program runs in May 1998.",
                "Ends in June: No conversation is planned and no program runs in May 1998.",
                "Requested: NPR would welcome a conversation or a program in May 1998; none is known yet.",
            ],
            Items(asked).Select(i => $"{NameOf(i)}: {Reasons(i).Single().Text("text")}").Order()
        );
    }

    [Fact]
    public async Task The_page_says_for_which_months_nothing_is_planned()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await new Named().HasAsync(server, "Idle hands", [], Pat(), isBusy: false);

        var page = await server.As(agency).PageAsync("/attention?reason=NOTHING_PLANNED");

        Assert.Contains(
            page.QuerySelectorAll(".calls li"),
            item =>
                item.TextContent.Contains("Idle hands", StringComparison.Ordinal)
                && item.TextContent.Contains("Nothing planned for November", StringComparison.Ordinal)
        );
    }

    private static Task SaveAsync(CwaServer server, object record) => Cells.SaveAsync(server, record);

    // The months of each agency, in the order in which the agencies are named.
    private static async Task<IEnumerable<string>> MonthsAsync(
        CwaServer server,
        string day,
        Named where,
        int? monthsAhead = null
    ) =>
        Items(await AskAsync(server, day, where, NothingPlanned, monthsAhead: monthsAhead))
            .OrderBy(item => item.GetProperty("agency").Text("name"), StringComparer.Ordinal)
            .Select(item => Reasons(item).Single().Text("text")!)
            .Select(text => text[(text.LastIndexOf(" in ", StringComparison.Ordinal) + 4)..].TrimEnd('.'));
}
