using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Which agencies need a call, and why: weighed by hand.</summary>
public sealed class AttentionTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Query = """
        query ($where: AgencyFilterInput, $kinds: [AttentionKind!], $first: Int! = 20) {
          attention(where: $where, kinds: $kinds, first: $first) {
          asOf totalCount items { weight agency { name } liaison { name phone email }
            reasons { kind since months text weight } }
        } }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_is_listed_once_with_all_its_reasons_and_the_most_urgent_agency_first(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        // On 20 April the reports for March and April are due.
        await where.HasAsync(server, "Punctual", [Accepted(3), Accepted(4)], Pat());
        await where.HasAsync(server, "Silent", [], liaison: null);
        await where.HasAsync(server, "Half silent", [Accepted(3)], Pat());
        await where.HasAsync(server, "Returned", [Accepted(3), Returned(4)], Pat());
        await where.HasAsync(server, "Much visited", [Accepted(4)], Pat(), highImpact: true);
        await where.HasAsync(server, "Requested", [], liaison: null, requested: true);

        var answer = await AskAsync(server, "1998-04-20", where);

        Assert.Equal(5, answer.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            [
                // 5 + 2 × 2
                "9 Silent, nobody to call: NO_LIAISON, REPORT_OVERDUE",
                // 2 × 2; since 17 March, so before the next of 3
                "4 Much visited, 202-555-0100: REPORT_OVERDUE",
                "3 Returned, 202-555-0100: REPORT_RETURNED",
                // 1 + 1, for two months as for one; since 17 March, and so before the next, which is since 1 April
                "2 Requested, nobody to call: NO_LIAISON, REPORT_REQUESTED",
                "2 Half silent, 202-555-0100: REPORT_OVERDUE",
            ],
            Items(answer)
                .Select(i =>
                    $"{i.GetProperty("weight")} {NameOf(i)}, {PhoneOf(i.GetProperty("liaison"))}: "
                    + string.Join(", ", Reasons(i).Select(r => r.Text("kind")))
                )
        );

        static string? PhoneOf(JsonElement liaison) =>
            liaison.ValueKind == JsonValueKind.Object ? liaison.Text("phone") : "nobody to call";
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_reason_is_a_plain_sentence_and_only_asks_of_agencies_that_are_not_directed(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Silent", [], liaison: null);
        await where.HasAsync(server, "Left", [Accepted(3)], Pat(endedOn: new(1998, 4, 2)));
        await where.HasAsync(server, "Returned", [Returned(3), Returned(4)], Pat());
        await where.HasAsync(server, "Requested", [], liaison: null, requested: true);
        await where.HasAsync(
            server,
            "Requested and left",
            [Returned(3)],
            Pat(endedOn: new(1998, 4, 2)),
            requested: true
        );

        var answer = await AskAsync(server, "1998-04-20", where);

        Assert.Equal(
            [
                "Left since 1998-04-02: Nobody has spoken for the agency since 2 April 1998, "
                    + "when the last designation of a liaison ended.",
                "Left since 1998-04-01: The report of April 1998 was due on 31 March 1998 and has not come.",
                "Requested since 1998-03-17: The agency was requested to designate a liaison by 16 March "
                    + "1998, and none speaks for it.",
                "Requested since 1998-03-17: The agency was requested to report on March 1998 and April "
                    + "1998, first by 16 March 1998, and NPR would welcome the reports.",
                "Requested and left since 1998-04-02: Nobody has spoken for the agency since 2 April 1998; "
                    + "it is asked to designate a liaison.",
                "Requested and left since 1998-04-01: The agency was requested to report on April 1998 by 31 "
                    + "March 1998, and NPR would welcome the report.",
                "Requested and left since 1998-04-04: "
                    + "NPR returned the report of March 1998 on 4 April 1998 and asks for it again: “Say where.”",
                "Returned since 1998-04-04: NPR returned the report of March 1998 on 4 April 1998 and it was "
                    + "not sent again: “Say where.” "
                    + "NPR returned the report of April 1998 on 4 April 1998 and it was not sent again: “Say where.”",
                "Silent since 1998-03-17: No liaison speaks for the agency. One was to be designated by 16 March 1998.",
                "Silent since 1998-03-17: The reports of March 1998 and April 1998 have not come; "
                    + "the first was due on 16 March 1998.",
            ],
            Items(answer)
                .OrderBy(NameOf, StringComparer.Ordinal)
                .SelectMany(i => Reasons(i).Select(r => $"{NameOf(i)} since {r.Text("since")}: {r.Text("text")}"))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_component_is_covered_by_its_departments_liaison(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var covering = await where.HasAsync(server, "Covering", [], Pat(Coverage.SelfAndComponents));
        await where.HasAsync(server, "Covered", [], liaison: null, parent: covering);
        await where.HasAsync(
            server,
            "Covered with a liaison of its own that left",
            [],
            Pat(endedOn: new(1998, 4, 2)),
            parent: covering
        );
        var alone = await where.HasAsync(server, "For itself", [], Pat());
        await where.HasAsync(server, "Uncovered", [], liaison: null, parent: alone);

        var answer = await AskAsync(server, "1998-11-16", where, ["NO_LIAISON"]);

        Assert.Equal(["Uncovered"], Items(answer).Select(NameOf));
        Assert.Equal(1, answer.GetProperty("totalCount").GetInt32());
        Assert.Equal(5, Items(answer)[0].GetProperty("weight").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nobody_needs_a_call_before_anything_is_due(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Silent", [], liaison: null);
        await where.HasAsync(server, "Founded on the first of April", [], liaison: null, activeFrom: new(1998, 4, 1));
        await where.HasAsync(server, "Gone by May", [], liaison: null, activeTo: new(1998, 5, 1));

        Assert.Empty(Items(await AskAsync(server, "1998-03-16", where)));
        Assert.Equal(
            ["Gone by May", "Silent"],
            Items(await AskAsync(server, "1998-03-17", where)).Select(NameOf).Order()
        );
        Assert.DoesNotContain(
            "Founded on the first of April",
            Items(await AskAsync(server, "1998-04-14", where)).Select(NameOf)
        );
        Assert.Equal(
            ["Founded on the first of April", "Silent"],
            Items(await AskAsync(server, "1998-05-01", where)).Select(NameOf).Order()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_first_n_are_the_top_of_the_whole_list_and_an_agency_reads_only_its_own(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var department = await where.HasAsync(server, "Department", [], Pat());
        await where.HasAsync(server, "Bureau", [], liaison: null, parent: department);
        var other = await where.HasAsync(server, "Other", [], liaison: null);

        var all = await AskAsync(server, "1998-11-16", where);
        var first = await AskAsync(server, "1998-11-16", where, first: 1);

        Assert.Equal(Items(all)[0].ToString(), Assert.Single(Items(first)).ToString());
        Assert.Equal(3, first.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            ["Bureau", "Department"],
            Items((await server.As(department).AskAsync(Query)).GetProperty("attention")).Select(NameOf)
        );
        Assert.Equal(
            ["Other"],
            Items((await server.As(other).AskAsync(Query)).GetProperty("attention")).Select(NameOf)
        );
    }

    [Fact]
    public async Task Consecutive_months_are_one_reason_and_an_amendment_is_named_as_such()
    {
        var (server, where) = (await servers.OnAsync(TestDatabase.Sqlite), new Named());
        await where.HasAsync(server, "Silent", [Accepted(4), Accepted(8), ReturnedAmendment(4)], Pat());

        var reasons = Reasons(Items(await AskAsync(server, "1998-11-16", where)).Single()).Select(r => r.Text("text"));

        Assert.Equal(
            [
                "The reports of March 1998, May 1998 to July 1998 and September 1998 to November 1998 have "
                    + "not come; the first was due on 16 March 1998.",
                "NPR returned the amended report of April 1998 on 4 April 1998 and it was not sent again: “Say where.”",
            ],
            reasons
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Rising_complaints_and_figures_that_do_not_carry_over_are_reasons(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var rising = await where.HasAsync(server, "Rising", [], Pat());
        var steady = await where.HasAsync(server, "Steady", [], Pat());
        var restated = await where.HasAsync(server, "Restated", [], Pat());
        await server.StoreAsync(
        // 30 + 40 + 30 become 40 + 40 + 40: a fifth more.
        [
            .. Resolved(rising, 30, 40, 30, 40, 40, 40),
            // One less is no rise.
            .. Resolved(steady, 30, 40, 30, 40, 40, 39),
            // April ends with 1 pending and May begins with 4; June ends with those 4 and July begins with 6.
            restated.In("1998-04", 0, 1, 0),
            restated.In("1998-05", 4, 0, 0),
            restated.In("1998-06", 4, 0, 0),
            restated.In("1998-07", 6, 0, 0),
        ]);

        var answer = await AskAsync(server, "1998-11-16", where, ["COMPLAINTS_RISING", "FIGURES_DO_NOT_CARRY_OVER"]);

        Assert.Equal(
            [
                "2 Rising since 1998-08-01: Complaints rose from 100 in May 1998 to July 1998 to 120 in "
                    + "August 1998 to October 1998.",
                "1 Restated since 1998-07-01: Complaint figures of July 1998 open with a different number "
                    + "from the one that the month before closed with; "
                    + "in twelve months 2 figures did so, and the largest difference is 3.",
            ],
            Items(answer)
                .SelectMany(i =>
                    Reasons(i)
                        .Select(r => $"{i.GetProperty("weight")} {NameOf(i)} since {r.Text("since")}: {r.Text("text")}")
                )
        );
        Assert.Empty(
            Items(await AskAsync(server, "1998-05-16", where, ["COMPLAINTS_RISING", "FIGURES_DO_NOT_CARRY_OVER"]))
        );

        // From May on, all resolved at once.
        static IEnumerable<ComplaintMetric> Resolved(Agency agency, params int[] received) =>
            received.Select((number, i) => agency.In(new ReportMonth(1998, 5 + i).ToString(), 0, number, number));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Reports_of_the_last_twelve_months_are_checked(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Silent", [], Pat());

        var reason = Reasons(Items(await AskAsync(server, "2000-06-15", where)).Single()).Single();

        Assert.Equal(
            ("1999-07", "2000-06"),
            (reason.GetProperty("months")[0].GetString(), reason.GetProperty("months")[11].GetString())
        );
        Assert.Equal(
            "The reports of July 1999 to June 2000 have not come; the first was due on 30 June 1999.",
            reason.Text("text")
        );
        Assert.Equal(("1999-07-01", 12), (reason.Text("since"), reason.GetProperty("months").GetArrayLength()));
    }

    private static Func<Agency, MonthlyReport> Accepted(int month) =>
        agency => Decided(agency, month, report => report.Accept(Noon(4), "npr"));

    private static Func<Agency, MonthlyReport> Returned(int month) =>
        agency => Decided(agency, month, report => report.Return(Noon(4), "npr", "Say where."));

    private static Func<Agency, MonthlyReport> ReturnedAmendment(int month) =>
        agency => Decided(agency, month, report => report.Return(Noon(4), "npr", "Say where."), revision: 2);

    private static MonthlyReport Decided(Agency agency, int month, Action<MonthlyReport> decide, int revision = 1)
    {
        var report = new MonthlyReport(agency.Id, new(1998, month));
        report.Write(0, nil: true);
        report.Submit(revision, Washington.At(new(1998, 3, 14), new(12, 0)), "pat");
        decide(report);
        return report;
    }

    private static DateTime Noon(int day) => Washington.At(new(1998, 4, day), new(12, 0));

    private static Func<Agency, Liaison> Pat(Coverage coverage = Coverage.Self, DateOnly? endedOn = null) =>
        agency =>
        {
            var liaison = new Liaison(
                agency.Id,
                "Pat Smith",
                null,
                null,
                "202-555-0100",
                null,
                coverage,
                new(1998, 3, 10)
            );
            if (endedOn is { } day)
                liaison.End(day);
            return liaison;
        };

    private static async Task<JsonElement> AskAsync(
        CwaServer server,
        string day,
        Named where,
        string[]? kinds = null,
        int first = 20
    )
    {
        using var on = server.Today.On(day);
        return (
            await server
                .AsReviewer()
                .AskAsync(
                    Query,
                    new
                    {
                        where = where.Condition,
                        kinds,
                        first,
                    }
                )
        ).GetProperty("attention");
    }

    private static List<JsonElement> Items(JsonElement attention) =>
        [.. attention.GetProperty("items").EnumerateArray()];

    private static IEnumerable<JsonElement> Reasons(JsonElement item) => item.GetProperty("reasons").EnumerateArray();

    private static string NameOf(JsonElement item) => item.GetProperty("agency").Text("name")!;

    /// <summary>The agencies of one test.</summary>
    private sealed class Named
    {
        private static int _agencies;

        private readonly List<string> _abbreviations = [];

        public object Condition => new { abbreviation = new { @in = _abbreviations } };

        public async Task<Agency> HasAsync(
            CwaServer server,
            string name,
            Func<Agency, MonthlyReport>[] reports,
            Func<Agency, Liaison>? liaison,
            Agency? parent = null,
            bool requested = false,
            bool highImpact = false,
            DateOnly? activeFrom = null,
            DateOnly? activeTo = null
        )
        {
            var agency = new Agency(
                $"N{Interlocked.Increment(ref _agencies)}",
                name,
                parent is null ? AgencyKind.ExecutiveDepartment : AgencyKind.Bureau,
                parent,
                requested ? DirectiveStanding.Requested : DirectiveStanding.Directed,
                "Made up",
                highImpact,
                activeFrom,
                activeTo
            );
            _abbreviations.Add(agency.Abbreviation);
            await using var db = await server.Database.Contexts.CreateDbContextAsync();
            if (parent is not null)
                db.Attach(parent);
            db.AddRange([agency, .. reports.Select(report => report(agency))]);
            if (liaison is not null)
                db.Add(liaison(agency));
            await db.SaveChangesAsync();
            return agency;
        }
    }
}
