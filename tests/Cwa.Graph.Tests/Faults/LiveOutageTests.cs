using System.Net;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Cwa.Graph.Tests.Faults.Following;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Subscribers lose nothing when the database fails.</summary>
[AfterOthers]
public sealed class LiveOutageTests(FaultyServers servers) : IClassFixture<FaultyServers>
{
    [SkippableFact]
    public async Task A_table_locked_beyond_the_time_limit_costs_no_message()
    {
        await using var server = await CwaServer.StartAsync(
            TestDatabase.PostgreSql,
            settings: [("Limits:ExecutionTime", "00:00:01"), ("Connections:HeartbeatEvery", "00:00:00.1")]
        );
        var agency = await HasAgencyAsync(server);
        using var stream = await EventStream.OpenAsync(server.AsReviewer(), Submitted);
        await SubmitAsync(server, agency, "1998-11");
        var first = await stream.NextAsync();
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        await using (var locking = await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlAsync($"LOCK TABLE liaisons IN ACCESS EXCLUSIVE MODE");
            // It is in time, so that nobody looks for the liaison who owes it.
            await SubmitAsync(server, agency, "1998-12");
            var signs = 0;
            await stream.LivesUntilAsync(() => ++signs == 20);
        }

        var second = await stream.NextAsync();

        Assert.Equal("1998-11 Pat Doe", ReportIn(first.Json()));
        Assert.Equal("1998-12 Pat Doe", ReportIn(second.Json()));
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
    public async Task A_subscriber_who_leaves_during_an_outage_leaves_nothing_behind_and_the_server_can_stop(
        string provider
    )
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
}
