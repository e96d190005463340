using System.Diagnostics.Metrics;
using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;
using static Cwa.Graph.Tests.Feed.Feeding;

namespace Cwa.Graph.Tests.Feed;

/// <summary>Subscribers share the execution of messages, and each reads at its own speed.</summary>
[Collection(nameof(FeedTests))]
public sealed class FeedReaderTests
{
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
        using var listener = Listen(server, count => Interlocked.Add(ref executions, count));

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
        using var listener = Listen(server, count => Interlocked.Add(ref executions, count));

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
        using var listener = Listen(server, count => Interlocked.Add(ref executions, count));

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

    private static MeterListener Listen(CwaServer server, Action<long> executed)
    {
        // Other servers of this process count theirs.
        var own = server.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "graphql.live.executions" && instrument.Meter.Scope == own)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => executed(count));
        listener.Start();
        return listener;
    }
}
