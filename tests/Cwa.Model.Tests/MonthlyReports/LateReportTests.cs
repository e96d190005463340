using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>A report is late when it is first sent after the day on which it was due.</summary>
public sealed class LateReportTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Theory]
    [InlineData(31, DirectiveStanding.Directed, false)]
    [InlineData(32, DirectiveStanding.Directed, true)]
    [InlineData(32, DirectiveStanding.Requested, false)]
    public async Task A_report_that_an_agency_owes_is_warned_about_once_it_is_late(
        int day,
        DirectiveStanding standing,
        bool isLate
    )
    {
        _desk.Clock.Now = Washington.At(new DateOnly(1998, 3, 1).AddDays(day - 1), new(12, 0));
        var agency = new Agency(
            $"L{Guid.NewGuid().ToString("N")[..8]}",
            "An agency",
            AgencyKind.IndependentAgency,
            null,
            standing,
            "Covered by Executive Order 12862"
        );
        await _desk.SaveAsync(agency);

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall()));
        await _desk.Reviewer.DoAsync(Return(done.Record));
        var corrected = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall()));
        await _desk.Reviewer.DoAsync(Accept(corrected.Record));
        var amended = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Hall()) with { Reason = "Again." });

        string[] late = isLate ? ["input.month: This report is late: it was due on 1998-03-31."] : [];
        Assert.Equal(late, done.Warned);
        Assert.Equal(late, corrected.Warned);
        Assert.Empty(amended.Warned);
    }

    [Fact]
    public async Task A_report_for_which_an_agency_above_speaks_is_never_late()
    {
        _desk.Clock.Now = Washington.At(new(1998, 4, 7), new(12, 0));
        var above = Samples.Agency();
        var component = Samples.Agency(above);
        await _desk.SaveAsync(above, component, Samples.Liaison(above, coverage: Coverage.SelfAndComponents));

        var done = await _desk.ClerkOf(component).DoAsync(Submit(component, Hall()));

        Assert.Empty(done.Warned);
    }
}
