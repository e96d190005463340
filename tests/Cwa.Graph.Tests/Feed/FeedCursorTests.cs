using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Feed.Feeding;

namespace Cwa.Graph.Tests.Feed;

/// <summary>Subscribers and pollers resume after a cursor, for as long as the feed has it.</summary>
[Collection(nameof(FeedTests))]
public sealed class FeedCursorTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_subscriber_who_was_cut_off_resumes_after_the_last_cursor(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var before = await Subscriber.StartAsync(server, Npr, Submitted, Of(agency));
        await SubmitAsync(server, agency, 1);
        var last = await before.NextAsync();
        await before.DisposeAsync();
        await SubmitAsync(server, agency, 2, 3, 4);

        await using var after = await Subscriber.StartAsync(server, Npr, Submitted, Of(agency, last.Text("cursor")));
        var missed = await after.NextAsync(3);
        await SubmitAsync(server, agency, 5);
        missed.Add(await after.NextAsync());

        Assert.Equal(
            ["1998-02", "1998-03", "1998-04", "1998-05"],
            missed.Select(m => m.GetProperty("monthlyReport").Text("month"))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_place_to_resume_from_overrides_the_argument(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await using var first = await Subscriber.StartAsync(server, Npr, Submitted, Of(agency));
        await SubmitAsync(server, agency, 1, 2, 3);
        var told = await first.NextAsync(3);

        await using var resumed = await Subscriber.StartAsync(
            server,
            Npr,
            Submitted,
            Of(agency, told[0].Text("cursor")),
            resumeAfter: told[1].Text("cursor")
        );

        Assert.Equal("1998-03", (await resumed.NextAsync()).GetProperty("monthlyReport").Text("month"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_poller_and_a_subscriber_read_the_same_entries_from_each_others_cursors(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await using var npr = await Subscriber.StartAsync(
            server,
            Npr,
            """
            subscription ($where: FeedEntryFilterInput) {
              feed(where: $where) { cursor entry { kind subject { id } } }
            }
            """,
            Of(agency)
        );
        await server.AcceptAsync(await server.SubmitAsync(agency, null, Reporting.Planned()));
        var pushed = await npr.NextAsync(2);

        var polled = await PollAsync(server, agency, null);

        Assert.Equal(
            pushed.Select(m => m.GetProperty("entry").ToString()),
            polled.Select(e => e.GetProperty("node").ToString())
        );
        Assert.Equal(
            ["MONTHLY_REPORT_SUBMITTED", "MONTHLY_REPORT_ACCEPTED"],
            polled.Select(e => e.GetProperty("node").Text("kind"))
        );
        Assert.Single(await PollAsync(server, agency, pushed[0].Text("cursor")));
        await using var resumed = await Subscriber.StartAsync(
            server,
            Npr,
            "subscription ($after: String) { feed(after: $after) { entry { kind } } }",
            new() { ["after"] = polled[0].Text("cursor") }
        );
        Assert.Equal("MONTHLY_REPORT_ACCEPTED", (await resumed.NextAsync()).GetProperty("entry").Text("kind"));
    }

    [Fact]
    public async Task Text_that_is_not_a_cursor_is_refused()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        Assert.Equal(
            [ErrorCodes.InvalidCursor],
            await Subscriber.RefusedAsync(server, Npr, Submitted, new() { ["after"] = "abc" })
        );
        Assert.Equal(["VALIDATION_ERROR"], await Subscriber.RefusedAsync(server, Npr, "subscription { __typename }"));
    }

    [Fact]
    public async Task A_header_that_is_not_a_cursor_is_refused_by_its_name()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            "/graphql?query=subscription{feed(after:\"abc\"){cursor}}"
        );
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Last-Event-ID", "xyz");

        using var answer = await server.Client.SendAsync(request);

        Assert.Contains(
            "`Last-Event-ID` is not a cursor of this list",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_cursor_older_than_the_feed_is_refused_as_expired(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider);
        var agency = await server.HasAgencyAsync();
        await SubmitAsync(server, agency, 1, 2, 3);
        var edges = await PollAsync(server, agency, null);
        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
            await db.FeedEntries.OrderBy(e => e.Sequence).Take(2).ExecuteDeleteAsync();

        Assert.Equal(
            [ErrorCodes.CursorExpired],
            await Subscriber.RefusedAsync(server, Npr, Submitted, new() { ["after"] = edges[0].Text("cursor") })
        );
        var polled = await server.SendAsync(
            "query ($after: String) { feed(after: $after) { nodes { kind } } }",
            new { after = edges[0].Text("cursor") }
        );
        Assert.Equal("CURSOR_EXPIRED", polled.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
        await using var kept = await Subscriber.StartAsync(
            server,
            Npr,
            Submitted,
            new() { ["after"] = edges[1].Text("cursor") }
        );
        Assert.Equal("1998-03", (await kept.NextAsync()).GetProperty("monthlyReport").Text("month"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_feed_deletes_entries_older_than_its_setting(string provider)
    {
        await using var before = await CwaServer.StartAsync(provider);
        var agency = await before.HasAgencyAsync();
        await SubmitAsync(before, agency, 1, 2, 3);
        await using (var db = await before.Database.Contexts.CreateDbContextAsync())
        {
            var longAgo = DateTime.UtcNow.AddDays(-40);
            var second = await db.FeedEntries.OrderBy(e => e.Sequence).Skip(1).FirstAsync();
            await db
                .FeedEntries.Where(e => e.Id == second.Id)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.RecordedAt, longAgo));
        }

        await using var after = CwaServer.OnDay(before.Database, "1998-11-16", ("Feed:KeptDays", "30"));

        await Eventually.IsAsync(1, async () => (await PollAsync(after, agency, null)).Count);
    }
}
