namespace Cwa.Model.Tests;

/// <summary>What an annual report says, and how much of it.</summary>
public sealed class AnnualReportWordsTests
{
    private static readonly DateOnly PublishedOn = new(1998, 12, 1);
    private static readonly StatementDraft Statement = new(Guid.NewGuid(), Reporting.Words, 96, true);

    [Fact]
    public void A_report_keeps_what_it_is_of()
    {
        Guid id = Guid.NewGuid(),
            agency = Guid.NewGuid();

        var report = new AnnualReport(
            agency,
            1998,
            YearBasis.Calendar,
            " How we served you ",
            " Well. ",
            id,
            Samples.Noon
        );

        Assert.Equal(
            (id, agency, 1998, YearBasis.Calendar, "How we served you", "Well.", 1),
            (report.Id, report.AgencyId, report.Year, report.YearBasis, report.Title, report.Summary, report.Revision)
        );
        Assert.Equal((Samples.Noon, Samples.Noon), (report.RecordedAt, report.UpdatedAt));
        Assert.NotEqual(Report().Id, Report().Id);
    }

    [Theory]
    [InlineData(1992, false)]
    [InlineData(1993, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public void A_report_is_of_a_year_from_1993_to_2100(int year, bool isKept)
    {
        if (isKept)
            Assert.Equal(year, Of(year).Year);
        else
            Assert.Throws<ArgumentOutOfRangeException>(() => Of(year));

        static AnnualReport Of(int year) => new(Guid.NewGuid(), year, YearBasis.Fiscal, "How we served you");
    }

    [Fact]
    public void A_year_is_fiscal_or_calendar() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnnualReport(Guid.NewGuid(), 1998, 0, "How we served"));

    [Theory]
    [InlineData(200, 4000, true)]
    [InlineData(201, 4000, false)]
    [InlineData(200, 4001, false)]
    public void Its_texts_are_as_long_as_their_columns(int title, int summary, bool isKept)
    {
        var report = Report();

        if (isKept)
            Describe();
        else
            Assert.Throws<ArgumentException>(Describe);

        Assert.Equal(isKept ? summary : null, report.Summary?.Length);
        Assert.Equal(isKept, report.Title != "How we served you in 1998");

        void Describe() => report.Describe(new('t', title), new('s', summary));
    }

    [Fact]
    public void What_it_says_is_kept_without_white_space_at_its_ends()
    {
        var report = Report();
        report.Describe(" How we served you ", " Well.\r\nAsk us. ");
        report.Submit();

        report.Return(" Say it plainly. ");

        Assert.Equal(
            ("How we served you", "Well.\nAsk us.", "Say it plainly."),
            (report.Title, report.Summary, report.ReturnReason)
        );
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_reason_has_at_most_a_thousand_characters(int length, bool isKept)
    {
        var report = Report();
        report.Submit();

        if (isKept)
            report.Return(new('r', length));
        else
            Assert.Throws<ArgumentException>(() => report.Return(new('r', length)));

        Assert.Equal(isKept ? AnnualReportStatus.Returned : AnnualReportStatus.Submitted, report.Status);
    }

    [Fact]
    public void Statements_take_the_place_of_those_before_and_are_at_most_fifty()
    {
        var report = Report();
        report.SetStatements(Enumerable.Repeat(Statement, 50));

        Assert.Throws<ArgumentException>(() => report.SetStatements(Enumerable.Repeat(Statement, 51)));

        Assert.Equal(50, report.Statements.Count);
    }

    [Fact]
    public void Only_a_published_report_is_revised() =>
        Assert.Throws<InvalidOperationException>(() => Report().Revise());

    [Fact]
    public void The_next_revision_says_all_that_the_published_one_says()
    {
        var report = Report();
        report.Describe("How we served you", "Well.");
        report.Submit();
        report.Clear();
        report.Publish(PublishedOn);
        var id = Guid.NewGuid();

        var next = report.Revise(id, Samples.Noon);

        Assert.Equal(
            (id, report.AgencyId, 1998, YearBasis.Fiscal, "How we served you", "Well.", Samples.Noon),
            (next.Id, next.AgencyId, next.Year, next.YearBasis, next.Title, next.Summary, next.RecordedAt)
        );
        var statement = Assert.Single(next.Statements);
        Assert.Equal(
            (next.Id, 1, Statement.StandardId, Statement.Text, 96, true),
            (
                statement.ReportId,
                statement.Ordinal,
                statement.StandardId,
                statement.Text,
                statement.Result,
                statement.Met
            )
        );
        Assert.NotEqual(report.Statements[0].Id, statement.Id);
    }

    [Fact]
    public void A_statement_keeps_its_id_and_its_instant_and_is_searched_whatever_its_case()
    {
        var id = Guid.NewGuid();
        var report = Report();

        report.SetStatements([Statement with { Text = " We paid  you. ", Id = id, RecordedAt = Samples.Noon }]);

        var statement = report.Statements[0];
        Assert.Equal(
            (id, "We paid  you.", "WE PAID YOU.", Samples.Noon),
            (statement.Id, statement.Text, statement.TextSearch, statement.RecordedAt)
        );
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_result_is_a_number(double result) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Report().SetStatements([Statement with { Result = result }]));

    private static AnnualReport Report()
    {
        var report = new AnnualReport(Guid.NewGuid(), 1998, YearBasis.Fiscal, "How we served you in 1998");
        report.SetStatements([Statement]);
        return report;
    }
}
