using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

public sealed class ComplaintFigureChecksTests
{
    private static readonly ComplaintFigures Unknown = new()
    {
        CountsMissing = MissingReason.NotCollected,
        MedianDaysMissing = MissingReason.NotCollected,
    };

    [Fact]
    public void Nothing_is_wrong_with_figures_that_balance() => Assert.Empty(Refused(Figures));

    [Fact]
    public void Nothing_is_wrong_with_figures_that_are_missing_for_a_reason() => Assert.Empty(Refused(Unknown));

    [Theory]
    [InlineData(-1, "NegativeNumber")]
    [InlineData(0, null)]
    [InlineData(1_000_000_000_000, null)]
    [InlineData(1_000_000_000_001, "NumberTooLarge")]
    public void Every_number_is_from_0_to_a_trillion(long number, string? refusal)
    {
        Check("pendingStart", Unknown with { PendingStart = number });
        Check("received", Unknown with { Received = number });
        Check("resolved", Unknown with { Resolved = number });
        Check("pendingEnd", Unknown with { PendingEnd = number });
        Check("withinTarget", Unknown with { WithinTarget = number });
        Check("medianDays", Unknown with { MedianDays = number, MedianDaysMissing = null });

        void Check(string field, ComplaintFigures figures) =>
            Assert.Equal(refusal is null ? [] : [$"{field} {refusal}"], Refused(figures));
    }

    [Theory]
    [InlineData(49)]
    [InlineData(51)]
    public void What_is_pending_at_the_end_follows_from_the_other_three(long pendingEnd)
    {
        var findings = new Findings();

        ComplaintFigureChecks.Check(Figures with { PendingEnd = pendingEnd }, findings.Check);

        var refusal = Assert.IsType<FiguresDoNotBalance>(Assert.Single(findings.Refusals));
        Assert.Equal(50, refusal.Expected);
        Assert.Equal(["input", "pendingEnd"], refusal.Path);
        Assert.Equal(
            "Pending at the end must be pending at the start + received − resolved, which is 50.",
            refusal.Message
        );
    }

    [Fact]
    public void Numbers_that_are_wrong_themselves_are_not_weighed_against_each_other()
    {
        const long tooLarge = Counts.Largest + 1;

        Assert.Equal(["received NegativeNumber"], Refused(Figures with { Received = -1 }));
        Assert.Equal(["resolved NumberTooLarge"], Refused(Figures with { Resolved = tooLarge }));
    }

    [Fact]
    public void The_least_and_the_largest_numbers_are_weighed_too() =>
        Assert.Equal(
            ["pendingEnd FiguresDoNotBalance"],
            Refused(
                Figures with
                {
                    PendingStart = Counts.Largest,
                    Received = 0,
                    Resolved = Counts.Largest,
                    PendingEnd = 1,
                }
            )
        );

    [Fact]
    public void Each_of_the_five_counts_is_there_or_a_reason_is()
    {
        ComplaintFigures[] missing =
        [
            Figures with
            {
                PendingStart = null,
            },
            Figures with
            {
                Received = null,
            },
            Figures with
            {
                Resolved = null,
            },
            Figures with
            {
                PendingEnd = null,
            },
            Figures with
            {
                WithinTarget = null,
            },
        ];

        Assert.All(
            missing,
            figures =>
            {
                Assert.Equal(["countsMissing NumberOrReason"], Refused(figures));
                Assert.Empty(Refused(figures with { CountsMissing = MissingReason.NotCollected }));
            }
        );
    }

    [Fact]
    public void A_reason_for_nothing_is_refused()
    {
        Assert.Equal(
            ["countsMissing NumberOrReason"],
            Refused(Figures with { CountsMissing = MissingReason.NotCollected })
        );
        Assert.Equal(
            ["medianDaysMissing NumberOrReason"],
            Refused(Figures with { MedianDaysMissing = MissingReason.NotCollected })
        );
    }

    [Fact]
    public void The_median_is_there_or_a_reason_is() =>
        Assert.Equal(["medianDaysMissing NumberOrReason"], Refused(Figures with { MedianDays = null }));

    private static IEnumerable<string> Refused(ComplaintFigures figures)
    {
        var findings = new Findings();
        ComplaintFigureChecks.Check(figures, findings.Check);
        return findings.Refusals.Select(refusal => $"{refusal.Path[^1]} {refusal.GetType().Name}");
    }
}
