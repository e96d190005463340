using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

public sealed class SubmitMonthlyReportTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task A_report_tells_its_events_in_their_order()
    {
        var (agency, partner) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Submit(
                    agency,
                    Hall("Reno"),
                    Hall("Fresno") with
                    {
                        EndsOn = new(1998, 4, 15),
                        City = "Fresno",
                        Languages = ["EN"],
                        ExpectedReach = 200,
                        CoHostIds = [partner.AsId(), agency.AsId()],
                    }
                )
            );

        var report = done.Record;
        Assert.Equal(
            (agency.Id, Samples.April, MonthlyReportStatus.Submitted, 1, 2, false),
            (report.AgencyId, report.Month, report.Status, report.Revision, report.EventCount, report.Nil)
        );
        Assert.Equal(("pat", _desk.Clock.Now, null), (report.SubmittedBy, report.SubmittedAt, report.Reason));
        Assert.Equal([(FeedKind.MonthlyReportSubmitted, agency.Id, report.Id)], done.Announced);
        Assert.Empty(done.Warned);
        await using var db = await _desk.ContextAsync();
        var told = await db.EventRevisions.Where(r => r.ReportId == report.Id).OrderBy(r => r.Position).ToListAsync();
        Assert.Equal([("Reno", 0), ("Fresno", 1)], told.Select(r => (r.Facts.Title, r.Position)));
        Assert.Equal([partner.Id], told[1].CoHostIds);
        Assert.Equal(
            (new DateOnly(1998, 4, 14), new DateOnly(1998, 4, 15), "Fresno", 200),
            (told[1].Facts.StartsOn, told[1].Facts.EndsOn, told[1].Facts.City, told[1].Facts.ExpectedReach)
        );
        Assert.Equal((told[0].Facts.StartsOn, "en"), (told[0].Facts.EndsOn, Assert.Single(told[1].Facts.Languages)));
    }

    [Fact]
    public async Task Silence_is_no_report_and_a_nil_report_lists_nothing()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        var silent = await clerk.DoAsync(Submit(agency));
        var both = await clerk.DoAsync(Submit(agency, Hall()) with { Nil = true });
        var nil = await clerk.DoAsync(Submit(agency) with { Events = null, Nil = true });

        Assert.Equal(
            ["input.events NoEventsListed: List the month's events, or say with `nil` that there are none."],
            silent.Refused
        );
        Assert.Equal(
            ["input.nil NilReportListsEvents: A nil report lists no events. Leave out `nil` or the events."],
            both.Refused
        );
        Assert.Equal((true, 0), (nil.Record.Nil, nil.Record.EventCount));
    }

    [Fact]
    public async Task A_report_based_on_another_revision_than_the_newest_is_refused()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        var early = await clerk.DoAsync(Submit(agency, Hall()) with { BasedOnRevision = 1 });
        await clerk.DoAsync(Submit(agency, Hall()) with { BasedOnRevision = null });
        var second = await clerk.DoAsync(Submit(agency, Hall()) with { BasedOnRevision = null });
        var draft = await clerk.DoAsync(Submit(agency) with { Events = null, BasedOnRevision = 2 });

        Assert.Equal(
            [
                "input.basedOnRevision NotNewestRevision: No report for 1998-04 has been sent yet. "
                    + "Send yours with `basedOnRevision: null`.",
            ],
            early.Refused
        );
        Assert.Equal(
            [
                "input.basedOnRevision NotNewestRevision: pat sent revision 1 of the report for 1998-04 on "
                    + "30 March 1998, and yours is not based on it. Read it first, then send yours with "
                    + "`basedOnRevision: 1`.",
            ],
            second.Refused
        );
        Assert.StartsWith("input.month DraftNotFound", Assert.Single(draft.Refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_nothing_about_the_newest_revision_is_refused_only_while_it_waits()
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(Submit(agency, Hall()));

        var silent = await clerk.DoAsync(Submit(agency, Hall()));
        var based = await clerk.DoAsync(Submit(agency, Hall()) with { BasedOnRevision = 1 });

        Assert.Equal(silent.Refused, based.Refused);
        Assert.StartsWith("input.month MonthAlreadyReported", Assert.Single(silent.Refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_event_is_judged_at_its_place_and_all_of_them_at_once()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Submit(
                    agency,
                    Hall(day: 1, month: 5),
                    Hall("Other") with
                    {
                        State = null,
                        EventId = Ids.Nonsense<Event>(),
                        CoHostIds = [agency.AsId(), Ids.Unknown<Agency>(), Ids.Nonsense<Agency>()],
                    },
                    Hall("Third") with
                    {
                        CoHostIds = [.. Enumerable.Range(0, 20).Select(_ => Ids.Unknown<Agency>())],
                    }
                )
            );

        Assert.Equal(
            [
                "input.events.0.startsOn EventOutsideMonth",
                "input.events.1.state PlaceMismatch",
                "input.events.1.eventId RecordNotFound",
                "input.events.1.coHostIds.1 AgencyNotFound",
                "input.events.1.coHostIds.2 AgencyNotFound",
                "input.events.2.coHostIds TooMany",
            ],
            done.Refused.Select(refusal => refusal.Split(':')[0])
        );
    }

    [Fact]
    public async Task A_report_lists_at_most_500_events()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, [.. Enumerable.Range(0, 501).Select(i => Hall($"Hall {i}"))]));

        Assert.Equal(["input.events TooManyEvents: The report lists 501 events; at most 500 fit."], done.Refused);
        var most = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Submit(agency, [.. Enumerable.Range(0, 500).Select(i => Hall($"Hall {i}"))]) with
                {
                    ValidateOnly = true,
                }
            );
        Assert.Empty(most.Refused);
    }

    [Fact]
    public async Task An_event_of_the_same_title_and_day_is_odd_from_the_second_on()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall("Hall"), Hall("Hall", 15), Hall("HALL"), Hall(" hall")));

        Assert.Equal(
            [
                $"input.events.2.title: {ReportWarnings.ListedTwice}",
                $"input.events.3.title: {ReportWarnings.ListedTwice}",
            ],
            done.Warned
        );
        Assert.Equal(4, done.Record.EventCount);
    }

    [Fact]
    public async Task A_month_in_which_the_agency_is_not_active_is_odd()
    {
        var agency = Samples.Agency(began: new(1998, 5, 1));
        await _desk.SaveAsync(agency);

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall()));

        Assert.Equal(["input.month: The agency is not active in 1998-04."], done.Warned);
        Assert.Equal(1, done.Record.EventCount);
    }

    [Fact]
    public async Task An_event_is_named_by_an_id_that_the_agency_knows()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        await _desk.SubmittedAsync(other, Hall());
        var theirs = await _desk.ReadAsync(db => db.Events.SingleAsync(e => e.AgencyId == other.Id));

        var unknown = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Hall() with { EventId = Ids.Unknown<Event>() }));
        var foreign = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall() with { EventId = theirs.AsId() }));

        const string wrong =
            "input.events.0.eventId RecordNotFound: There is no record with this id for which you may do this.";
        Assert.Equal([wrong], unknown.Refused);
        Assert.Equal([wrong], foreign.Refused);
    }

    [Fact]
    public async Task Nobody_reports_for_an_agency_that_is_not_theirs()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var events = await _desk.ClerkOf(other).DoAsync(Submit(agency, Hall()));
        var draft = await _desk.ClerkOf(other).DoAsync(Submit(agency) with { Events = null });

        Assert.Equal("input.agencyId AgencyNotFound", Assert.Single(events.Refused).Split(':')[0]);
        Assert.Equal("input.agencyId AgencyNotFound", Assert.Single(draft.Refused).Split(':')[0]);
    }
}
