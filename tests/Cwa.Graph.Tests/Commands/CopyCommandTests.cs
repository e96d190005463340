using System.Diagnostics;
using Cwa.Graph.Tests.Engine;
using Cwa.Graph.Tests.Faults;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cwa.Graph.Tests.Commands;

/// <summary>`copy` as a person runs it, as a process of its own.</summary>
public sealed class CopyCommandTests
{
    private static readonly string[] Operations =
    [
        "calendar",
        "complaint-trend",
        "deep",
        "directory",
        "memorandum",
        "reporting-status",
        "scorecard",
        "town-halls",
    ];

    [SkippableFact]
    public async Task A_server_over_the_copy_answers_the_same_and_takes_the_cursors_of_the_first()
    {
        TestDatabase.Require(TestDatabase.PostgreSql);
        await using var first = await CwaServer.StartAsync(TestDatabase.Sqlite, sample: true);
        await using var target = TestDatabase.Absent(TestDatabase.PostgreSql);
        var cursor = (await first.AskAsync("{ feed(kinds: [MONTHLY_REPORT_SUBMITTED], last: 4) { edges { cursor } } }"))
            .GetProperty("feed")
            .GetProperty("edges")[0]
            .Text("cursor");

        var (code, output, error) = await CopyAsync(first.Database.ConnectionString, target.ConnectionString);

        Assert.Equal((0, ""), (code, error));
        Assert.Matches("\nagencies +163  [0-9a-f]{32}\n", "\n" + output);
        Assert.Matches("\nCopied [0-9,]+ rows. ", output);
        await using var second = CwaServer.OnDay(target, "1998-11-16");
        foreach (var operation in Operations)
            Assert.Equal(await AnswerAsync(first, operation), await AnswerAsync(second, operation));
        Assert.Equal(await FeedAsync(first, cursor), await FeedAsync(second, cursor));
        await using var follower = new SocketFollower(second, cursor!).Follow();
        Assert.Equal(3, (await follower.IsToldAsync(3)).Count);
    }

    [SkippableFact]
    public async Task A_copy_that_is_killed_leaves_no_record()
    {
        TestDatabase.Require(TestDatabase.PostgreSql);
        await using var source = await TestDatabase.CreateAsync(TestDatabase.Sqlite, sample: true);
        await using var target = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await using var looking = await OpenAsync(target);
        await using (var locking = await OpenAsync(target))
        {
            await locking.DoAsync("BEGIN; LOCK TABLE events IN SHARE MODE");
            using var copy = Process.Start(
                ServerProgram.With([], ["copy", "--from", source.ConnectionString, "--to", target.ConnectionString])
            )!;
            await Eventually.IsAsync(
                1L,
                async () =>
                    await looking.OneAsync(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                            + "AND wait_event_type = 'Lock' AND query LIKE 'COPY events %'"
                    ),
                LiveServer.Patience
            );
            copy.Kill();
            await copy.WaitForExitAsync();
        }

        await using var kept = await target.Contexts.CreateDbContextAsync();
        Assert.False(await kept.Agencies.AnyAsync());
    }

    [Theory]
    [InlineData(
        "cwa.db",
        "Data Source=other.db",
        2,
        "--from does not say which kind of database it means. It is like "
    )]
    [InlineData("Data Source=cwa.db", "Hots=db", 2, "--to does not say which kind of database it means. It is like ")]
    [InlineData("Data Source=/nowhere/at/all.db", "Host=db", 1, "The source does not exist, or is not a database of ")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x", "Data Source=/x/y.db", 1, "The source cannot be used: ")]
    public async Task A_copy_that_cannot_begin_says_why(string from, string to, int expected, string says)
    {
        var (code, output, error) = await CopyAsync(from, to);

        Assert.Equal((expected, ""), (code, output));
        Assert.StartsWith(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_created_is_told()
    {
        await using var source = await TestDatabase.CreateAsync(TestDatabase.Sqlite);

        var (code, _, error) = await CopyAsync(source.ConnectionString, "Data Source=/nowhere/at/all.db");

        Assert.Equal(1, code);
        Assert.StartsWith("The copy failed, and nothing was stored: ", error, StringComparison.Ordinal);
        Assert.Contains("unable to open database file", error, StringComparison.Ordinal);
    }

    private static async Task<NpgsqlConnection> OpenAsync(TestDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static Task<(int Code, string Output, string Error)> CopyAsync(string from, string to) =>
        ServerProgram.RunAsync([], ["copy", "--from", from, "--to", to]);

    private static async Task<string> AnswerAsync(CwaServer server, string operation) =>
        ReadableAnswer.Whole(
            (
                await server.AskAsync(
                    await File.ReadAllTextAsync(Repository.PathOf($"schema/operations/{operation}.graphql"))
                )
            ).WithoutCursorsAndInstants()
        );

    private static async Task<string> FeedAsync(CwaServer server, string? after) =>
        (
            await server.AskAsync(
                "query ($after: String) { feed(after: $after) { nodes { kind recordedAt subject { id } } } }",
                new { after }
            )
        ).ToString();
}
