using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Whom to remind of the report for April 1998, due on 31 March, in a <see cref="Government"/>.</summary>
public sealed class RemindersTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Query = """
        query ($where: AgencyFilterInput, $within: Int! = 14) { reminders(where: $where, within: $within) {
          asOf
          totalCount
          items { agency { abbreviation name } month dueOn daysLeft state hasDraft text liaison { phone email } }
        } }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Agencies_whose_report_is_due_soon_and_missing_are_reminded(string provider)
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));

        // On 24 March only `amended` has submitted; `excused` and the other covered component need not.
        var answer = await AskAsync(government, "1998-03-24");

        Assert.Equal(
            [
                "department MISSING",
                "draft DRAFT with a draft",
                "late MISSING",
                "missing MISSING",
                "requested NOT_REPORTED",
                "requested late NOT_REPORTED",
                "returned MISSING",
            ],
            Items(answer)
                .Select(i =>
                    $"{government.NameOf(i)} {i.Text("state")}"
                    + (i.GetProperty("hasDraft").GetBoolean() ? " with a draft" : "")
                )
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(7, answer.GetProperty("totalCount").GetInt32());
        Assert.All(
            Items(answer),
            i =>
                Assert.Equal(
                    ("1998-04", "1998-03-31", 7),
                    (i.Text("month"), i.Text("dueOn"), i.GetProperty("daysLeft").GetInt32())
                )
        );
        Assert.Equal("The report of April 1998 is due on 31 March 1998, in 7 days.", Of("missing").Text("text"));
        Assert.Equal(
            "You are kindly asked for the report of April 1998 by 31 March 1998, in 7 days.",
            Of("requested").Text("text")
        );
        Assert.Equal(
            ("202-555-0100", "pat@agency.example"),
            (Of("missing").GetProperty("liaison").Text("phone"), Of("missing").GetProperty("liaison").Text("email"))
        );
        Assert.Equal(JsonValueKind.Null, Of("requested").GetProperty("liaison").ValueKind);

        JsonElement Of(string name) => Items(answer).Single(i => government.NameOf(i) == name);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nobody_is_reminded_long_before_or_after_the_due_day(string provider)
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));

        Assert.Empty(Items(await AskAsync(government, "1998-03-24", within: 6)));
        var today = Items(await AskAsync(government, "1998-03-31", within: 0));
        Assert.Equal(
            ["draft", "late", "missing", "requested", "requested late"],
            today.Select(government.NameOf).Except(["department", "returned"]).Order()
        );
        Assert.All(today, i => Assert.EndsWith(", which is today.", i.Text("text"), StringComparison.Ordinal));
        Assert.DoesNotContain("department", today.Select(government.NameOf));
        // The report for May is next.
        var next = Items(await AskAsync(government, "1998-04-01", within: 60));
        Assert.NotEmpty(next);
        Assert.All(next, i => Assert.Equal("1998-05", i.Text("month")));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_returned_report_is_still_missing_and_a_due_day_that_NPR_set_counts(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider);
        var government = await Government.OnAsync(server);
        await server.AsAdmin().DoneAsync("setDueDay", new { month = "1998-04", dueOn = "1998-04-06" }, "dueDay { id }");

        // On 3 April: `late` was submitted on the 2nd, and `returned` was returned on the 2nd.
        var items = Items(await AskAsync(government, "1998-04-03", within: 3));

        Assert.Equal(
            [
                "draft DRAFT",
                "missing MISSING",
                "requested NOT_REPORTED",
                "requested late NOT_REPORTED",
                "returned RETURNED",
            ],
            items.Select(i => $"{government.NameOf(i)} {i.Text("state")}").Order(StringComparer.Ordinal)
        );
        Assert.All(
            items,
            i => Assert.Equal(("1998-04-06", 3), (i.Text("dueOn"), i.GetProperty("daysLeft").GetInt32()))
        );
    }

    [Fact]
    public async Task A_new_agency_is_reminded_by_its_own_due_day()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var young = await server.HasAgencyAsync(activeFrom: new(1998, 7, 25));
        using var august = server.Today.On("1998-08-02");

        var item = Assert.Single(Items((await server.As(young).AskAsync(Query)).GetProperty("reminders")));

        Assert.Equal(
            ("1998-07", "1998-08-07", 5),
            (item.Text("month"), item.Text("dueOn"), item.GetProperty("daysLeft").GetInt32())
        );
    }

    private static async Task<JsonElement> AskAsync(Government government, string day, int within = 14)
    {
        using var on = government.Server.Today.On(day);
        return (
            await government.Server.AsReviewer().AskAsync(Query, new { where = government.Where, within })
        ).GetProperty("reminders");
    }

    private static List<JsonElement> Items(JsonElement reminders) =>
        [.. reminders.GetProperty("items").EnumerateArray()];
}
