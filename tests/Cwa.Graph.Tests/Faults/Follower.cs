using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A server that can be subscribed to.</summary>
public interface IFollowed
{
    HttpClient Http { get; }

    /// <summary>An open socket, before `connection_init`.</summary>
    Task<Socket> OpenSocketAsync();
}

/// <summary>A subscription to reports, and how a message's field is recorded.</summary>
public sealed record Followed(string Query, Func<JsonElement, string> ToldIn)
{
    /// <summary>The submitted reports, in the form of <see cref="SentReport.Told"/>.</summary>
    public static Followed Submitted { get; } =
        new(
            """
            subscription ($after: String) {
              monthlyReportSubmitted(after: $after) { cursor
                monthlyReport { id month revision agency { abbreviation } eventCount } }
            }
            """,
            message => SentReport.ToldIn(message.GetProperty("monthlyReport"))
        );
}

/// <summary>Follows the submitted reports, and reconnects with the last cursor whenever it is cut off.</summary>
public abstract class Follower(IFollowed site, string start, Followed? followed = null) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100),
        Quiet = TimeSpan.FromMilliseconds(300),
        Patience = LiveServer.Patience;

    private readonly CancellationTokenSource _end = new();
    private readonly List<string> _told = [];
    private Task _following = Task.CompletedTask;

    /// <summary>The messages that it has received.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (_told)
                return [.. _told];
        }
    }

    /// <summary>How many connections have ended after at least one message.</summary>
    public int Ends { get; private set; }

    /// <summary>Why it was last cut off.</summary>
    public string? LastEnd { get; private set; }

    /// <summary>
    /// Whether the server may refuse the subscription through a fault of its own; then it is tried again.
    /// </summary>
    public bool MayBeRefused { get; init; }

    protected IFollowed Server => site;

    protected Followed Asked { get; } = followed ?? Followed.Submitted;

    /// <summary>The cursor to begin after, the first time.</summary>
    protected string Start => start;

    /// <summary>The cursor of the newest submitted report.</summary>
    public static async Task<string> NewestAsync(SiteClient site) =>
        (await site.AskAsync(Site.Npr, "{ feed(kinds: [MONTHLY_REPORT_SUBMITTED], last: 1) { edges { cursor } } }"))
            .GetProperty("feed")
            .GetProperty("edges")[0]
            .Text("cursor")!;

    /// <summary>
    /// Waits for this many messages, and returns all that it has received: more of them would be wrong.
    /// </summary>
    public async Task<IReadOnlyList<string>> IsToldAsync(int count)
    {
        var waited = Stopwatch.StartNew();
        while (Told.Count < count && waited.Elapsed < Patience && !_following.IsCompleted)
            await Task.Delay(20);
        await (_following.IsFaulted ? _following : Task.Delay(Quiet));
        var told = Told;
        Assert.True(
            told.Count == count,
            $"{GetType().Name} was told {told.Count} of {count} reports; its last connection ended: {LastEnd}"
        );
        return told;
    }

    public Follower Follow()
    {
        _following = Task.Run(FollowAsync);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _following;
        _end.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The messages' fields after the last cursor; at first that is the start.</summary>
    protected abstract IAsyncEnumerable<JsonElement> ReadAsync(string? last, CancellationToken cancellationToken);

    protected static JsonElement FieldOf(JsonElement result)
    {
        Assert.False(result.TryGetProperty("errors", out var errors), errors.ToString());
        return result.GetProperty("data").EnumerateObject().Single().Value;
    }

    private async Task FollowAsync()
    {
        string? last = null;
        var heard = false;
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await foreach (var message in ReadAsync(last, _end.Token))
                {
                    lock (_told)
                        _told.Add(Asked.ToldIn(message));
                    last = message.Text("cursor");
                    heard = true;
                }
            }
            catch (Exception end)
                when (end
                        is IOException
                            or HttpRequestException
                            or WebSocketException
                            or InvalidOperationException
                            or OperationCanceledException
                )
            {
                LastEnd = end.Message;
            }

            Ends += heard ? 1 : 0;
            heard = false;
            await Task.Delay(Pause);
        }
    }
}
