using Cwa.Dashboard.Complaints;
using Cwa.Dashboard.Parts;

namespace Cwa.Dashboard.Tests;

/// <summary>The states of the page of complaints that are hard to reach in a browser.</summary>
public sealed class ComplaintsStatesTests : IDisposable
{
    private static readonly Dictionary<string, object?> Figures = new()
    {
        ["complaintTrend"] = new ComplaintTrend([new(new(1998, 10), 120, 0.9, 0.8, 6, 40, null)]),
        ["byCategory"] = new CategoryTrend([]),
        ["byChannel"] = new ChannelTrend([]),
        ["byAgency"] = new AgencyTrend([]),
        ["growingComplaintCategories"] = new GrowingCategories(0, []),
        ["processChanges"] = new ProcessChanges(0, []),
        ["complaintCarryOver"] = new CarryOver(0, []),
    };

    private readonly Reader _npr = new(Reader.Npr);

    public void Dispose() => _npr.Dispose();

    [Fact]
    public void A_period_without_figures_is_told_in_words()
    {
        _npr.Answer(
            "Complaints",
            new Dictionary<string, object?>(Figures) { ["complaintTrend"] = new ComplaintTrend([]) }
        );

        var page = _npr.Open<ComplaintsPage>("/complaints?from=1998-01&to=1998-02");

        Assert.Equal("No complaint figures for January 1998 to February 1998.", page.TextOf("h1"));
        Assert.Equal("No agency has sent such figures for January 1998 to February 1998.", page.TextOf(".empty"));
        Assert.Empty(page.FindAll("#categories"));
    }

    [Fact]
    public void Nothing_that_grows_or_was_changed_or_does_not_carry_over_is_told_in_words()
    {
        _npr.Answer("Complaints", Figures);

        var page = _npr.Open<ComplaintsPage>("/complaints");

        Assert.StartsWith("120 complaints came in October 1998.", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal("No category grew by 20% or more.", page.TextOf("[aria-labelledby=growing] .empty"));
        Assert.Equal("The effect of no change was measured.", page.TextOf("[aria-labelledby=changes] .empty"));
        Assert.Equal("All figures carry over from month to month.", page.TextOf("[aria-labelledby=carry-over] .empty"));
    }

    [Theory]
    [InlineData("byCategory", "categories", "By category")]
    [InlineData("byChannel", "channels", "By channel")]
    [InlineData("byAgency", "agencies", "By agency")]
    [InlineData("growingComplaintCategories", "growing", "What grows")]
    [InlineData("processChanges", "changes", "What was changed, and whether it helped")]
    [InlineData("complaintCarryOver", "carry-over", "Do the figures carry over?")]
    public void A_part_that_fails_says_so_and_the_rest_stays(string part, string section, string title)
    {
        _npr.Answer(
            "Complaints",
            text =>
                text.Contains("@skip(if: true)", StringComparison.Ordinal)
                    ? new { data = new Dictionary<string, object?>(Figures) { [part] = null } }
                    : Reader.Error("INTERNAL_SERVER_ERROR", part)
        );

        var page = _npr.Open<ComplaintsPage>("/complaints");

        Assert.Equal(title, page.TextOf($"[aria-labelledby={section}] h2"));
        Assert.Equal(
            "This part could not be read. Try again. INTERNAL_SERVER_ERROR abc",
            page.TextOf($"[aria-labelledby={section}] [role=alert]")
        );
        Assert.Single(page.FindAll("[role=alert]"));
        Assert.StartsWith("120 complaints came", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal(200, _npr.Http.Response.StatusCode);
    }

    [Fact]
    public void The_public_is_led_to_the_sign_in()
    {
        using var anybody = new Reader(viewer: null);

        var page = anybody.Open<ComplaintsPage>("/complaints");

        Assert.Equal("The page of complaints is not public.", page.TextOf("h1"));
        Assert.Single(anybody.Asked);
    }
}
