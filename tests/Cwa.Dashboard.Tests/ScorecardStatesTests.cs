using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Scorecard;
using Standing = Cwa.Dashboard.Scorecard.Standing;

namespace Cwa.Dashboard.Tests;

/// <summary>The opened row of the scorecard.</summary>
public sealed class ScorecardStatesTests : IDisposable
{
    private const string Duty = "CWA-2.1";

    private readonly Reader _npr = new(Reader.Npr);

    public ScorecardStatesTests() => Answer(new(new(Duty, 1), 0, 1, 0, 1, 0, CanBeMet: true));

    private void Answer(DutySum sum) =>
        _npr.Answer(
            "ScorecardPage",
            new ScorecardData(
                new(
                    [],
                    new(1, 1, 1, 1, [sum]),
                    [
                        Row("SSA", Standing.Directed, DutyStatus.NotMet),
                        Row("FRS", Standing.Requested, DutyStatus.VoluntaryNotReported),
                    ]
                ),
                new([]),
                new(2)
            )
        );

    public void Dispose() => _npr.Dispose();

    [Fact]
    public void What_is_still_open_stands_beside_what_is_met()
    {
        Answer(new(new(Duty, 1), 3, 5, 4, 2, 0, CanBeMet: true));

        var sum = _npr.Open<Scorecard.Scorecard>("/scorecard").Find("tbody .sum td");

        Assert.Equal(["3 met, 2 not met", "4 open"], sum.QuerySelectorAll("a").Select(link => link.TextContent.Trim()));
    }

    [Fact]
    public void While_nobody_can_have_met_a_duty_no_number_says_that_none_has()
    {
        Answer(new(new(Duty, 1), 0, 1, 4, 1, 0, CanBeMet: false));

        var sum = _npr.Open<Scorecard.Scorecard>("/scorecard").Find("tbody .sum td");

        Assert.Equal(
            ["4 open, 1 not met; nobody can meet this before the year ends"],
            sum.QuerySelectorAll("a").Select(link => link.TextContent.Trim())
        );
    }

    [Fact]
    public void A_program_is_named_as_evidence()
    {
        _npr.Answer(
            "ScorecardRow",
            Opened(evidenceCount: 1, new { program = "Comment line", startsOn = "1998-03-20" })
        );

        var page = _npr.Open<Scorecard.Scorecard>("/scorecard?open=SSA");

        Assert.Equal("Program: Comment line, 20 March 1998", page.TextOf(".opened .why div ul"));
    }

    [Fact]
    public void An_opened_row_gives_each_duty_with_its_reason_and_the_records_that_it_rests_on()
    {
        _npr.Answer("ScorecardRow", Opened(evidenceCount: 1, new { name = "Pat Doe", designatedOn = "1998-03-20" }));

        var page = _npr.Open<Scorecard.Scorecard>("/scorecard?open=SSA");

        Assert.Equal("Nobody is named.", page.TextOf("#SSA + .opened .why div > p"));
        Assert.Equal("Not met", page.TextOf(".opened .status"));
        Assert.Equal("Liaison: Pat Doe, 20 March 1998", page.TextOf(".opened .why div ul"));
        Assert.Equal("/scorecard#SSA", page.Find(".opened p a:last-child").GetAttribute("href"));
    }

    [Fact]
    public void An_opened_row_counts_the_records_that_it_does_not_list()
    {
        _npr.Answer("ScorecardRow", Opened(evidenceCount: 1_201, new { name = "Pat Doe" }));

        var page = _npr.Open<Scorecard.Scorecard>("/scorecard?open=SSA");

        Assert.Equal("and 1,200 more", page.TextOf(".opened .why div li:last-child"));
    }

    [Fact]
    public void An_opened_row_that_rests_on_no_record_lists_none()
    {
        _npr.Answer("ScorecardRow", Opened(evidenceCount: 0));

        var page = _npr.Open<Scorecard.Scorecard>("/scorecard?open=FRS");

        Assert.Equal("Nobody is named.", page.TextOf("#FRS + .opened .why div > p"));
        Assert.Empty(page.FindAll(".opened ul"));
    }

    [Theory]
    [InlineData("INTERNAL_SERVER_ERROR", "This part could not be read.")]
    [InlineData("UNAVAILABLE", "It is away.")]
    public void A_row_that_cannot_be_opened_says_so_and_the_grid_stays(string code, string said)
    {
        _npr.Answer("ScorecardRow", _ => Reader.Error(code, "agency", "scorecard"));

        var page = _npr.Open<Scorecard.Scorecard>("/scorecard?open=SSA");

        Assert.Equal($"{said} Try again. {code} abc", page.TextOf("#SSA + .opened [role=alert]"));
        Assert.Equal("/scorecard?open=SSA#SSA", page.Find(".opened [role=alert] a").GetAttribute("href"));
        Assert.Equal("1 of 1 directed agency has a duty that is not met.", page.TextOf("h1"));
        Assert.NotNull(page.Find("#FRS"));
        Assert.Equal(200, _npr.Http.Response.StatusCode);
    }

    [Fact]
    public void An_agency_that_is_not_listed_is_not_asked_about()
    {
        var page = _npr.Open<Scorecard.Scorecard>("/scorecard?open=NONE");

        Assert.Empty(page.FindAll(".opened"));
        Assert.Equal(2, _npr.Asked.Count);
    }

    [Fact]
    public void An_agency_that_is_only_asked_has_no_count_of_what_is_not_met()
    {
        var page = _npr.Open<Scorecard.Scorecard>("/scorecard");

        Assert.Equal("1 not met", page.TextOf("#SSA td:last-child"));
        Assert.Equal("", page.TextOf("#FRS td:last-child"));
        Assert.Equal("Asked, nothing reported", page.TextOf("#FRS td .spoken"));
    }

    private static AgencyRow Row(string agency, Standing directive, DutyStatus status) =>
        new(new(agency, agency, directive, Parent: null), 1, [new(status, CountsAsMet: null, Value: null, Unit: null)]);

    private static object Opened(int evidenceCount, params object[] evidence) =>
        new
        {
            agency = new
            {
                scorecard = new
                {
                    cells = new[]
                    {
                        new
                        {
                            requirement = new { key = Duty },
                            status = "NOT_MET",
                            reason = "Nobody is named.",
                            evidenceCount,
                            evidence,
                        },
                    },
                },
            },
        };
}
