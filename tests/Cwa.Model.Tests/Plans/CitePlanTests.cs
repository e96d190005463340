using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Citing;

namespace Cwa.Model.Tests;

public sealed class CitePlanTests
{
    private readonly Desk _desk = new(new(1998, 11, 16));

    [Fact]
    public async Task An_annual_report_that_is_out_cites_a_plan_and_that_is_announced()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.AnnualReportOfAsync(agency, submitted: true);

        var done = await _desk.ClerkOf(agency).DoAsync(Cite(report));

        var citation = done.Record;
        Assert.Equal((report.Id, null, null), (citation.AnnualReportId, citation.MeasurementId, citation.FindingId));
        var plan = await PlanAsync(citation);
        Assert.Equal(
            (agency.Id, PlanLaw.Gpra, "Performance Plan", 1999, "Goal 2"),
            (plan.AgencyId, plan.Law, plan.Document, plan.FiscalYear, plan.Section)
        );
        Assert.Equal([(FeedKind.PlanCited, agency.Id, citation.Id)], done.Announced);
        Assert.Equal(
            ["PlanCitation", "PlanReference"],
            done.Audited.Select(entry => entry.SubjectKind).Order(StringComparer.Ordinal)
        );
        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task What_a_draft_cites_is_announced_to_nobody()
    {
        var agency = await _desk.AgencyAsync();
        var report = await _desk.AnnualReportOfAsync(agency);

        var done = await _desk.ClerkOf(agency).DoAsync(Cite(report));

        Assert.Equal(report.Id, done.Record.AnnualReportId);
        Assert.Empty(done.Announced);
        Assert.Contains(done.Audited, entry => entry.SubjectId == done.Record.Id && entry.IsDraft);
    }

    [Fact]
    public async Task A_measurement_and_a_finding_cite_a_plan_of_their_agency()
    {
        var agency = await _desk.AgencyAsync();
        var (measurement, finding) = (await _desk.MeasurementOfAsync(agency), await _desk.FindingOfAsync(agency));
        var clerk = _desk.ClerkOf(agency);

        var byMeasurement = await clerk.DoAsync(Cite(new PlanCiterInput { MeasurementId = measurement.AsId() }));
        var byFinding = await clerk.DoAsync(Cite(new PlanCiterInput { FindingId = finding.AsId() }));

        Assert.Equal(measurement.Id, byMeasurement.Record.MeasurementId);
        Assert.Equal(finding.Id, byFinding.Record.FindingId);
        Assert.Equal(byMeasurement.Record.PlanId, byFinding.Record.PlanId);
        Assert.Equal([(FeedKind.PlanCited, agency.Id, byMeasurement.Record.Id)], byMeasurement.Announced);
        Assert.Equal([(FeedKind.PlanCited, agency.Id, byFinding.Record.Id)], byFinding.Announced);
        Assert.Equal(agency.Id, (await PlanAsync(byMeasurement.Record)).AgencyId);
    }

    [Fact]
    public async Task The_same_place_however_it_is_typed_is_cited_once_by_one_thing()
    {
        var agency = await _desk.AgencyAsync();
        var (measurement, finding) = (await _desk.MeasurementOfAsync(agency), await _desk.FindingOfAsync(agency));
        var report = await _desk.AnnualReportOfAsync(agency);
        var clerk = _desk.ClerkOf(agency);
        PlanCiterInput[] citers =
        [
            new() { AnnualReportId = report.AsId() },
            new() { MeasurementId = measurement.AsId() },
            new() { FindingId = finding.AsId() },
        ];

        foreach (var citer in citers)
        {
            var first = await clerk.DoAsync(Cite(citer));
            var again = await clerk.DoAsync(Cite(citer) with { Document = "PERFORMANCE  PLAN", Section = "goal 2" });

            Assert.Single(first.Records);
            Assert.Equal(
                ["input.citedBy PlanAlreadyCited: This record already cites this place in the document."],
                again.Refused
            );
        }

        Assert.Equal(1, await _desk.ReadAsync(db => db.PlanReferences.CountAsync(p => p.AgencyId == agency.Id)));
    }

    [Fact]
    public async Task Another_law_year_document_or_section_is_another_place()
    {
        var agency = await _desk.AgencyAsync();
        var cite = Cite(await _desk.AnnualReportOfAsync(agency));
        var clerk = _desk.ClerkOf(agency);

        CitePlan[] places =
        [
            cite,
            cite with
            {
                Law = PlanLaw.Gmra,
            },
            cite with
            {
                FiscalYear = 1998,
            },
            cite with
            {
                Document = "Strategic Plan",
            },
            cite with
            {
                Section = "Goal 3",
            },
        ];
        var plans = new HashSet<Guid>();
        foreach (var place in places)
            plans.Add((await clerk.DoAsync(place)).Record.PlanId);

        Assert.Equal(5, plans.Count);
    }

    [Fact]
    public async Task Each_agency_has_plans_of_its_own()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var ours = await _desk.ClerkOf(agency).DoAsync(Cite(await _desk.AnnualReportOfAsync(agency)));
        var theirs = await _desk.ClerkOf(other).DoAsync(Cite(await _desk.AnnualReportOfAsync(other)));

        Assert.NotEqual(ours.Record.PlanId, theirs.Record.PlanId);
    }

    [Theory]
    [InlineData(1989, false)]
    [InlineData(1990, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public async Task A_document_is_of_a_year_from_1990_to_2100(int year, bool taken)
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Cite(await _desk.AnnualReportOfAsync(agency)) with { FiscalYear = year });

        Assert.Equal(taken ? [] : ["input.fiscalYear YearOutOfRange: Give a year from 1990 to 2100."], done.Refused);
    }

    [Theory]
    [InlineData(1995, true)]
    [InlineData(1996, false)]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public async Task A_document_more_than_two_years_from_what_cites_it_is_odd(int year, bool odd)
    {
        var agency = await _desk.AgencyAsync();
        var (report, measurement, finding) = (
            await _desk.AnnualReportOfAsync(agency),
            await _desk.MeasurementOfAsync(agency),
            await _desk.FindingOfAsync(agency)
        );
        PlanCiterInput[] citers =
        [
            new() { AnnualReportId = report.AsId() },
            new() { MeasurementId = measurement.AsId() },
            new() { FindingId = finding.AsId() },
        ];

        foreach (var citer in citers)
        {
            var done = await _desk.ClerkOf(agency).DoAsync(Cite(citer) with { FiscalYear = year });

            Assert.Equal(
                odd
                    ?
                    [
                        $"input.fiscalYear: The document is of fiscal year {year}, "
                            + "but the record that cites it is of 1998.",
                    ]
                    : [],
                done.Warned
            );
            Assert.Single(done.Records);
        }
    }

    [Fact]
    public async Task Only_what_is_the_agencys_own_cites_its_plans()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var clerk = _desk.ClerkOf(other);
        PlanCiterInput[] citers =
        [
            new() { AnnualReportId = (await _desk.AnnualReportOfAsync(agency)).AsId() },
            new() { MeasurementId = (await _desk.MeasurementOfAsync(agency)).AsId() },
            new() { FindingId = (await _desk.FindingOfAsync(agency)).AsId() },
        ];

        var places = new List<string>();
        foreach (var citer in citers)
            places.Add(Assert.Single((await clerk.DoAsync(Cite(citer))).Refused).Split(':')[0]);

        Assert.Equal(
            [
                "input.citedBy.annualReportId RecordNotFound",
                "input.citedBy.measurementId RecordNotFound",
                "input.citedBy.findingId RecordNotFound",
            ],
            places
        );
    }

    private Task<PlanReference> PlanAsync(PlanCitation citation) =>
        _desk.ReadAsync(db => db.PlanReferences.SingleAsync(p => p.Id == citation.PlanId));
}
