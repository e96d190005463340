using System.Data.Common;
using System.Net;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cwa.Graph.Tests.Faults;

/// <summary>
/// Subscribers lose nothing when the database fails, and a message that always fails does not hold them up.
/// </summary>
[Collection(Faults.Name)]
public sealed class LiveOutageTests(FaultyServers servers) : IClassFixture<FaultyServers>
{
    private const string Submitted = """
        subscription ($after: String) {
          monthlyReportSubmitted(after: $after) {
            cursor monthlyReport { month agency { abbreviation liaison { name } } }
          }
        }
        """;

    [SkippableFact]
    public async Task A_table_locked_beyond_the_time_limit_costs_no_message()
    {
        await using var server = await CwaServer.StartAsync(
            TestDatabase.PostgreSql,
            settings: [("Limits:ExecutionTime", "00:00:01"), ("Connections:HeartbeatEvery", "00:00:00.1")]
        );
        var agency = await HasAgencyAsync(server);
        using var stream = await EventStream.OpenAsync(server.AsReviewer(), Submitted);
        await SubmitAsync(server, agency, "1998-01");
        var first = await stream.NextAsync();
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        await using (var locking = await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlAsync($"LOCK TABLE liaisons IN ACCESS EXCLUSIVE MODE");
            await SubmitAsync(server, agency, "1998-02");
            var signs = 0;
            await stream.LivesUntilAsync(() => ++signs == 20);
        }

        var second = await stream.NextAsync();

        Assert.Equal("1998-01 Pat Doe", ReportIn(first.Json()));
        Assert.Equal("1998-02 Pat Doe", ReportIn(second.Json()));
        Assert.Equal(second.Id, FieldIn(second.Json()).Text("cursor"));
        Assert.NotEqual(first.Id, second.Id);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Subscribers_wait_while_the_database_is_away_and_then_get_everything(string provider)
    {
        await using var site = await FaultyServer.StartAsync(provider);
        var agency = await HasAgencyAsync(site.Writer);
        using var socket = await FollowAsync(site.Server, Submitted);
        using var stream = await EventStream.OpenAsync(site.Server.AsReviewer(), Submitted);
        var (logged, tries) = (site.Log.Lines.Count, 0);
        site.Faults.Fail(command =>
        {
            if (IsOfTheTail(command))
                return null;
            Interlocked.Increment(ref tries);
            return site.Away;
        });
        await SubmitAsync(site.Writer, agency, "1998-01", "1998-02", "1998-03");

        await stream.LivesUntilAsync(() => Volatile.Read(ref tries) > 20);
        await socket.IsPingedAsync(3);
        site.Faults.Stop();
        var told = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            told.Add(ReportIn((await stream.NextAsync()).Json()));
            Assert.Equal(told[i], ReportIn((await socket.NextAsync()).Payload));
        }

        Assert.Equal(["1998-01 Pat Doe", "1998-02 Pat Doe", "1998-03 Pat Doe"], told);
        await Eventually.IsAsync(2, () => site.Log.Lines.Count - logged);
        Assert.Contains(site.Away.GetBaseException().Message, site.Log.Lines[logged], StringComparison.Ordinal);
        Assert.Matches("Subscriptions wait no longer. [0-9]+ tries failed", site.Log.Lines[logged + 1]);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_subscription_started_while_the_database_is_away_is_told_to_try_again(string provider)
    {
        var site = await servers.OnAsync(provider);
        using var socket = await site.Server.OpenSocketAsync();
        await socket.InitAsync("Bearer " + site.Server.AsReviewer().Token);
        site.Faults.Fail(_ => site.Away);

        using var stream = await EventStream.OpenAsync(site.Server.AsReviewer(), Submitted);
        await socket.SubscribeAsync("1", Submitted);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, stream.Response.StatusCode);
        Assert.NotNull(stream.Response.Headers.RetryAfter);
        Assert.Equal(ErrorCodes.Unavailable, await socket.ErrorAsync("1"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_server_whose_database_was_away_catches_up_with_what_other_servers_wrote(string provider)
    {
        var site = await servers.OnAsync(provider);
        var agency = await HasAgencyAsync(site.Writer);
        using var stream = await EventStream.OpenAsync(site.Server.AsReviewer(), Submitted);
        var asked = 0;
        site.Faults.Fail(command =>
        {
            Interlocked.Add(ref asked, IsOfTheTail(command) ? 1 : 0);
            return site.Away;
        });
        await SubmitAsync(site.Writer, agency, "1998-01", "1998-02");

        await stream.LivesUntilAsync(() => Volatile.Read(ref asked) >= 2);
        site.Faults.Stop();

        Assert.Equal("1998-01 Pat Doe", ReportIn((await stream.NextAsync()).Json()));
        Assert.Equal("1998-02 Pat Doe", ReportIn((await stream.NextAsync()).Json()));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_always_fails_is_sent_after_five_tries_with_the_same_errors_to_all(string provider)
    {
        var site = await servers.OnAsync(provider);
        var (good, bad) = (await HasAgencyAsync(site.Writer), await HasAgencyAsync(site.Writer));
        var before = await NewestAsync(site.Writer);
        await SubmitAsync(site.Writer, good, "1998-01");
        var (logged, tries) = (site.Log.Lines.Count, 0);
        site.Faults.Fail(command =>
            FaultyServer.AsksForLiaisons(command, bad) && Interlocked.Increment(ref tries) > 0
                ? new InvalidOperationException("a secret")
                : null
        );
        // The text of a cursor is different each time.
        var query = Submitted.Replace(" cursor ", " ", StringComparison.Ordinal);
        var socket = await FollowAsync(site.Server, query);
        var stream = await EventStream.OpenAsync(site.Server.AsReviewer(), query);

        await SubmitAsync(site.Writer, bad, "1998-02");
        var (overStream, overSocket) = (await stream.NextAsync(), (await socket.NextAsync()).Payload);
        var triedTogether = Volatile.Read(ref tries);
        await SubmitAsync(site.Writer, good, "1998-03");
        var late = await EventStream.OpenAsync(site.Server.AsReviewer(), query, new { after = before });
        var caughtUp = new[] { await late.NextAsync(), await late.NextAsync(), await late.NextAsync() };

        Assert.Equal(5, triedTogether);
        Assert.Equal(overStream.Data, overSocket.GetRawText());
        Assert.Equal(overStream, caughtUp[1]);
        Assert.Equal("1998-01 Pat Doe", ReportIn(caughtUp[0].Json()));
        Assert.Equal("1998-03 Pat Doe", ReportIn(caughtUp[2].Json()));
        Assert.Equal("1998-03 Pat Doe", ReportIn((await stream.NextAsync()).Json()));
        Assert.Equal("1998-03 Pat Doe", ReportIn((await socket.NextAsync()).Payload));

        var error = Assert.Single(overStream.Json().GetProperty("errors").EnumerateArray()).GetProperty("extensions");
        Assert.Equal(ErrorCodes.InternalServerError, error.Text("code"));
        Assert.DoesNotContain("secret", overStream.Data, StringComparison.Ordinal);
        var traceId = error.Text("traceId")!;
        Assert.Single(site.Log.Lines.Skip(logged), line => line.Contains(traceId, StringComparison.Ordinal));

        // None of those subscribers is left, but a new one is still told the same.
        stream.Dispose();
        socket.Dispose();
        late.Dispose();
        await Eventually.IsAsync(0, () => site.Server.Services.GetRequiredService<LiveOperations>().Groups);
        using var last = await EventStream.OpenAsync(site.Server.AsReviewer(), query, new { after = before });
        Assert.Equal(
            caughtUp.Select(told => told.Data),
            [(await last.NextAsync()).Data, (await last.NextAsync()).Data, (await last.NextAsync()).Data]
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_message_that_always_times_out_delays_the_next_ones_only_for_a_while(string provider)
    {
        var site = await servers.OnAsync(provider);
        var (good, bad) = (await HasAgencyAsync(site.Writer), await HasAgencyAsync(site.Writer));
        using var stream = await EventStream.OpenAsync(site.Server.AsReviewer(), Submitted);
        site.Faults.Happens = (moment, command, cancellationToken) =>
            moment == Moment.Before && FaultyServer.AsksForLiaisons(command!, bad)
                ? Task.Delay(Timeout.Infinite, cancellationToken)
                : Task.CompletedTask;
        await SubmitAsync(site.Writer, good, "1998-01");
        await SubmitAsync(site.Writer, bad, "1998-02");
        await SubmitAsync(site.Writer, good, "1998-03");

        var told = new[] { await stream.NextAsync(), await stream.NextAsync(), await stream.NextAsync() };

        Assert.Equal("1998-01 Pat Doe", ReportIn(told[0].Json()));
        var error = Assert.Single(told[1].Json().GetProperty("errors").EnumerateArray()).GetProperty("extensions");
        Assert.Equal(ErrorCodes.Timeout, error.Text("code"));
        Assert.Matches("^[0-9a-f]{32}$", error.Text("traceId"));
        Assert.Equal(JsonValueKind.Null, told[1].Json().GetProperty("data").ValueKind);
        Assert.Equal("1998-03 Pat Doe", ReportIn(told[2].Json()));
    }

    [Fact]
    public async Task A_time_out_while_the_database_answers_nothing_is_not_blamed_on_the_message()
    {
        var site = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await HasAgencyAsync(site.Writer);
        using var stream = await EventStream.OpenAsync(site.Server.AsReviewer(), Submitted);
        var tries = 0;
        site.Faults.Happens = async (moment, command, cancellationToken) =>
        {
            var isOfTheMessage = moment == Moment.Before && FaultyServer.AsksForLiaisons(command!, agency);
            Interlocked.Add(ref tries, isOfTheMessage ? 1 : 0);
            // Longer than the time limit of a message.
            if (isOfTheMessage || tries > 0 && moment == Moment.Before && IsOfTheTail(command!))
                await Task.Delay(3_000, cancellationToken);
        };
        await SubmitAsync(site.Writer, agency, "1998-01");

        await stream.LivesUntilAsync(() => Volatile.Read(ref tries) > 6);
        site.Faults.Stop();

        Assert.Equal("1998-01 Pat Doe", ReportIn((await stream.NextAsync()).Json()));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Messages_that_cannot_be_read_end_their_stream_and_the_next_stream_starts_afresh(string provider)
    {
        var site = await servers.OnAsync(provider);
        var agency = await HasAgencyAsync(site.Writer);
        var before = await NewestAsync(site.Writer);
        using var socket = await FollowAsync(site.Server, Submitted);
        using var stream = await EventStream.OpenAsync(site.Server.AsReviewer(), Submitted);
        site.Faults.Fail(command => IsOfTheSource(command) ? new InvalidOperationException("a secret") : null);
        await SubmitAsync(site.Writer, agency, "1998-01");

        var (overStream, overSocket) = (await stream.NextAsync(), await socket.NextAsync());

        Assert.Equal("complete", (await stream.NextAsync()).Type);
        Assert.Equal("error 1", overSocket.Message);
        Assert.Equal(overStream.Json().GetProperty("errors").GetRawText(), overSocket.Payload.GetRawText());
        Assert.Equal(ErrorCodes.InternalServerError, overSocket.Payload[0].GetProperty("extensions").Text("code"));
        site.Faults.Stop();
        using var anew = await EventStream.OpenAsync(site.Server.AsReviewer(), Submitted, new { after = before });
        Assert.Equal("1998-01 Pat Doe", ReportIn((await anew.NextAsync()).Json()));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_subscriber_whose_sign_in_ends_during_an_outage_is_told_so(string provider)
    {
        var site = await servers.OnAsync(provider);
        var agency = await HasAgencyAsync(site.Writer);
        var caller = new SignedInCaller(site.Server, $"gone {provider}", [Roles.Review], []);
        using var socket = await FollowAsync(site.Server, Submitted, caller);
        using var stream = await EventStream.OpenAsync(caller, Submitted);
        site.Faults.Fail(command => IsOfTheTail(command) ? null : site.Away);
        await SubmitAsync(site.Writer, agency, "1998-01");
        await stream.LivesUntilAsync(() => true);

        var configuration = (IConfigurationRoot)site.Server.Services.GetRequiredService<IConfiguration>();
        configuration["Security:RevokedSubjects:0"] = $"gone {provider}";
        configuration.Reload();

        var error = (await stream.NextAsync()).Json().GetProperty("errors")[0];
        Assert.Equal(ErrorCodes.Unauthenticated, error.GetProperty("extensions").Text("code"));
        Assert.Equal("complete", (await stream.NextAsync()).Type);
        Assert.Equal(CloseCodes.Forbidden, (await socket.ClosedAsync()).Code);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_subscriber_who_leaves_during_an_outage_leaves_nothing_behind_and_the_server_can_stop(string provider)
    {
        await using var site = await FaultyServer.StartAsync(provider);
        var agency = await HasAgencyAsync(site.Writer);
        var operations = site.Server.Services.GetRequiredService<LiveOperations>();
        var stream = await EventStream.OpenAsync(site.Server.AsReviewer(), Submitted);
        using var other = await EventStream.OpenAsync(site.Server.AsReviewer(), "subscription { feed { cursor } }");
        var hang = 0;
        site.Faults.Happens = (moment, command, cancellationToken) =>
        {
            if (moment != Moment.Before || IsOfTheTail(command!))
                return Task.CompletedTask;
            return Interlocked.Increment(ref hang) % 2 == 0
                ? Task.FromException(site.Away)
                : Task.Delay(Timeout.Infinite, cancellationToken);
        };
        await SubmitAsync(site.Writer, agency, "1998-01");
        await stream.LivesUntilAsync(() => Volatile.Read(ref hang) > 2);
        Assert.Equal(2, operations.Groups);

        stream.Dispose();

        await Eventually.IsAsync(1, () => operations.Groups);
        await site.Server.Services.GetRequiredService<IHost>().StopAsync().WaitAsync(TimeSpan.FromSeconds(5));
        await Eventually.IsAsync(0, () => operations.Groups);
    }

    [Fact]
    public async Task A_fault_of_the_caller_is_sent_with_the_message_at_once()
    {
        var site = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await HasAgencyAsync(site.Writer);
        using var stream = await EventStream.OpenAsync(
            site.Server.AsReviewer(),
            """
            subscription {
              monthlyReportSubmitted { monthlyReport { agency { liaisons(after: "none") { totalCount } } } }
            }
            """
        );
        var logged = site.Log.Lines.Count;
        await SubmitAsync(site.Writer, agency, "1998-01");

        var told = await stream.NextAsync();

        var error = told.Json().GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal(ErrorCodes.InvalidCursor, error.Text("code"));
        Assert.DoesNotContain(
            site.Log.Lines.Skip(logged),
            line => line.StartsWith("Subscriptions wait,", StringComparison.Ordinal)
        );
    }

    /// <summary>Whether a statement only asks for the end of the feed.</summary>
    private static bool IsOfTheTail(DbCommand command) =>
        command.CommandText.Contains(FeedTail.StatementTag, StringComparison.Ordinal);

    /// <summary>Whether a statement reads the entries after a place.</summary>
    private static bool IsOfTheSource(DbCommand command) =>
        command.CommandText.Contains("feed_entries", StringComparison.Ordinal)
        && command.CommandText.Contains("WHERE", StringComparison.Ordinal);

    private static JsonElement FieldIn(JsonElement result)
    {
        Assert.False(result.TryGetProperty("errors", out var errors), errors.ToString());
        return result.GetProperty("data").GetProperty("monthlyReportSubmitted");
    }

    private static string ReportIn(JsonElement result)
    {
        var report = FieldIn(result).GetProperty("monthlyReport");
        return $"{report.Text("month")} {report.GetProperty("agency").GetProperty("liaison").Text("name")}";
    }

    private static async Task<Socket> FollowAsync(CwaServer server, string query, SignedInCaller? caller = null)
    {
        var operations = server.Services.GetRequiredService<LiveOperations>();
        await Eventually.IsAsync(0, () => operations.Groups);
        var socket = await server.OpenSocketAsync();
        await socket.InitAsync("Bearer " + (caller ?? server.AsReviewer()).Token);
        await socket.SubscribeAsync("1", query);
        // The protocol does not say when a subscription has started.
        await Eventually.IsAsync(1, () => operations.Groups);
        return socket;
    }

    private static async Task<string?> NewestAsync(CwaServer server)
    {
        var data = await server.AsReviewer().AskAsync("{ feed(last: 1) { edges { cursor } } }");
        return data.GetProperty("feed").GetProperty("edges")[0].Text("cursor");
    }

    /// <summary>An agency with a liaison.</summary>
    private static async Task<Agency> HasAgencyAsync(CwaServer server)
    {
        var agency = await server.HasAgencyAsync();
        await server
            .As(agency)
            .DoneAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name = "Pat Doe",
                    phone = "202-555-0100",
                    designatedOn = "1998-03-10",
                },
                "liaison { id }"
            );
        return agency;
    }

    private static async Task SubmitAsync(CwaServer server, Agency agency, params string[] months)
    {
        foreach (var month in months)
        {
            var input = new
            {
                agencyId = agency.Id(),
                month,
                nil = true,
            };
            await server.As(agency).DoneAsync("submitMonthlyReport", input, "monthlyReport { id }");
        }
    }
}
