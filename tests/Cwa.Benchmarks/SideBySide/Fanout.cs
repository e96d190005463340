using System.Diagnostics;
using System.Globalization;

namespace Cwa.Benchmarks;

/// <summary>S1: one report to 500 subscribers, from its commit until the last of them knows.</summary>
internal sealed class Fanout(Contender contender, Reports reports, PrivatePostgres postgres)
{
    private const int Subscribers = 500,
        WarmUps = 10;

    /// <summary>The milliseconds of each report, from its commit and from its sending.</summary>
    public async Task<IReadOnlyList<(double FromCommit, double FromSending)>> RunAsync(int times)
    {
        var sockets = new List<LiveSocket>();
        try
        {
            await LiveSocket.OpenAsync(sockets, contender.Url, contender.Document("S1"), Subscribers);
            var all = new List<(double, double)>();
            for (var i = -WarmUps; i < times; i++)
            {
                var sample = await TellAsync(sockets);
                if (i >= 0)
                    all.Add(sample);
                await Task.Delay(50);
            }

            return all;
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private async Task<(double FromCommit, double FromSending)> TellAsync(List<LiveSocket> sockets)
    {
        var told = Task.WhenAll(sockets.Select(socket => socket.ToldAsync(1)));
        var (sentAt, sent) = (DateTime.UtcNow, Stopwatch.GetTimestamp());
        await contender.AskAsync(reports.Next(), isWrite: true);
        await told;
        var fromSending = Stopwatch.GetElapsedTime(sent, sockets.Max(socket => socket.LastAt)).TotalMilliseconds;
        return (fromSending - (await CommittedAtAsync() - sentAt).TotalMilliseconds, fromSending);
    }

    private async Task<DateTime> CommittedAtAsync()
    {
        var seconds = await postgres.SqlAsync(
            contender.IsOurs ? PeerDatabases.Ours : PeerDatabases.Peers,
            "-c",
            "SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin)) FROM "
                + (contender.IsOurs ? "feed_entries ORDER BY sequence" : "monthly_reports ORDER BY id")
                + " DESC LIMIT 1"
        );
        return DateTime.UnixEpoch.AddSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
    }
}
