using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class PublishAnnualReportTests
{
    private static readonly DateOnly Today = new(1998, 12, 10);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task A_cleared_report_is_published_today_where_no_day_is_given()
    {
        var (agency, _, report) = await _desk.ReportAsync(AnnualReportStatus.Cleared);

        var done = await _desk.Reviewer.DoAsync(Publish(report));

        Assert.Equal((AnnualReportStatus.Published, Today), (done.Record.Status, done.Record.PublishedOn));
        Assert.Equal([(FeedKind.AnnualReportPublished, agency.Id, report.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_report_is_published_today_or_before(int days, bool isRefused)
    {
        var (_, _, report) = await _desk.ReportAsync(AnnualReportStatus.Cleared);

        var done = await _desk.Reviewer.DoAsync(Publish(report) with { PublishedOn = Today.AddDays(days) });

        Assert.Equal(
            isRefused
                ?
                [
                    "input.publishedOn DateInFuture: "
                        + "This day is still to come: today is 1998-12-10. Send it again once it has happened.",
                ]
                : [],
            done.Refused
        );
        Assert.Equal(isRefused ? [] : [Today.AddDays(days)], done.Records.Select(r => r.PublishedOn!.Value));
    }

    [Theory]
    [InlineData("1998-09-30", true)]
    [InlineData("1998-10-01", false)]
    public async Task A_report_that_was_published_before_its_year_was_over_is_odd(string day, bool isOdd)
    {
        var (_, _, report) = await _desk.ReportAsync(AnnualReportStatus.Cleared);

        var done = await _desk.Reviewer.DoAsync(
            Publish(report) with
            {
                PublishedOn = DateOnly.ParseExact(day, "yyyy-MM-dd"),
            }
        );

        Assert.Equal(isOdd ? ["input.publishedOn: The fiscal year 1998 was not over on this day."] : [], done.Warned);
        Assert.Equal(AnnualReportStatus.Published, done.Record.Status);
    }

    [Theory]
    [InlineData("1998-11-30", true)]
    [InlineData("1998-12-01", false)]
    public async Task The_revision_that_was_published_before_is_superseded(string day, bool isOdd)
    {
        var (agency, _, first) = await _desk.ReportAsync(AnnualReportStatus.Published);
        var second = await _desk.RevisedAsync(first, AnnualReportStatus.Cleared);

        var done = await _desk.Reviewer.DoAsync(
            Publish(second) with
            {
                PublishedOn = DateOnly.ParseExact(day, "yyyy-MM-dd"),
            }
        );

        Assert.Equal(AnnualReportStatus.Published, done.Record.Status);
        Assert.Equal(AnnualReportStatus.Superseded, await StatusAsync(first));
        Assert.Equal(
            isOdd ? ["input.publishedOn: The report before it was published later, on 1998-12-01."] : [],
            done.Warned
        );
        Assert.Equal([(FeedKind.AnnualReportPublished, agency.Id, second.Id)], done.Announced);
        Assert.Equal([first.Id, second.Id], done.Audited.Select(entry => entry.SubjectId));
    }

    [Fact]
    public async Task No_report_of_another_agency_year_or_basis_is_superseded()
    {
        var (_, _, others) = await _desk.ReportAsync(AnnualReportStatus.Published);
        var (agency, standard, ofYearBefore) = await _desk.ReportAsync(AnnualReportStatus.Published, year: 1997);
        var calendar = Cleared(agency, standard, YearBasis.Calendar);
        calendar.Publish(Today);
        var report = Cleared(agency, standard, YearBasis.Fiscal);
        await _desk.SaveAsync(calendar, report);

        var done = await _desk.Reviewer.DoAsync(Publish(report));

        Assert.Equal(AnnualReportStatus.Published, done.Record.Status);
        foreach (var untouched in new[] { others, ofYearBefore, calendar })
            Assert.Equal(AnnualReportStatus.Published, await StatusAsync(untouched));
    }

    private Task<AnnualReportStatus> StatusAsync(AnnualReport report) =>
        _desk.ReadAsync(db => db.AnnualReports.Where(r => r.Id == report.Id).Select(r => r.Status).SingleAsync());

    private static AnnualReport Cleared(Agency agency, ServiceStandard standard, YearBasis basis)
    {
        var report = new AnnualReport(agency.Id, 1998, basis, "How we served you");
        report.SetStatements([new(standard.Id, Reporting.Words)]);
        report.Submit();
        report.Clear();
        return report;
    }

    private static PublishAnnualReport Publish(AnnualReport report) => new() { AnnualReportId = report.AsId() };
}
