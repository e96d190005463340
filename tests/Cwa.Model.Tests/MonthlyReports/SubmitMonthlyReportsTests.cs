using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

public sealed class SubmitMonthlyReportsTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task Reports_of_several_agencies_and_months_are_sent_together()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var done = await _desk
            .ClerkOf(agency, other)
            .DoAsync(
                Batch(
                    Report(agency),
                    Report(other),
                    Report(agency) with
                    {
                        Month = new(1998, 5),
                        Events = [],
                        Nil = true,
                    }
                )
            );

        Assert.Equal(
            [(agency.Id, "1998-04"), (other.Id, "1998-04"), (agency.Id, "1998-05")],
            done.Records.Select(r => (r.AgencyId, r.Month.ToString()))
        );
        Assert.Equal(3, done.Announced.Count);
    }

    [Fact]
    public async Task All_of_them_are_sent_or_none()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Batch(
                    Report(agency),
                    Report(agency) with
                    {
                        Month = new(1998, 5),
                    },
                    Report(agency),
                    Report(await _desk.AgencyAsync()),
                    Report(agency) with
                    {
                        Month = new(1998, 6),
                        Nil = true,
                    }
                )
            );

        Assert.Equal(
            [
                "input.reports.1.events.0.startsOn EventOutsideMonth",
                "input.reports.2.month MonthListedTwice",
                "input.reports.3.agencyId AgencyNotFound",
                "input.reports.4.nil NilReportListsEvents",
                "input.reports.4.events.0.startsOn EventOutsideMonth",
            ],
            done.Refused.Select(refusal => refusal.Split(':')[0])
        );
        Assert.False(await _desk.ReadAsync(db => db.MonthlyReports.AnyAsync(r => r.AgencyId == agency.Id)));
    }

    [Fact]
    public async Task A_batch_has_at_most_a_hundred_reports()
    {
        var agency = await _desk.AgencyAsync();
        var months = Samples.April.Through(Samples.April.Plus(100)).Select(month => Nil(agency, month)).ToArray();

        var many = await _desk.ClerkOf(agency).DoAsync(Batch(months) with { ValidateOnly = true });
        var most = await _desk.ClerkOf(agency).DoAsync(Batch(months[..100]));

        Assert.Equal(["input.reports TooMany: This list has 101 items; at most 100 fit."], many.Refused);
        Assert.Equal(100, most.Records.Count);
    }

    private static SubmitMonthlyReports Batch(params ReportedMonthInput[] reports) => new() { Reports = reports };

    private static ReportedMonthInput Report(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Month = Samples.April,
            Events = [Hall()],
        };

    private static ReportedMonthInput Nil(Agency agency, ReportMonth month) =>
        new()
        {
            AgencyId = agency.AsId(),
            Month = month,
            Nil = true,
        };
}
