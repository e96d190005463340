using System.Diagnostics.Metrics;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Feed;

/// <summary>The feed announces everything at once, to everybody who may know it, and loses nothing.</summary>
public sealed class FeedTests(OwnServers servers, SampleServers samples)
    : IClassFixture<OwnServers>,
        IClassFixture<SampleServers>
{
    private const string Submitted = """
        subscription ($after: String, $where: FeedEntryFilterInput) {
          monthlyReportSubmitted(after: $after, where: $where) {
            cursor amends monthlyReport { month revision agency { abbreviation } }
          }
        }
        """;

    private static readonly Caller Npr = new("npr", "npr", [Roles.Read], [], []);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_submitted_report_is_announced_at_once(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await using var npr = await Subscriber.StartAsync(server, Npr, Submitted, Of(agency));

        await server.SubmitAsync(agency, null, Reporting.Planned());

        var told = await npr.NextAsync();
        Assert.Equal(agency.Abbreviation, told.GetProperty("monthlyReport").GetProperty("agency").Text("abbreviation"));
        Assert.Equal("1998-04", told.GetProperty("monthlyReport").Text("month"));
        Assert.False(told.GetProperty("amends").GetBoolean());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_report_submitted_to_one_server_is_announced_by_another(string provider)
    {
        await using var here = await CwaServer.StartAsync(provider);
        await using var there = CwaServer.OnDay(here.Database, "1998-11-16");
        var agency = await here.HasAgencyAsync();
        await using var npr = await Subscriber.StartAsync(here, Npr, Submitted);

        await SubmitAsync(there, agency, 4);

        Assert.Equal("1998-04", (await npr.NextAsync()).GetProperty("monthlyReport").Text("month"));
    }

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

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_amendment_is_announced_as_such_and_a_correction_is_not(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await using var npr = await Subscriber.StartAsync(server, Npr, Submitted, Of(agency));
        await server.ReturnAsync(await server.SubmitAsync(agency, null, Reporting.Planned()));
        await server.AcceptAsync(await server.SubmitAsync(agency, null, Reporting.Planned("Corrected")));
        await server.SubmitAsync(
            agency,
            "One more meeting.",
            Reporting.Planned("Corrected"),
            Reporting.Planned("More")
        );

        var told = await npr.NextAsync(3);

        Assert.Equal([false, false, true], told.Select(m => m.GetProperty("amends").GetBoolean()));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_hears_only_of_its_own_reports(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (mine, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await using var agency = await Subscriber.StartAsync(
            server,
            new("pat", "pat", [Roles.Submit], [mine.Id], [mine.Id]),
            Submitted
        );

        await server.SubmitAsync(other, null, Reporting.Planned());
        await server.SubmitAsync(mine, null, Reporting.Planned());

        Assert.Equal(
            mine.Abbreviation,
            (await agency.NextAsync()).GetProperty("monthlyReport").GetProperty("agency").Text("abbreviation")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_reads_and_counts_only_its_own_entries(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (mine, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await SubmitAsync(server, other, 1, 2);
        await SubmitAsync(server, mine, 1);

        var feed = (
            await server.As(mine).AskAsync("{ feed { totalCount nodes { agency { abbreviation } } } }")
        ).GetProperty("feed");

        Assert.Equal(1, feed.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            mine.Abbreviation,
            Assert.Single(feed.GetProperty("nodes").EnumerateArray()).GetProperty("agency").Text("abbreviation")
        );
    }

    [Fact]
    public async Task The_public_is_told_to_sign_in()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        Assert.Equal([ErrorCodes.Unauthenticated], await Subscriber.RefusedAsync(server, Caller.Public, Submitted));
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

    [Fact]
    public async Task Subscribers_with_the_same_query_share_one_execution_of_each_message()
    {
        await using var server = await CwaServer.StartAsync();
        var agency = await server.HasAgencyAsync();
        var subscribers = new List<Subscriber>();
        for (var i = 0; i < 500; i++)
            subscribers.Add(
                await Subscriber.StartAsync(
                    server,
                    Npr,
                    $$"""
                    subscription { monthlyReportSubmitted { cursor a{{i % 10}}: amends monthlyReport { id month } } }
                    """
                )
            );
        var reading = subscribers.ConvertAll(s => s.NextAsync());
        var executions = 0L;
        using var listener = Listen(count => Interlocked.Add(ref executions, count));

        await server.SubmitAsync(agency, null, Reporting.Planned());
        var told = await Task.WhenAll(reading);

        Assert.Equal(10, Interlocked.Read(ref executions));
        Assert.Single(told.Select(m => m.GetProperty("monthlyReport").ToString()).Distinct());
        foreach (var subscriber in subscribers)
            await subscriber.DisposeAsync();
    }

    [Fact]
    public async Task Subscribers_with_different_starting_places_still_share_executions()
    {
        await using var server = await CwaServer.StartAsync();
        var agency = await server.HasAgencyAsync();
        await SubmitAsync(server, agency, 1, 2);
        var edges = await PollAsync(server, agency, null);
        await using var early = await Subscriber.StartAsync(
            server,
            Npr,
            Submitted,
            new() { ["after"] = edges[0].Text("cursor") }
        );
        await using var late = await Subscriber.StartAsync(
            server,
            Npr,
            Submitted,
            new() { ["after"] = edges[1].Text("cursor") }
        );
        await early.NextAsync();
        var reading = new[] { early.NextAsync(), late.NextAsync() };
        var executions = 0L;
        using var listener = Listen(count => Interlocked.Add(ref executions, count));

        await SubmitAsync(server, agency, 3);
        await Task.WhenAll(reading);

        Assert.Equal(1, Interlocked.Read(ref executions));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_subscriber_who_starts_anywhere_in_a_busy_feed_reads_it_whole_and_in_order(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider);
        Agency[] agencies =
        [
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync(),
        ];
        await SubmitAsync(server, agencies[0], 1, 2);
        var places = (await PollAsync(server, agencies[0], null)).Select(e => e.Text("cursor")).Prepend(null).ToList();
        var writing = agencies
            .Select((agency, i) => SubmitAsync(server, agency, [.. Enumerable.Range(3, 10)], year: 1998 + i))
            .ToArray();
        var readers = new List<(int Skipped, Task<List<JsonElement>> Told, Subscriber Subscriber)>();
        foreach (var place in places.Skip(1).Concat(places.Skip(1)))
        {
            var subscriber = await Subscriber.StartAsync(server, Npr, Submitted, new() { ["after"] = place });
            var skipped = places.IndexOf(place);
            readers.Add((skipped, subscriber.NextAsync(32 - skipped), subscriber));
        }

        await Task.WhenAll(writing);

        var all = await Task.WhenAll(
            readers.Select(async r =>
                (await r.Told).Select(m => m.GetProperty("monthlyReport").ToString()).TakeLast(30).ToList()
            )
        );
        Assert.Equal(30, all[0].Distinct().Count());
        Assert.All(all, told => Assert.Equal(all[0], told));
        foreach (var reader in readers)
            await reader.Subscriber.DisposeAsync();
    }

    [Fact]
    public async Task A_slow_reader_still_reads_everything_once()
    {
        await using var server = await CwaServer.StartAsync();
        var agency = await server.HasAgencyAsync();
        await using var slow = await Subscriber.StartAsync(server, Npr, Submitted);
        await using var quick = await Subscriber.StartAsync(server, Npr, Submitted);
        var reading = slow.NextAsync();
        var quickly = quick.NextAsync(360);
        for (var year = 1998; year < 2028; year++)
            await SubmitAsync(server, agency, [.. Enumerable.Range(1, 12)], year);
        var wanted = await quickly;

        var told = new List<JsonElement> { await reading };
        told.AddRange(await slow.NextAsync(359));

        Assert.Equal(
            wanted.Select(m => m.GetProperty("monthlyReport").ToString()),
            told.Select(m => m.GetProperty("monthlyReport").ToString())
        );
    }

    [Fact]
    public async Task Large_messages_are_not_executed_far_ahead_of_their_reader()
    {
        await using var server = await CwaServer.StartAsync();
        var agency = await server.HasAgencyAsync();
        await SubmitAsync(server, agency, 1);
        var start = (await PollAsync(server, agency, null))[0].Text("cursor");
        await server
            .As(agency)
            .DoneAsync(
                "submitMonthlyReports",
                new
                {
                    reports = Enumerable
                        .Range(2, 11)
                        .Select(month => new
                        {
                            agencyId = agency.Id(),
                            month = $"1998-{month:00}",
                            events = Enumerable
                                .Range(0, 5)
                                .Select(_ =>
                                    Reporting.Planned(
                                        "Town hall",
                                        $"1998-{month:00}-14",
                                        ("description", new string('x', 500))
                                    )
                                ),
                        }),
                },
                "monthlyReports { id }"
            );
        var large = string.Join(' ', Enumerable.Range(0, 25).Select(i => $"a{i}: description"));
        var executions = 0L;
        using var listener = Listen(count => Interlocked.Add(ref executions, count));

        await using var npr = await Subscriber.StartAsync(
            server,
            Npr,
            $$"""
            subscription ($after: String) {
              monthlyReportSubmitted(after: $after) { monthlyReport { month events { nodes { {{large}} } } } }
            }
            """,
            new() { ["after"] = start }
        );
        var first = await npr.NextAsync();
        var executed = Interlocked.Read(ref executions);
        var others = await npr.NextAsync(10);

        Assert.InRange(executed, 1, 6);
        Assert.Equal(
            Enumerable.Range(2, 11).Select(month => $"1998-{month:00}"),
            others.Prepend(first).Select(m => m.GetProperty("monthlyReport").Text("month"))
        );
    }

    [Fact]
    public async Task Every_kind_of_entry_leads_to_what_it_announces()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        var kinds = new HashSet<string>();
        string? after = null;
        do
        {
            var feed = (
                await server.AskAsync(
                    """
                    query ($after: String) {
                      feed(first: 100, after: $after) {
                        edges { node { kind subject { id } } } pageInfo { endCursor hasNextPage }
                      }
                    }
                    """,
                    new { after }
                )
            ).GetProperty("feed");
            foreach (var edge in feed.GetProperty("edges").EnumerateArray())
            {
                Assert.Equal(JsonValueKind.Object, edge.GetProperty("node").GetProperty("subject").ValueKind);
                kinds.Add(edge.GetProperty("node").Text("kind")!);
            }

            after = feed.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? feed.GetProperty("pageInfo").Text("endCursor")
                : null;
        } while (after is not null);

        Assert.True(kinds.Count >= 5, string.Join(' ', kinds));
        Assert.All(Enum.GetValues<FeedKind>(), kind => Assert.NotNull(FeedSubjects.TypeOf(kind)));
    }

    private static Dictionary<string, object?> Of(Agency agency, string? after = null) =>
        new()
        {
            ["where"] = new Dictionary<string, object?>
            {
                ["agency"] = new Dictionary<string, object?>
                {
                    ["abbreviation"] = new Dictionary<string, object?> { ["eq"] = agency.Abbreviation },
                },
            },
            ["after"] = after,
        };

    private static async Task<List<JsonElement>> PollAsync(CwaServer server, Agency agency, string? after)
    {
        var data = await server.AskAsync(
            """
            query ($after: String, $where: FeedEntryFilterInput) {
              feed(after: $after, where: $where) { edges { cursor node { kind subject { id } } } }
            }
            """,
            new { after, where = Of(agency)["where"] }
        );
        return [.. data.GetProperty("feed").GetProperty("edges").EnumerateArray()];
    }

    private static Task SubmitAsync(CwaServer server, Agency agency, params int[] months) =>
        SubmitAsync(server, agency, months, 1998);

    private static async Task SubmitAsync(CwaServer server, Agency agency, int[] months, int year)
    {
        foreach (var month in months)
            await server
                .As(agency)
                .DoneAsync(
                    "submitMonthlyReport",
                    new
                    {
                        agencyId = agency.Id(),
                        month = $"{year}-{month:00}",
                        nil = true,
                    },
                    "monthlyReport { id }"
                );
    }

    private static MeterListener Listen(Action<long> executed)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == LiveQuery.MeterName)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => executed(count));
        listener.Start();
        return listener;
    }
}
