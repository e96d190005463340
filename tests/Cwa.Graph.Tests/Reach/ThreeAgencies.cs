using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Three agencies with events from April to June 1998.</summary>
/// <remarks>
/// One, of 2,000 customers, and Two hold a town hall in California on three days: 40 counted, 50 expected. One alone: a
/// hotline week in Texas of unknown attendance, 100 expected; a broadcast to the nation, 1,000 estimated; letters to
/// New York, 10 expected, of which nothing was said since; an event in New York that was cancelled, one put off to no
/// date, and one in July. Two alone: a chat on line, 7 counted; a town hall in Texas in a report that NPR has not
/// accepted. Three: nothing. One's customers live and work in California (600 and 100), Texas (300 and 700) and New
/// York (100 and 200); Two's in Texas (500 and 500).
/// </remarks>
internal static class ThreeAgencies
{
    /// <param name="server">Where they are.</param>
    /// <param name="department">To what One and Two belong; null if to nothing.</param>
    public static async Task<(CwaServer Server, Agency One, Agency Two, Agency Three)> HasAsync(
        CwaServer server,
        Agency? department = null
    )
    {
        var (one, two, three) = (
            await server.HasAgencyAsync(department),
            await server.HasAgencyAsync(department),
            await server.HasAgencyAsync()
        );
        var ones = Accepted(one);
        var twos = Accepted(two);
        var waiting = Submitted(two, new(1998, 5));
        var july = Accepted(one, new(1998, 7));
        Event[] events =
        [
            Held(
                new(
                    ones,
                    Facts(Medium.FaceToFace, EventFormat.TownHall, StateCode.CA, 50, days: 3, "en", "es"),
                    [two.Id]
                ),
                40,
                CountMethod.Counted
            ),
            Held(new(ones, Facts(Medium.Telephone, EventFormat.Hotline, StateCode.TX, 100), []), null, null),
            Held(
                new(ones, Facts(Medium.Electronic, EventFormat.RadioCallIn, PlaceKind.National, "en"), []),
                1000,
                CountMethod.Estimated
            ),
            new(ones, Facts(Medium.Written, EventFormat.Mail, StateCode.NY, 10, days: 1, "en"), []),
            Cancelled(new(ones, Facts(Medium.Written, EventFormat.Mail, StateCode.NY, 10), [])),
            PutOff(new(ones, Facts(Medium.FaceToFace, EventFormat.TownHall, StateCode.NY, 10), [])),
            Held(
                new(july, Facts(Medium.FaceToFace, EventFormat.TownHall, StateCode.NY, 10, month: 7), []),
                99,
                CountMethod.Counted
            ),
            Held(
                new(twos, Facts(Medium.Electronic, EventFormat.OnlineChat, PlaceKind.Virtual, "en"), []),
                7,
                CountMethod.Counted
            ),
            Held(
                new(waiting, Facts(Medium.FaceToFace, EventFormat.TownHall, StateCode.TX, 10, month: 5), []),
                99,
                CountMethod.Counted
            ),
        ];
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(ones, twos, waiting, july);
        db.AddRange(events);
        db.AddRange(
            new ServiceArea(one.Id, StateCode.CA, 600, 100),
            new ServiceArea(one.Id, StateCode.TX, 300, 700),
            new ServiceArea(one.Id, StateCode.NY, 100, 200),
            new ServiceArea(two.Id, StateCode.TX, 500, 500),
            new CustomerBase(one.Id, 2000, new(1998, 4, 1), "A count")
        );
        await db.SaveChangesAsync();
        return (server, one, two, three);
    }

    private static readonly DateTime Noon = new(1998, 3, 31, 17, 0, 0, DateTimeKind.Utc);

    private static MonthlyReport Submitted(Agency agency, ReportMonth month)
    {
        var report = new MonthlyReport(agency.Id, month);
        report.Write(1, nil: false);
        report.Submit(1, Noon, "pat", null);
        return report;
    }

    private static MonthlyReport Accepted(Agency agency, ReportMonth? month = null)
    {
        var report = Submitted(agency, month ?? new(1998, 4));
        report.Accept(Noon, "npr");
        return report;
    }

    private static EventFacts Facts(
        Medium medium,
        EventFormat format,
        StateCode state,
        int expected,
        int days = 1,
        params string[] languages
    ) => Facts(medium, format, PlaceKind.Place, state, expected, days, 4, languages);

    private static EventFacts Facts(Medium medium, EventFormat format, StateCode state, int expected, int month) =>
        Facts(medium, format, PlaceKind.Place, state, expected, 1, month, []);

    private static EventFacts Facts(Medium medium, EventFormat format, PlaceKind place, params string[] languages) =>
        Facts(medium, format, place, null, null, 1, 4, languages);

    private static EventFacts Facts(
        Medium medium,
        EventFormat format,
        PlaceKind place,
        StateCode? state,
        int? expected,
        int days,
        int month,
        string[] languages
    ) =>
        new(
            "A conversation",
            "We ask what to do better.",
            new(1998, month, 14),
            new(1998, month, 13 + days),
            medium,
            format,
            Setting.Informal,
            Access.OpenToPublic,
            TopicScope.OpenTopic,
            languages,
            place,
            state,
            null,
            expected
        );

    private static Event Held(Event e, int? attendance, CountMethod? method)
    {
        e.Confirm(new(1998, 8, 1), attendance, method, Noon, "pat");
        return e;
    }

    private static Event Cancelled(Event e)
    {
        e.Cancel("Snow.", Noon, "pat");
        return e;
    }

    private static Event PutOff(Event e)
    {
        e.Postpone("Snow.", null, null, Noon, "pat");
        return e;
    }
}
