using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Xunit.Abstractions;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Every statement of a server with subscribers fails at random, in every possible way.</summary>
[AfterOthers]
public sealed class EveryStatementTests(ITestOutputHelper output)
{
    private const int Agencies = 10,
        Batches = 10,
        Months = 5,
        Seed = 1998;

    private const string Report = """
        id month revision eventCount agency { abbreviation liaison { name } }
        eventsAsReported(first: 3) { nodes { position facts { description } } }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_subscriber_gets_every_report_once_and_in_order_and_whole(string provider)
    {
        await using var site = await FaultyServer.StartAsync(provider);
        var agencies = new List<Agency> { await Following.HasAgencyAsync(site.Writer) };
        while (agencies.Count < Agencies)
            agencies.Add(await site.Writer.HasAgencyAsync());
        var start = (await Following.NewestAsync(site.Writer))!;
        var submitted = new Followed(
            $$"""
            subscription ($after: String) { monthlyReportSubmitted(after: $after) { cursor
              monthlyReport { {{Report}} } } }
            """,
            message => message.GetProperty("monthlyReport").GetRawText()
        );
        var feed = new Followed(
            $$"""
            subscription ($after: String) {
              feed(after: $after) { cursor entry { subject { ... on MonthlyReport { {{Report}} } } } }
            }
            """,
            message => message.GetProperty("entry").GetProperty("subject").GetRawText()
        );
        var faults = new RandomFaults(Seed, () => site.Away);
        site.Faults.Happens = faults.HappensAsync;
        Follower[] followers =
        [
            new SocketFollower(site.Server, start, submitted) { MayBeRefused = true },
            new SocketFollower(site.Server, start, feed) { MayBeRefused = true },
            new CutOffFollower(site.Server, start, submitted) { MayBeRefused = true },
            new CutOffFollower(site.Server, start, feed) { MayBeRefused = true },
            new StreamFollower(site.Server, start, submitted) { MayBeRefused = true },
            new StreamFollower(site.Server, start, feed) { MayBeRefused = true },
            new CutOffStreamFollower(site.Server, start, submitted) { MayBeRefused = true },
            new CutOffStreamFollower(site.Server, start, feed) { MayBeRefused = true },
        ];
        foreach (var follower in followers)
            follower.Follow();

        await SubmitAsync(site.Writer, agencies);

        var all = await AllAsync(site.Writer, start);
        Assert.Equal(Agencies * Batches * Months, all.Distinct().Count());
        Assert.All(
            await Task.WhenAll(followers.Select(follower => follower.IsToldAsync(all.Count))),
            told => Assert.Equal(all, told)
        );
        output.WriteLine($"{faults}. Followers came {string.Join(", ", followers.Select(f => f.Ends + 1))} times.");
        Assert.All(Enum.GetValues<RandomFault>(), kind => Assert.True(faults.Count(kind) > 0, $"There was no {kind}."));
        foreach (var follower in followers)
            await follower.DisposeAsync();
    }

    /// <summary>Submits batches, agency after agency, until each has reported on all months.</summary>
    private static async Task SubmitAsync(CwaServer server, List<Agency> agencies)
    {
        var random = new Random(Seed);
        for (var batch = 0; batch < Batches; batch++)
        {
            foreach (var agency in agencies)
            {
                var reports = Enumerable
                    .Range(batch * Months, Months)
                    .Select(month =>
                    {
                        var day = new DateOnly(1998, 4, 14).AddMonths(month);
                        var events = Enumerable
                            .Range(0, random.Next(3))
                            .Select(number =>
                                Reporting.Planned(
                                    startsOn: $"{day:yyyy-MM-dd}",
                                    others: ("description", $"{number} {new string('x', random.Next(200))}")
                                )
                            )
                            .ToList();
                        return new
                        {
                            agencyId = agency.Id(),
                            month = $"{day:yyyy-MM}",
                            nil = events is [],
                            events,
                        };
                    });
                await server.As(agency).DoneAsync("submitMonthlyReports", new { reports }, "monthlyReports { id }");
            }
        }
    }

    /// <summary>All reports submitted after a place, as a server without faults announces them.</summary>
    private static async Task<List<string>> AllAsync(CwaServer server, string? after)
    {
        var all = new List<string>();
        JsonElement page;
        do
        {
            var data = await server
                .AsReviewer()
                .AskAsync(
                    $$"""
                    query ($after: String) {
                      feed(first: 100, after: $after) {
                        nodes { subject { ... on MonthlyReport { {{Report}} } } } pageInfo { endCursor hasNextPage }
                      }
                    }
                    """,
                    new { after }
                );
            page = data.GetProperty("feed");
            foreach (var entry in page.GetProperty("nodes").EnumerateArray())
                all.Add(entry.GetProperty("subject").GetRawText());
            after = page.GetProperty("pageInfo").Text("endCursor");
        } while (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());

        return all;
    }
}

/// <summary>What can happen to a statement.</summary>
internal enum RandomFault
{
    NotOpened,
    LostBefore,
    LostAfter,
    Cancelled,
    Broken,
    TooLate,
    Late,
}

/// <summary>Random faults: in each thousand statements this many of each kind.</summary>
internal sealed class RandomFaults(int seed, Func<Exception> away)
{
    private static readonly (RandomFault Kind, Moment Moment, int InThousand)[] Kinds =
    [
        (RandomFault.NotOpened, Moment.Opening, 30),
        (RandomFault.LostBefore, Moment.Before, 40),
        (RandomFault.Cancelled, Moment.Before, 5),
        (RandomFault.Broken, Moment.Before, 5),
        (RandomFault.TooLate, Moment.Before, 3),
        (RandomFault.Late, Moment.Before, 30),
        (RandomFault.LostAfter, Moment.After, 40),
    ];

    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<RandomFault, int> _counts = [];

    public int Count(RandomFault kind) => _counts.GetValueOrDefault(kind);

    public override string ToString() =>
        string.Join(", ", _counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"));

    public async Task HappensAsync(Moment moment, DbCommand? command, CancellationToken cancellationToken)
    {
        int drawn;
        lock (_random)
            drawn = _random.Next(1_000);
        foreach (var (kind, at, inThousand) in Kinds)
        {
            if (at != moment)
                continue;
            if ((drawn -= inThousand) >= 0)
                continue;
            _counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
            await BefallsAsync(kind, cancellationToken);
            return;
        }
    }

    private Task BefallsAsync(RandomFault kind, CancellationToken cancellationToken) =>
        kind switch
        {
            RandomFault.Late => Task.Delay(5, cancellationToken),
            // Longer than the time limit of a message.
            RandomFault.TooLate => Task.Delay(700, cancellationToken),
            RandomFault.Cancelled => throw new OperationCanceledException("as if somebody had cancelled it"),
            RandomFault.Broken => throw new InvalidOperationException("as if we had a bug"),
            _ => throw away(),
        };
}
