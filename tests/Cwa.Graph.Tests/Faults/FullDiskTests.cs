namespace Cwa.Graph.Tests.Faults;

public sealed class FullDiskTests
{
    [SkippableFact]
    public async Task With_a_full_disk_reports_are_refused_and_none_is_lost_and_work_resumes_once_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 16);
        await using var site = await Site.OpenAsync(disk.Folder.CreateSubdirectory("site"));
        var tool = (await Tool.SeveralAsync(site, 1))[0];
        var first = tool.Next();
        await tool.SendAsync(first);
        await using var npr = new SocketFollower(site, await Follower.NewestAsync(site)).Follow();
        await tool.SendAsync(tool.Next());
        disk.Fill();
        using var stop = new CancellationTokenSource();
        var reading = ReadAgainAndAgainAsync(stop.Token);

        var refused = new List<SentReport>();
        for (var sent = 0; refused.Count < 10; sent++)
        {
            // The write-ahead log may still have room.
            Assert.True(sent < 500, "The disk never was full.");
            var report = tool.Next(events: 5);
            var answer = await tool.TryAsync(report);
            if (report.Id is null)
            {
                refused.Add(report);
                Assert.Equal("UNAVAILABLE", Tool.CodeOf(answer));
                Assert.DoesNotContain("disk", answer.ToString(), StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Contains("Writes are refused: ", await ReadyAsync(), StringComparison.Ordinal);
        await stop.CancelAsync();
        await reading;
        var whileFull = await SentReport.AllAsync(site);
        var acknowledgedWhileFull = tool
            .Acknowledged.Select(a => a.Report.Stored)
            .Order(StringComparer.Ordinal)
            .ToList();
        disk.MakeRoom();
        foreach (var report in refused)
            await tool.SendAsync(report);

        Assert.DoesNotContain("Writes are refused", await ReadyAsync(), StringComparison.Ordinal);
        Assert.Equal(acknowledgedWhileFull, whileFull.Order(StringComparer.Ordinal));
        var acknowledged = tool.Acknowledged.Select(a => a.Report).ToList();
        Assert.Equal(
            acknowledged.Select(r => r.Stored).Order(StringComparer.Ordinal),
            (await SentReport.AllAsync(site)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(acknowledged.Skip(1).Select(r => r.Told), await npr.IsToldAsync(acknowledged.Count - 1));
        Assert.Equal(0, npr.Ends);

        async Task ReadAgainAndAgainAsync(CancellationToken cancellationToken)
        {
            while (!cancellationToken.IsCancellationRequested)
                await site.AskAsync(tool.Token, "{ service { now } agencies(first: 1) { totalCount } }");
        }

        Task<string> ReadyAsync() => site.Http.GetStringAsync("/healthz/ready");
    }
}
