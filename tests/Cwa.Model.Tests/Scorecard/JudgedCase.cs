namespace Cwa.Model.Tests;

/// <summary>Judges a history of agencies as of a day.</summary>
internal static class JudgedCase
{
    public static ScorecardFacts AsOf(this Case @case, DateOnly day)
    {
        var year = ScorecardYear.Of(day);
        var shown =
            from history in @case.Events
            from host in @case.Agencies
            let seen = history.On(LastDay(host, day))
            where seen is not null && seen.EndsOn >= year.FirstDay && seen.Told.HostIds.Contains(host.Id)
            select (seen, host);
        return new()
        {
            DataAsOf = Samples.Noon,
            AsOf = day,
            Agencies = @case.Agencies,
            Calendar = new(@case.DueDays),
            Liaisons = @case.Liaisons,
            Reports = @case.Reports,
            Conversations = [.. shown.Select(e => e.seen.CountFor(e.host.Id))],
            Places = [.. shown.Select(e => e.seen.PlaceFor(e.host.Id))],
            Programs = @case.Programs,
            Findings =
            [
                .. @case
                    .Agencies.SelectMany(a =>
                        @case.Findings.Where(f =>
                            f.AgencyId == a.Id && f.FoundOn >= year.FirstDay && f.FoundOn <= LastDay(a, day)
                        )
                    )
                    .GroupBy(f => (f.AgencyId, f.About))
                    .Select(f => new FindingCount(
                        f.Key.AgencyId,
                        f.Key.About,
                        f.Count(),
                        f.Count(x => !(x.ActedOn <= day)),
                        Case.FindingId(f.Key.About)
                    )),
            ],
            Areas = @case.Areas,
            CustomerBases = @case.CustomerBases,
            Deliveries = @case.Deliveries,
            ComplaintPeriods = @case.ComplaintPeriods,
            Processes = @case.Processes,
            Problems = @case.Problems,
            Standards =
            [
                .. @case.Standards.Select(s => new StandardInForce(
                    s.AgencyId,
                    s.Id,
                    s.EffectiveFrom,
                    s.WithdrawnOn,
                    s.MeasuredTo is { } to && to >= year.FirstMonth && to.LastDay <= day
                )),
            ],
            AnnualReports = @case.AnnualReports,
            Records = [.. @case.Records, .. shown.Select(e => e.seen.VenueFor(e.host.Id)).OfType<DatedRecord>()],
        };
    }

    public static Scorecard On(this Case @case, string day) => Scorecard.Of(@case.AsOf(Case.Day(day)), @case.Agencies);

    public static ScorecardCell Cell(this Case @case, Agency agency, string requirement, string day) =>
        Assert.Single(
            Assert.Single(@case.On(day).Agencies, a => a.Agency == agency).Cells,
            c => c.Requirement.Key == requirement
        );

    /// <summary>The status of one cell on several days.</summary>
    public static string Statuses(this Case @case, Agency agency, string requirement, params string[] days) =>
        string.Join(' ', days.Select(day => @case.Cell(agency, requirement, day).Status));

    private static DateOnly LastDay(Agency agency, DateOnly day) =>
        agency.ActiveTo <= day ? agency.ActiveTo.Value.AddDays(-1) : day;
}
