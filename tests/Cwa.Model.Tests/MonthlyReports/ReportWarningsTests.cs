using static Cwa.Model.Tests.MatchedEvents;

namespace Cwa.Model.Tests;

/// <summary>What is odd about an event that a report tells again.</summary>
public sealed class ReportWarningsTests
{
    [Fact]
    public void Nothing_is_odd_about_a_planned_event_or_one_that_was_held()
    {
        var (planned, held) = (Stored(), Stored());
        held.Confirm(new(1998, 4, 14), null, null, Samples.Noon, "pat");

        Assert.Null(ReportWarnings.OfEvent(Matched(Planned(planned), planned)));
        Assert.Null(ReportWarnings.OfEvent(Matched(Planned(held), held)));
        Assert.Null(ReportWarnings.OfEvent(Matched(new(Samples.Facts(), []))));
    }

    [Fact]
    public void A_cancelled_event_that_is_told_anew_is_planned_again()
    {
        var cancelled = Stored();
        cancelled.Cancel("Snow.", Samples.Noon, "pat");

        Assert.Equal(
            "This event was cancelled. Once NPR accepts the report, it is planned again.",
            ReportWarnings.OfEvent(Matched(Planned(cancelled), cancelled))
        );
    }

    [Fact]
    public void An_event_that_was_put_off_is_planned_again_unless_it_is_told_for_its_new_day()
    {
        var (dated, open) = (Stored(), Stored());
        dated.Postpone("Snow.", new(1998, 4, 20), null, Samples.Noon, "pat");
        open.Postpone("Snow.", null, null, Samples.Noon, "pat");
        const string odd = "This event was postponed. Once NPR accepts the report, it is planned for 1998-04-14 again.";

        Assert.Equal(odd, ReportWarnings.OfEvent(Matched(Planned(dated, new(1998, 4, 14)), dated)));
        Assert.Null(ReportWarnings.OfEvent(Matched(Planned(dated, new(1998, 4, 20)), dated)));
        Assert.Equal(odd, ReportWarnings.OfEvent(Matched(Planned(open, new(1998, 4, 14)), open)));
        Assert.Null(ReportWarnings.OfEvent(Matched(Planned(open, new(1998, 4, 21)), open)));
    }
}
