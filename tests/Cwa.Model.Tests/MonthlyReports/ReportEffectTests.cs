using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>What a report changes is told before and when it is sent, and nothing that was held is lost.</summary>
public sealed class ReportEffectTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task A_first_report_adds_its_events()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall(), Brief(20)));

        Assert.Equal(["Adds: → Hall 14", "Adds: → We listen to customers. 20"], Told(done.Changes));
        Assert.Equal(
            (await _desk.EventsAsync(agency)).Select(e => e.Id).Order(),
            done.Changes.Select(change => change.EventId).Order()
        );
        Assert.All(done.Changes, change => Assert.Equal((agency.Id, Samples.April), (change.AgencyId, change.Month)));
    }

    [Fact]
    public async Task An_amendment_and_a_dry_run_and_a_draft_tell_what_is_added_changed_and_cancelled()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Kept"), Hall("Moved"), Hall("Left out", 16));
        var clerk = _desk.ClerkOf(agency);
        var amended = Submit(agency, Hall("Kept"), Hall("Moved", 15), Hall("New", 17)) with
        {
            Reason = "We know more.",
        };
        string[] expected = ["Changes: Moved 14 → Moved 15", "Adds: → New 17", "Cancels: Left out 16 →"];

        var dryRun = await clerk.DoAsync(amended with { ValidateOnly = true });
        var draft = await clerk.DoAsync(
            new SaveMonthlyReportDraft
            {
                AgencyId = agency.AsId(),
                Month = Samples.April,
                Events = amended.Events!,
            }
        );
        var drafted = await clerk.DoAsync(amended with { Events = null, ValidateOnly = true });
        var sent = await clerk.DoAsync(amended);

        Assert.All(
            [dryRun.Changes, draft.Changes, drafted.Changes, sent.Changes],
            c => Assert.Equal(expected, Told(c))
        );
        Assert.Empty(dryRun.Records);
    }

    [Fact]
    public async Task A_cancelled_event_that_is_listed_again_is_changed_though_its_facts_are_the_same()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall());
        await _desk.CancelAsync(agency, "Hall");

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall()) with { Reason = "It takes place." });

        Assert.Equal(["Changes: Hall 14 → Hall 14"], Told(done.Changes));
    }

    [Fact]
    public async Task Several_reports_tell_their_changes_together()
    {
        var (one, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var done = await _desk
            .ClerkOf(one, other)
            .DoAsync(
                new SubmitMonthlyReports
                {
                    Reports =
                    [
                        new()
                        {
                            AgencyId = one.AsId(),
                            Month = Samples.April,
                            Events = [Hall()],
                        },
                        new()
                        {
                            AgencyId = other.AsId(),
                            Month = Samples.April,
                            Nil = true,
                        },
                    ],
                }
            );

        Assert.Equal([one.Id], done.Changes.Select(change => change.AgencyId));
    }

    [Fact]
    public async Task An_amendment_that_drops_a_held_event_is_refused_and_so_is_a_nil_one()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Held"), Hall("Other", 15), Hall("Planned", 16));
        await HoldAsync(agency, "Held", "Other");
        var clerk = _desk.ClerkOf(agency);

        var one = await clerk.DoAsync(Submit(agency, Hall("Other", 15)) with { Reason = "No hall." });
        var nil = await clerk.DoAsync(Submit(agency) with { Nil = true, Reason = "No hall." });
        var draft = await clerk.DoAsync(
            new SaveMonthlyReportDraft
            {
                AgencyId = agency.AsId(),
                Month = Samples.April,
                Nil = true,
            }
        );

        Assert.Equal(
            [
                "input.events HeldEventsLeftOut: The report leaves out an event that was held: 'Held' of 1998-04-14. "
                    + "List it. If an event was marked as held by mistake, say so with `withdrawEvent`.",
            ],
            one.Refused
        );
        var dropped = Assert.IsType<HeldEventsLeftOut>(Assert.Single(nil.Refusals));
        Assert.Equal("input.nil", string.Join('.', dropped.Path));
        Assert.Equal(["Held", "Other"], dropped.Events.Select(e => e.Title));
        Assert.Equal([$"input.nil: {dropped.Message}"], draft.Warned);
        Assert.Equal(["Cancels: Planned 16 →"], Told(draft.Changes));
    }

    [Fact]
    public async Task An_event_marked_as_held_by_mistake_is_withdrawn_and_can_then_be_left_out()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Held"), Hall("Other", 15));
        await HoldAsync(agency, "Held");
        var held = (await _desk.EventsAsync(agency)).Single(e => e.Title == "Held");
        var clerk = _desk.ClerkOf(agency);

        var withdrawn = await clerk.DoAsync(new WithdrawEvent { EventId = held.AsId(), Reason = "It was another." });
        var again = await clerk.DoAsync(new WithdrawEvent { EventId = held.AsId(), Reason = "It was another." });
        var amended = await clerk.DoAsync(Submit(agency, Hall("Other", 15)) with { Reason = "No hall." });

        Assert.Equal(
            (EventStatus.Cancelled, null, null),
            (withdrawn.Record.Status, withdrawn.Record.Attendance, withdrawn.Record.CountMethod)
        );
        Assert.Equal([(FeedKind.EventWithdrawn, agency.Id, held.Id)], withdrawn.Announced);
        Assert.IsType<EventNotHeld>(Assert.Single(again.Refusals));
        Assert.Empty(amended.Refused);
        Assert.Empty(amended.Changes);
    }

    [Fact]
    public async Task An_event_whose_results_are_recorded_is_not_withdrawn()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Day") with { Format = EventFormat.ProblemSolvingDay });
        await HoldAsync(agency, "Day");
        var day = (await _desk.EventsAsync(agency)).Single();
        await _desk.SaveAsync(new ProblemSolvingOutcome(day, 1, 2, 3, 4, 5, []));

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(new WithdrawEvent { EventId = day.AsId(), Reason = "It was another." });

        Assert.IsType<OutcomeAlreadyRecorded>(Assert.Single(done.Refusals));
    }

    [Fact]
    public async Task A_new_event_that_looks_like_one_which_is_left_out_is_warned_about_with_its_id()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Hall("Town hall") with { City = "Fresno" }, Hall("Listed", 15));
        var there = (await _desk.EventsAsync(agency)).Single(e => e.Title == "Town hall");

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Submit(
                    agency,
                    Hall("Hearing") with
                    {
                        City = "FRESNO",
                    },
                    Hall("In Reno") with
                    {
                        City = "Reno",
                    },
                    Hall("Other day", 16),
                    Hall("Listed", 15)
                ) with
                {
                    Reason = "It has another name.",
                }
            );

        var warning = Assert.Single(done.Warnings);
        Assert.Equal(("input.events.0.eventId", there.Id), (string.Join('.', warning.Path), warning.EventId));
        Assert.Equal(
            "This looks like 'Town hall' of 1998-04-14, which the report leaves out. "
                + "If it is the same event, give its id.",
            warning.Message
        );
    }

    private async Task HoldAsync(Agency agency, params string[] titles)
    {
        _desk.Clock.Now = Washington.At(new(1998, 4, 20), new(12, 0));
        await _desk.ReadAsync(async db =>
        {
            foreach (var @event in await _desk.EventsAsync(agency))
            {
                if (titles.Contains(@event.Title))
                    db.Add(
                        (await db.Events.FindAsync(@event.Id))!.Confirm(
                            @event.StartsOn,
                            40,
                            CountMethod.Counted,
                            Samples.Noon,
                            "pat"
                        )
                    );
            }

            return await db.SaveChangesAsync();
        });
    }

    private static IEnumerable<string> Told(IEnumerable<ReportChange> changes) =>
        changes.Select(change => $"{change.Kind}: {Said(change.Before)}→{Said(change.After, " ")}".TrimEnd());

    private static string Said(EventFacts? facts, string before = "") =>
        facts is null
            ? ""
            : $"{before}{facts.Title ?? facts.Description} {facts.StartsOn.Day}{(before == "" ? " " : "")}";
}
