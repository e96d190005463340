using System.Diagnostics;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Commands;

/// <summary>`sample play` as a person runs it, as a process of its own against a live server.</summary>
public sealed class PlayCommandTests(LiveServerOverDatabase live) : IClassFixture<LiveServerOverDatabase>
{
    private static readonly ReportMonth December = new(1998, 12);

    [Fact]
    public async Task A_play_reports_for_every_agency_of_the_token_and_a_second_play_does_nothing_and_says_so()
    {
        var token = SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA", "HHS"]);

        var first = await PlayAsync(token, "--url", live.Server.Address.AbsoluteUri, "--rate", "100");
        var second = await PlayAsync(token, "--url", live.Server.Address.AbsoluteUri, "--rate", "100");

        await using var db = await live.Database.Contexts.CreateDbContextAsync();
        var reports = await db.MonthlyReports.CountAsync(r => r.Month == December);
        Assert.True(reports > 2, first.Output);
        Assert.Equal((0, $"{reports} reports submitted, 0 refused."), (first.Code, LastLineOf(first.Output)));
        Assert.Contains("SSA: revision 1 of 1998-12, ", first.Output, StringComparison.Ordinal);
        Assert.Equal(
            (1, $"Nothing was submitted: all {reports} reports of 1998-12 were refused. Play another --month."),
            (second.Code, LastLineOf(second.Output))
        );
        Assert.Contains(
            "SSA: Revision 1 of the report for 1998-12 waits for NPR's decision",
            second.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(await db.MonthlyReports.CountAsync(), await db.FeedEntries.CountAsync());
    }

    [Fact]
    public async Task A_play_keeps_to_its_rate()
    {
        var watch = Stopwatch.StartNew();
        var (code, output) = await PlayAsync(
            SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA", "RRB", "NASA"]),
            "--url",
            live.Server.Address.AbsoluteUri,
            "--rate",
            "0.5",
            "--month",
            "1999-01"
        );

        Assert.Equal((0, "3 reports submitted, 0 refused."), (code, LastLineOf(output)));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("nonsense", null, 1, "does not take reports: ")]
    [InlineData("nonsense", "http://127.0.0.1:9", 1, "http://127.0.0.1:9/ does not take reports: Connection refused")]
    public async Task A_play_that_cannot_run_says_why(string token, string? url, int expected, string says)
    {
        var (code, output) = await PlayAsync(token, "--url", url ?? live.Server.Address.AbsoluteUri);

        Assert.True(code == expected, output);
        Assert.Contains(says, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_one_agency_after_another_reports_to_a_server_in_Development()
    {
        var month = new ReportMonth(1999, 2);
        string[] options = ["--url", live.Server.Address.AbsoluteUri, "--rate", "100", "--month", "1999-02"];

        using var play = Process.Start(ServerProgram.With([("CWA_TOKEN", "")], ["sample", "play", .. options]))!;
        try
        {
            await Eventually.IsAsync(true, HaveThreeReportedAsync);
        }
        finally
        {
            play.Kill();
            await play.WaitForExitAsync();
        }

        async Task<bool> HaveThreeReportedAsync()
        {
            await using var db = await live.Database.Contexts.CreateDbContextAsync();
            return await db.MonthlyReports.CountAsync(r => r.Month == month) >= 3;
        }
    }

    [Fact]
    public async Task Without_a_token_a_server_elsewhere_takes_nothing_and_the_command_asks_for_one()
    {
        await using var elsewhere = await ServerElsewhereAsync();

        var (code, output) = await PlayAsync("", "--url", elsewhere.Urls.Single());

        Assert.Equal(2, code);
        Assert.Contains("Give a token for the agencies that report: --token", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rate", "0", "--rate takes 0.01 to 100.")]
    [InlineData("--rate", "101", "--rate takes 0.01 to 100.")]
    [InlineData("--url", "localhost", "--url takes an address such as http://localhost:5000.")]
    [InlineData("--month", "December", "--month takes a month such as 1998-12.")]
    public async Task A_play_refuses_invalid_options(string option, string value, string says)
    {
        var (code, output) = await PlayAsync("unused", option, value);

        Assert.Equal((2, says), (code, LastLineOf(output)));
    }

    /// <summary>A server that tells its agencies, and on which nobody can sign in as someone else.</summary>
    private static async Task<WebApplication> ServerElsewhereAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapPost(
            "/graphql",
            () =>
                """{"data":{"agencies":{"nodes":[{"id":"1","abbreviation":"SSA","name":"Social Security Administration"}]}}}"""
        );
        await server.StartAsync();
        return server;
    }

    private static async Task<(int Code, string Output)> PlayAsync(string token, params string[] options)
    {
        var (code, said, error) = await ServerProgram.RunAsync([("CWA_TOKEN", token)], ["sample", "play", .. options]);
        return (code, said + error);
    }

    private static string LastLineOf(string output) => output.TrimEnd().Split('\n')[^1].TrimEnd();
}
