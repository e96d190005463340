using static Cwa.Model.Tests.RandomReporting;

namespace Cwa.Model.Tests;

/// <summary>How months are counted, over random governments, designations, chains of revisions and days.</summary>
public sealed class ReportCountsTests
{
    [Fact]
    public void Each_expected_agency_counts_once_in_exactly_one_status() =>
        Governments(
            (reports, agencies, asOf) =>
            {
                var stand = agencies.Select(a => reports.Of(a.Agency, Month)!).ToList();
                var counts = new ReportCounts(stand);
                var asked = counts.Requested;

                return counts.Expected
                        == counts.Missing + counts.Draft + counts.Submitted + counts.Accepted + counts.Returned
                    && asked.Asked
                        == asked.NotReported + asked.Draft + asked.Submitted + asked.Accepted + asked.Returned
                    && counts.Expected + counts.Excused
                        == agencies.Count(a => a.Agency.Directive == DirectiveStanding.Directed)
                    && asked.Asked + asked.Excused
                        == agencies.Count(a => a.Agency.Directive == DirectiveStanding.Requested)
                    && counts.Late <= counts.Submitted + counts.Accepted + counts.Returned
                    && counts.Overdue == counts.OverdueMissing + counts.OverdueDraft + counts.OverdueReturned
                    && counts.OverdueMissing <= counts.Missing
                    && counts.OverdueDraft <= counts.Draft
                    && counts.OverdueReturned <= counts.Returned
                    && (asOf > DueOn || counts is { Late: 0, Overdue: 0 });
            }
        );

    [Fact]
    public void A_month_has_the_status_of_the_newest_revision_submitted_by_then() =>
        Governments(
            (reports, agencies, asOf) =>
                agencies.All(a =>
                {
                    var newest = a.Sent.Where(r => Washington.DateOf(r.SubmittedAt) <= asOf).MaxBy(r => r.Revision);
                    var state = reports.Of(a.Agency, Month)!.State;
                    if (newest is null)
                        return state
                            is ReportState.Missing
                                or ReportState.NotReported
                                or ReportState.Draft
                                or ReportState.Excused;

                    var decided = newest.DecidedAt is { } at && Washington.DateOf(at) <= asOf;
                    return state
                        == (
                            !decided ? ReportState.Submitted
                            : newest.Returned ? ReportState.Returned
                            : ReportState.Accepted
                        );
                })
        );

    [Fact]
    public void Lateness_is_that_of_the_first_accepted_revision_whatever_amendments_follow() =>
        Governments(
            (reports, agencies, asOf) =>
                agencies.All(a =>
                {
                    var accepted = a
                        .Sent.Where(r => r is { Returned: false, DecidedAt: { } at } && Washington.DateOf(at) <= asOf)
                        .MinBy(r => r.Revision);
                    var stands = reports.Of(a.Agency, Month)!;
                    if (stands.Duty != ReportDuty.Owed || stands.IsRequested)
                        return !stands.Late && !stands.Overdue;

                    return accepted is null
                        || (stands.Late == Washington.DateOf(accepted.SubmittedAt) > DueOn && !stands.Overdue);
                })
        );

    [Fact]
    public void An_excused_agency_has_submitted_nothing_and_has_no_liaison_of_its_own() =>
        Governments(
            (reports, agencies, asOf) =>
                agencies
                    .Where(a => reports.Of(a.Agency, Month)!.State == ReportState.Excused)
                    .All(a =>
                        a.Agency.ParentId is not null
                        && !a.Sent.Any(r => Washington.DateOf(r.SubmittedAt) <= asOf)
                        && !(a.Liaison is { } own && own.ServesOn(asOf < DueOn ? asOf : DueOn))
                    )
        );

    [Fact]
    public void A_report_is_expected_before_its_month_begins()
    {
        var agency = Samples.Agency();
        var reports = new ReportsOnDay(new(1998, 3, 10), new([agency], []), new(), [], []);

        var counts = new ReportCounts([reports.Of(agency, new(1998, 12))!]);

        Assert.True(counts is { Expected: 1, Missing: 1, Overdue: 0 });
        Assert.Null(reports.Of(agency, new(1998, 2)));
        Assert.NotNull(reports.Of(agency, new(9999, 12)));
    }

    [Fact]
    public void A_component_that_reports_although_it_is_excused_is_expected_and_never_late_or_overdue()
    {
        var department = Samples.Agency();
        var bureau = Samples.Agency(department);
        Designations designations = new(
            [department, bureau],
            [Samples.Liaison(department, coverage: Coverage.SelfAndComponents)]
        );
        var late = new ReportRevision
        {
            Id = Guid.NewGuid(),
            AgencyId = bureau.Id,
            Month = Month,
            Revision = 1,
            SubmittedAt = Washington.At(new(1998, 4, 9), TimeOnly.MinValue),
        };
        var returned = late with { DecidedAt = Washington.At(new(1998, 4, 10), TimeOnly.MinValue), Returned = true };

        var silent = Of();
        var reporting = Of(late);
        var sentBack = Of(returned);

        Assert.Equal((ReportState.Excused, department), (silent.State, silent.Department));
        Assert.True(new ReportCounts([silent]) is { Expected: 0, Excused: 1 });
        Assert.True(new ReportCounts([reporting]) is { Expected: 1, Submitted: 1, Excused: 0, Late: 0 });
        Assert.True(new ReportCounts([sentBack]) is { Expected: 1, Returned: 1, Overdue: 0 });

        AgencyReportingStatus Of(params ReportRevision[] sent) =>
            new ReportsOnDay(new(1998, 5, 1), designations, new(), sent, []).Of(bureau, Month)!;
    }

    [Fact]
    public void A_returned_amendment_of_an_accepted_report_is_not_overdue()
    {
        var agency = Samples.Agency();
        DateTime Noon(int day) => Washington.At(new(1998, 4, day), new(12, 0));
        var accepted = new ReportRevision
        {
            Id = Guid.NewGuid(),
            AgencyId = agency.Id,
            Month = Month,
            Revision = 1,
            SubmittedAt = Noon(1).AddDays(-5),
            DecidedAt = Noon(2),
        };
        var amendment = accepted with { Revision = 2, SubmittedAt = Noon(10), DecidedAt = Noon(12), Returned = true };

        var stands = new ReportsOnDay(new(1998, 5, 1), new([agency], []), new(), [amendment, accepted], []).Of(
            agency,
            Month
        )!;

        Assert.True(stands is { State: ReportState.Returned, Late: false, Overdue: false });
    }
}
