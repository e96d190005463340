using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;
using static Cwa.Graph.Tests.Faults.Following;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A message that always fails does not hold up the others.</summary>
[AfterOthers]
public sealed class FailingMessageTests(FaultyServers servers) : IClassFixture<FaultyServers>
{
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
}
