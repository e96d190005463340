using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>An amendment keeps the facts that it leaves out, and withdraws those that it says are null.</summary>
public sealed class AmendedFactsTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task An_amendment_keeps_the_facts_that_it_leaves_out()
    {
        var partner = await _desk.AgencyAsync();

        var amended = await AmendedAsync(Whole(partner), Brief() with { Title = "Hall", Setting = Setting.Formal });

        Assert.Equal(
            (
                "Hall",
                Medium.FaceToFace,
                EventFormat.TownHall,
                Setting.Formal,
                Access.OpenToPublic,
                TopicScope.OpenTopic
            ),
            (amended.Title, amended.Medium, amended.Format, amended.Setting, amended.Access, amended.TopicScope)
        );
        Assert.Equal(
            ("en", PlaceKind.Place, StateCode.CA, "Fresno", 200),
            (string.Join(' ', amended.Languages), amended.PlaceKind, amended.State, amended.City, amended.ExpectedReach)
        );
        Assert.Contains(amended.Hosts, host => host.AgencyId == partner.Id);
    }

    [Fact]
    public async Task Null_withdraws_what_was_said()
    {
        var partner = await _desk.AgencyAsync();

        var amended = await AmendedAsync(
            Whole(partner),
            Brief(description: "We listen.") with
            {
                Title = null,
                Medium = null,
                Format = null,
                Setting = null,
                Access = null,
                TopicScope = null,
                Languages = null,
                PlaceKind = null,
                ExpectedReach = null,
                CoHostIds = null,
            }
        );

        Assert.Equal(
            (null, null, null, null, null, null),
            (amended.Title, amended.Medium, amended.Format, amended.Setting, amended.Access, amended.TopicScope)
        );
        Assert.Equal((null, null, null, null), (amended.PlaceKind, amended.State, amended.City, amended.ExpectedReach));
        Assert.Empty(amended.Languages);
        Assert.Single(amended.Hosts);
        Assert.False(amended.IsPublic);
    }

    [Fact]
    public async Task Another_place_loses_the_city_of_the_former_and_the_same_place_keeps_it()
    {
        var whole = Hall() with { City = "Fresno" };

        var same = await AmendedAsync(whole, Brief() with { Title = "Hall", State = StateCode.CA });
        var other = await AmendedAsync(whole, Brief() with { Title = "Hall", State = StateCode.NV });
        var online = await AmendedAsync(whole, Brief() with { Title = "Hall", PlaceKind = PlaceKind.Virtual });
        var nowhere = await AmendedAsync(whole, Brief() with { Title = "Hall", State = null });
        var anywhere = await AmendedAsync(whole, Brief() with { Title = "Hall", City = null });

        Assert.Equal((PlaceKind.Place, StateCode.CA, "Fresno"), Where(same));
        Assert.Equal((PlaceKind.Place, StateCode.NV, null), Where(other));
        Assert.Equal((PlaceKind.Virtual, null, null), Where(online));
        Assert.Equal((null, null, null), Where(nowhere));
        Assert.Equal((PlaceKind.Place, StateCode.CA, null), Where(anywhere));

        static (PlaceKind?, StateCode?, string?) Where(Event e) => (e.PlaceKind, e.State, e.City);
    }

    [Fact]
    public async Task The_last_day_is_kept_while_the_first_day_stays()
    {
        var three = Hall() with { EndsOn = new(1998, 4, 16) };

        var kept = await AmendedAsync(three, Brief() with { Title = "Hall" });
        var moved = await AmendedAsync(three, Brief(15) with { Title = "Hall" });
        var shorter = await AmendedAsync(three, Brief() with { Title = "Hall", EndsOn = null });

        Assert.Equal([16, 15, 14], new[] { kept, moved, shorter }.Select(e => e.EndsOn.Day));
    }

    [Fact]
    public async Task The_new_last_day_of_a_postponed_event_is_kept_while_its_new_first_day_stays()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall());
        await _desk
            .ClerkOf(agency)
            .DoAsync(
                new PostponeEvent
                {
                    EventId = (await _desk.EventsAsync(agency)).Single().AsId(),
                    Reason = "Snow.",
                    StartsOn = new(1998, 4, 20),
                    EndsOn = new(1998, 4, 22),
                }
            );

        var amended = await AmendedAsync(agency, Brief(20) with { Title = "Hall" });

        Assert.Equal(22, amended.EndsOn.Day);
    }

    [Fact]
    public async Task A_draft_does_not_withdraw_what_was_said_after_it_was_saved()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Brief());
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(
            new SaveMonthlyReportDraft
            {
                AgencyId = agency.AsId(),
                Month = Samples.April,
                Events = [Brief() with { Title = "Hearing" }],
            }
        );
        var planned = (await _desk.EventsAsync(agency)).Single();
        await clerk.DoAsync(new CompleteEvent { EventId = planned.AsId(), Medium = Medium.Written });

        var amended = await AmendedAsync(agency, null);

        Assert.Equal((planned.Id, "Hearing", Medium.Written), (amended.Id, amended.Title, amended.Medium));
    }

    [Fact]
    public void Leaving_out_a_fact_is_other_input_than_withdrawing_it()
    {
        var agency = Samples.Agency();

        Assert.NotEqual(
            Submit(agency, Brief()).ContentHash(),
            Submit(agency, Brief() with { Medium = null }).ContentHash()
        );
    }

    /// <summary>An event of which everything is said.</summary>
    private static PlannedEventInput Whole(Agency partner) =>
        Hall() with
        {
            Languages = ["en"],
            City = "Fresno",
            CoHostIds = [partner.AsId()],
            ExpectedReach = 200,
        };

    private async Task<Event> AmendedAsync(PlannedEventInput before, PlannedEventInput after)
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, before);
        return await AmendedAsync(agency, after);
    }

    private async Task<Event> AmendedAsync(Agency agency, PlannedEventInput? after)
    {
        await _desk.AcceptedAsync(
            agency,
            Submit(agency) with
            {
                Events = after is null ? null : [after],
                Reason = "We know more.",
            }
        );
        return await _desk.ReadAsync(db => db.Events.Include(e => e.Hosts).SingleAsync(e => e.AgencyId == agency.Id));
    }
}
