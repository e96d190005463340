using Cwa.Dashboard.Agencies;
using Microsoft.AspNetCore.Components;

namespace Cwa.Dashboard.Tests;

/// <summary>The states of an agency's page that are hard to reach in a browser.</summary>
public sealed class AgencyStatesTests : IDisposable
{
    // A field that no section shows failed, and took the agency with it.
    private static readonly object Unread = new
    {
        data = new { agency = (object?)null },
        errors = new[]
        {
            new
            {
                message = "",
                path = new[] { "agency", "name" },
                extensions = new { code = "INTERNAL_SERVER_ERROR", traceId = "abc" },
            },
        },
    };

    private readonly Reader _npr = new(Reader.Npr);

    public void Dispose() => _npr.Dispose();

    [Fact]
    public void What_does_not_exist_reads_as_what_is_not_the_readers()
    {
        _npr.Answer("Agency", new AgencyData(null));

        var page = _npr.Render<WholeAgencyPage>(p => p.Add(x => x.Abbreviation, "NONE"));

        Assert.Equal("There is no such page, or it is not yours to read.", page.TextOf("h1"));
    }

    [Theory]
    [InlineData("Agency")]
    [InlineData("AgencyForThePublic")]
    public void An_agency_that_cannot_be_read_is_a_fault_and_not_missing(string operation)
    {
        _npr.Answer(operation, _ => Unread);

        IRenderedComponent<IComponent> page =
            operation == "Agency"
                ? _npr.Render<WholeAgencyPage>(p => p.Add(x => x.Abbreviation, "SSA"))
                : _npr.Render<PublicAgencyPage>(p => p.Add(x => x.Abbreviation, "SSA"));

        Assert.Equal(500, _npr.Http.Response.StatusCode);
        Assert.Equal("This page could not be read.", page.TextOf("h1"));
        Assert.EndsWith("INTERNAL_SERVER_ERROR abc", page.TextOf("[role=alert]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WANTED_SERVICES", "services wanted")]
    [InlineData("QUALITY_WANTED", "quality wanted")]
    [InlineData("SATISFACTION", "satisfaction")]
    [InlineData("EMPLOYEE_BARRIER", "an employee's barrier")]
    [InlineData("EMPLOYEE_IDEA", "an employee's idea")]
    public void A_finding_says_what_it_is_about(string about, string words)
    {
        var heard = new Finding(new(1998, 5, 20), about, "Lines are long.", null, new([]));

        var section = _npr.Render<Heard>(p => p.Add(x => x.Findings, new(1, [heard])));

        Assert.EndsWith($"· {words}", section.TextOf(".soft").Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_for_a_year_say_which_and_what_is_not_said()
    {
        var year = new LongerFigures(new(1997, 10), new(1998, 9), null, new("FOIA: Simple"), 4800, null, 220, 12.5);

        var table = _npr.Render<LongerFiguresTable>(p => p.Add(x => x.Figures, [year]));

        Assert.StartsWith("October 1997 to September 1998", table.TextOf("th[scope=row]"), StringComparison.Ordinal);
        Assert.Equal("FOIA: Simple, all channels", table.TextOf(".soft"));
        Assert.Equal(["4,800", "not said", "12.5", "220"], table.FindAll("td").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("attention", "Why to call")]
    [InlineData("reportingCalendar", "Monthly reports")]
    [InlineData("scorecard", "Fifteen duties")]
    [InlineData("complaintTrend", "Complaints")]
    [InlineData("longerFigures", "Complaints")]
    [InlineData("complaintProcesses", "Complaints")]
    [InlineData("systemicProblems", "Complaints")]
    [InlineData("upcoming", "Conversations")]
    [InlineData("past", "Conversations")]
    [InlineData("reach", "Conversations")]
    [InlineData("findings", "What was heard, and what was done")]
    [InlineData("serviceStandards", "Standards")]
    [InlineData("annualReports", "Annual results")]
    [InlineData("components", "Components")]
    public void A_section_that_fails_says_so_and_the_rest_stays(string part, string title)
    {
        _npr.Answer(
            "Agency",
            text =>
                text.Contains("@skip", StringComparison.Ordinal)
                    ? new { data = new { agency = Answers.AgencyWithout(part) } }
                    : Reader.Error("INTERNAL_SERVER_ERROR", "agency", part, "nodes", 0)
        );

        var page = _npr.Render<WholeAgencyPage>(p => p.Add(x => x.Abbreviation, "SSA"));

        Assert.Equal("Social Security Administration", page.TextOf("h1"));
        var failed = Assert.Single(page.FindAll("section"), s => s.QuerySelector(".problem") is not null);
        Assert.Equal(title, failed.QuerySelector("h2")!.TextContent);
        Assert.Contains("This part could not be read.", failed.TextContent, StringComparison.Ordinal);
        Assert.Contains("INTERNAL_SERVER_ERROR abc", failed.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            6,
            page.FindAll("section").Count - 1 + (title is "Why to call" or "Fifteen duties" or "Components" ? 0 : 1)
        );
        Assert.Single(
            _npr.Asked,
            asked =>
                asked.Contains($"    {part}", StringComparison.Ordinal)
                && asked.Contains("@skip", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_section_of_which_one_may_be_null_fails_without_asking_again()
    {
        _npr.Answer(
            "Agency",
            _ => new
            {
                data = new { agency = Answers.AgencyWithout("scorecard") },
                errors = new[]
                {
                    new
                    {
                        message = "",
                        path = new[] { "agency", "scorecard" },
                        extensions = new { code = "INTERNAL_SERVER_ERROR" },
                    },
                },
            }
        );

        var page = _npr.Render<WholeAgencyPage>(p => p.Add(x => x.Abbreviation, "SSA"));

        Assert.Equal(
            "This part could not be read. Try again. INTERNAL_SERVER_ERROR",
            page.TextOf("[aria-labelledby=duties] [role=alert]")
        );
        Assert.Equal(2, _npr.Asked.Count);
    }
}
