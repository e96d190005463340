using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What two agencies' events solved in April 1998, added up by hand, and which have not said so.</summary>
/// <remarks>
/// On 20 April: One held a problem-solving day that says what it solved, one that does not, and one that is over and
/// not confirmed; one was cancelled, one put off to no date, and one is to come. Its town hall solved problems too, and
/// its conference does not say. The outcome of a fourth day was withdrawn. Two held one day that says what it solved.
/// </remarks>
public sealed class ProblemSolvingTotalsTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Totals = """
        query ($where: EventFilterInput) {
          problemSolvingTotals(where: $where) {
            events days outcomesMissing appointments walkIns solvedByPhone casesOpened casesResolved
          }
        }
        """;

    private static readonly DateTime Noon = new(1998, 3, 31, 17, 0, 0, DateTimeKind.Utc);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Totals_add_up_what_was_told_and_name_what_is_missing(string provider)
    {
        var (server, one, two) = await HasAsync(provider);
        using var day = server.Today.On("1998-04-20");
        var both = Of(one, two);

        server.Statements.Clear();
        Assert.Equal("3 5 3 6 15 9 30 21", await TotalsAsync(server.AsReviewer(), both));
        Assert.InRange(server.Statements.All.Count, 1, 6);
        // An agency reads its own, and a problem-solving day of another is no missing one of its own.
        Assert.Equal("2 4 3 4 10 6 20 14", await TotalsAsync(server.As(one), both));
        Assert.Equal("1 1 0 2 5 3 10 7", await TotalsAsync(server.As(two), both));
        Assert.Equal(
            "1 0 0 2 5 3 10 7",
            await TotalsAsync(
                server.AsReviewer(),
                new { and = new[] { both, new { format = new { eq = "TOWN_HALL" } } } }
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Events_are_found_whose_outcome_is_missing(string provider)
    {
        var (server, one, two) = await HasAsync(provider);
        using var day = server.Today.On("1998-04-20");
        var missing = new { and = new[] { Of(one, two), new { outcomeMissing = new { eq = true } } } };

        Assert.Equal(
            ["not confirmed", "not told", "the conference", "withdrawn"],
            await FoundAsync(server.AsReviewer(), missing)
        );
        Assert.Equal(
            ["not confirmed", "not told", "withdrawn"],
            await FoundAsync(
                server.AsReviewer(),
                new { and = new object[] { missing, new { format = new { eq = "PROBLEM_SOLVING_DAY" } } } }
            )
        );
        // Of another's event, whether its outcome is missing may not be read.
        Assert.Empty(await FoundAsync(server.As(two), missing));
    }

    private static async Task<string> TotalsAsync(SignedInCaller caller, object where) =>
        string.Join(
            ' ',
            (await caller.AskAsync(Totals, new { where }))
                .GetProperty("problemSolvingTotals")
                .EnumerateObject()
                .Select(p => p.Value)
        );

    private static async Task<IEnumerable<string?>> FoundAsync(SignedInCaller caller, object where) =>
        (
            await caller.AskAsync(
                "query ($where: EventFilterInput) { events(where: $where) { nodes { title } } }",
                new { where }
            )
        )
            .GetProperty("events")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(e => e.Text("title"))
            .Order();

    private static object Of(params Agency[] agencies) =>
        new { agency = new { abbreviation = new { @in = agencies.Select(a => a.Abbreviation) } } };

    private async Task<(CwaServer Server, Agency One, Agency Two)> HasAsync(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (one, two) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var (ofOne, ofTwo) = (Report(one), Report(two));
        var told = Day(ofOne, "told", 6, isHeld: true);
        var townHall = Day(ofOne, "the town hall", 7, isHeld: true, EventFormat.TownHall);
        var withdrawn = Day(ofOne, "withdrawn", 8, isHeld: true);
        var other = Day(ofTwo, "told by two", 6, isHeld: true);
        var cancelled = Day(ofOne, "cancelled", 9, isHeld: false);
        cancelled.Cancel("Snow.", Noon, "pat");
        var putOff = Day(ofOne, "put off", 16, isHeld: false);
        putOff.Postpone("Snow.", null, null, Noon, "pat");
        var retracted = Solved(withdrawn);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(ofOne, ofTwo, told, townHall, withdrawn, other, cancelled, putOff);
        db.AddRange(
            Day(ofOne, "not told", 10, isHeld: true),
            Day(ofOne, "not confirmed", 15, isHeld: false),
            Day(ofOne, "to come", 27, isHeld: false),
            Day(ofOne, "the conference", 11, isHeld: true, EventFormat.Conference),
            Solved(told),
            Solved(townHall),
            Solved(other),
            retracted,
            new Cwa.Model.Program(one.Id, "Open Door", "Anybody sees a manager.", new(1998, 4, 15))
        );
        db.Entry(retracted).Property(r => r.RetractedAt).CurrentValue = Noon;
        db.Entry(retracted).Property(r => r.RetractionReason).CurrentValue = "It was another's.";
        await db.SaveChangesAsync();
        return (server, one, two);
    }

    private static ProblemSolvingOutcome Solved(Event e) => new(e, 2, 5, 3, 10, 7, ["Letters"]);

    private static MonthlyReport Report(Agency agency)
    {
        var report = new MonthlyReport(agency.Id, new(1998, 4));
        report.Write(1, nil: false);
        report.Submit(1, Noon, "pat", null);
        report.Accept(Noon, "npr");
        return report;
    }

    private static Event Day(
        MonthlyReport report,
        string title,
        int day,
        bool isHeld,
        EventFormat format = EventFormat.ProblemSolvingDay
    )
    {
        var e = new Event(
            report,
            new(
                title,
                "Bring your problem.",
                new(1998, 4, day),
                new(1998, 4, day),
                Medium.FaceToFace,
                format,
                Setting.Informal,
                Access.OpenToPublic,
                TopicScope.OpenTopic,
                [],
                PlaceKind.Place,
                StateCode.TX,
                null,
                null
            ),
            []
        );
        if (isHeld)
            e.Confirm(new(1998, 4, 19), null, null, Noon, "pat");
        return e;
    }
}
