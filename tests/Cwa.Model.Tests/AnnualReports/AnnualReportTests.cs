using CsCheck;

namespace Cwa.Model.Tests;

public sealed class AnnualReportTests
{
    private static readonly DateOnly PublishedOn = new(1998, 12, 1);
    private static readonly StatementDraft Statement = new(
        Guid.NewGuid(),
        "We answered 96 of 100 calls in five minutes.",
        96,
        true
    );

    [Fact]
    public void A_report_is_published_after_it_was_submitted_and_cleared()
    {
        var report = Published();

        Assert.Equal((AnnualReportStatus.Published, PublishedOn), (report.Status, report.PublishedOn));
    }

    [Fact]
    public void No_sequence_of_steps_publishes_a_report_that_was_not_cleared() =>
        Gen.Int[0, 4]
            .Array[0, 30]
            .Sample(steps =>
            {
                var report = Draft();
                List<AnnualReportStatus> path = [report.Status];
                foreach (var step in steps)
                {
                    Try(report, step);
                    if (path[^1] != report.Status)
                        path.Add(report.Status);
                }

                var published = path.IndexOf(AnnualReportStatus.Published);
                return published < 0 || path[published - 1] == AnnualReportStatus.Cleared;
            });

    [Fact]
    public void A_report_without_a_statement_is_not_submitted() =>
        Assert.Throws<InvalidOperationException>(() =>
            new AnnualReport(Guid.NewGuid(), 1998, YearBasis.Fiscal, "How we served you in 1998").Submit()
        );

    [Fact]
    public void A_submitted_report_does_not_change()
    {
        var report = Draft();
        report.Submit();

        Assert.Throws<InvalidOperationException>(() => report.SetStatements([Statement]));
        Assert.Throws<InvalidOperationException>(() => report.Describe("Another title", summary: null));
    }

    [Fact]
    public void A_returned_report_says_why_until_it_is_submitted_again()
    {
        var report = Draft();
        report.Submit();
        report.Return("The second sentence names no standard.");
        Assert.Equal("The second sentence names no standard.", report.ReturnReason);

        report.SetStatements([Statement]);
        report.Submit();

        Assert.Equal((AnnualReportStatus.Submitted, null), (report.Status, report.ReturnReason));
    }

    [Fact]
    public void The_next_revision_starts_with_the_words_of_the_published_one()
    {
        var report = Published();

        var next = report.Revise();

        Assert.Equal((2, AnnualReportStatus.Draft), (next.Revision, next.Status));
        Assert.Equal(report.Statements.Select(s => s.Text), next.Statements.Select(s => s.Text));
    }

    [Fact]
    public void A_superseded_report_keeps_the_day_it_was_published()
    {
        var report = Published();

        report.Supersede();

        Assert.Equal((AnnualReportStatus.Superseded, PublishedOn), (report.Status, report.PublishedOn));
    }

    [Fact]
    public void Statements_are_numbered_in_their_order_and_measured()
    {
        var report = Draft();
        report.SetStatements([Statement, Statement with { Text = "We paid nearly all claims on time." }]);

        Assert.Equal([1, 2], report.Statements.Select(s => s.Ordinal));
        Assert.InRange(report.PlainLanguage.Grade, 0, 8);
        Assert.Equal(2, report.PlainLanguage.Sentences);
    }

    [Fact]
    public void A_report_without_statements_has_no_grade()
    {
        var report = Draft();
        report.SetStatements([]);

        Assert.Equal(PlainLanguage.OfNothing, report.PlainLanguage);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void An_empty_statement_is_refused(string? text) =>
        Assert.ThrowsAny<ArgumentException>(() => Draft().SetStatements([Statement with { Text = text! }]));

    [Fact]
    public void A_statement_has_at_most_a_thousand_characters()
    {
        Draft().SetStatements([Statement with { Text = new string('a', 1000) }]);

        Assert.Throws<ArgumentException>(() =>
            Draft().SetStatements([Statement with { Text = new string('a', 1001) }])
        );
    }

    private static AnnualReport Draft()
    {
        var report = new AnnualReport(Guid.NewGuid(), 1998, YearBasis.Fiscal, "How we served you in 1998");
        report.SetStatements([Statement]);
        return report;
    }

    private static AnnualReport Published()
    {
        var report = Draft();
        report.Submit();
        report.Clear();
        report.Publish(PublishedOn);
        return report;
    }

    private static void Try(AnnualReport report, int step)
    {
        Action[] steps =
        [
            report.Submit,
            report.Clear,
            () => report.Return("Say it plainly."),
            () => report.Publish(PublishedOn),
            report.Supersede,
        ];
        try
        {
            steps[step]();
        }
        catch (InvalidOperationException)
        {
            // A refused step leaves the report where it was.
        }
    }
}
