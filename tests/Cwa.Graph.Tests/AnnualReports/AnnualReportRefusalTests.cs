using Cwa.Tests;
using static Cwa.Graph.Tests.AnnualReporting;

namespace Cwa.Graph.Tests;

/// <summary>What the draft of an annual report is refused for, and what it is warned about.</summary>
public sealed class AnnualReportRefusalTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [Fact]
    public async Task All_faults_are_reported_at_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        var others = await server.HasStandardAsync(await server.HasAgencyAsync());
        var draft = Draft(
            agency,
            Statement(standardId, ""),
            Statement(others),
            Statement("nonsense", new string('x', 1001))
        );
        draft["title"] = new string('x', 201);
        draft["summary"] = "";
        draft["year"] = 2000;

        var payload = await server.As(agency).DoAsync("saveAnnualReportDraft", draft);

        Assert.Equal(
            [
                "TextTooLong input.title",
                "TextMissing input.summary",
                "TextMissing input.statements.0.text",
                "TextTooLong input.statements.2.text",
                "YearNotBegun input.year",
                "RecordNotFound input.statements.1.standardId",
                "RecordNotFound input.statements.2.standardId",
            ],
            payload.Refusals()
        );
    }

    [Theory]
    [InlineData(1992, "CALENDAR", "YearOutOfRange input.year")]
    [InlineData(2101, "CALENDAR", "YearOutOfRange input.year")]
    [InlineData(1999, "CALENDAR", "YearNotBegun input.year")]
    [InlineData(2000, "FISCAL", "YearNotBegun input.year")]
    [InlineData(1999, "FISCAL")]
    [InlineData(1993, "CALENDAR")]
    public async Task A_report_on_a_year_that_has_not_begun_is_refused(int year, string basis, params string[] refusals)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var draft = Draft(agency);
        (draft["year"], draft["yearBasis"]) = (year, basis);

        var payload = await server.As(agency).DoAsync("saveAnnualReportDraft", draft);

        Assert.Equal(refusals, payload.Refusals());
        Assert.Equal(year == 1999 && basis == "FISCAL" ? ["input.year"] : [], payload.Warnings());
    }

    [Fact]
    public async Task A_report_makes_at_most_fifty_statements()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);

        var fifty = await server.SaveAnnualAsync(
            agency,
            [.. Enumerable.Range(1, 50).Select(i => Statement(standardId))]
        );
        var more = await server.SaveAnnualAsync(
            agency,
            [.. Enumerable.Range(1, 51).Select(i => Statement(standardId))]
        );

        Assert.Equal(50, fifty.Texts().Count);
        Assert.Equal(["TooManyStatements input.statements"], more.Refusals());
    }

    [Fact]
    public async Task Text_that_customers_would_not_understand_or_believe_gets_a_warning()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var withdrawn = await server.HasStandardAsync(agency, ("statement", "We write back."));
        await server
            .As(agency)
            .DoneAsync(
                "withdrawServiceStandard",
                new { standardId = withdrawn, withdrawnOn = "1997-10-01" },
                Promises.Standard
            );
        var later = await server.HasStandardAsync(
            agency,
            ("statement", "We are friendly."),
            ("effectiveFrom", "1998-10-01")
        );
        var standardId = await server.HasStandardAsync(agency);
        var long41 = string.Join(' ', Enumerable.Repeat("administration", 41)) + ".";
        var draft = Draft(
            agency,
            Statement(withdrawn),
            Statement(later),
            Statement(standardId, long41),
            Statement(standardId, met: false)
        );
        draft["summary"] = long41;

        var payload = await server.As(agency).DoneAsync("saveAnnualReportDraft", draft, Report);

        Assert.Equal(
            [
                "input.summary",
                "input.statements.0.standardId",
                "input.statements.1.standardId",
                "input.statements.2.text",
                "input.statements.3.met",
                "input.statements",
            ],
            payload.Warnings()
        );
    }
}
