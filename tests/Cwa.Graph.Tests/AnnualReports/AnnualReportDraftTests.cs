using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.AnnualReporting;

namespace Cwa.Graph.Tests;

public sealed class AnnualReportDraftTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_draft_is_rewritten_as_often_as_it_is_saved(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        var first = await server.SaveAnnualAsync(agency, Statement(standardId, "One."), Statement(standardId, "Two."));

        var second = await server.SaveAnnualAsync(
            agency,
            Statement(standardId, "Three."),
            Statement(standardId, "Two."),
            Statement(standardId, "Four.")
        );
        var third = await server.SaveAnnualAsync(agency);

        Assert.Equal((1, "DRAFT"), second.RevisionAndStatus());
        Assert.Equal(["Three.", "Two.", "Four."], second.Texts());
        Assert.Empty(third.Texts());
        Assert.Equal([first.AnnualId(), first.AnnualId()], [second.AnnualId(), third.AnnualId()]);
    }

    [Fact]
    public async Task The_first_statements_cost_as_many_objects_as_are_asked_for()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        string[] texts = ["One.", "Two.", "Three."];
        var saved = await server.SaveAnnualAsync(agency, [.. texts.Select(text => Statement(standardId, text))]);

        var answer = await server.As(agency).SendAsync(Query(first: 2));

        var statements = answer.GetProperty("data").GetProperty("node").GetProperty("statements").EnumerateArray();
        Assert.Equal(["One.", "Two."], statements.Select(s => s.Text("text")));
        // The report and two statements.
        Assert.Equal(3, answer.GetProperty("extensions").GetProperty("cost").GetProperty("objects").GetInt32());
        foreach (var refused in new[] { 0, 51 })
            Assert.Contains("`first` takes 1 to 50.", (await server.As(agency).SendAsync(Query(refused))).ToString());

        string Query(int first) =>
            $$"""{ node(id: "{{saved.AnnualId()}}") { ... on AnnualReport { statements(first: {{first}}) { text } } } }""";
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Simultaneous_saves_write_one_draft(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);

        var saved = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i => server.SaveAnnualAsync(agency, Statement(standardId, $"This is text {i}.")))
        );

        Assert.All(saved, payload => Assert.Empty(payload.Refusals()));
        Assert.Single(saved.Select(payload => payload.AnnualId()).Distinct());
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var report = Assert.Single(
            await db.AnnualReports.Include(r => r.Statements).Where(r => r.AgencyId == agency.Id).ToListAsync()
        );
        Assert.Single(report.Statements);
    }

    [Fact]
    public async Task Only_the_agency_and_those_above_it_see_a_draft()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var department = await server.HasAgencyAsync();
        var bureau = await server.HasAgencyAsync(department);
        var saved = await server.SaveAnnualAsync(bureau);

        Assert.Equal("DRAFT", await server.As(bureau).StatusAsync(saved.AnnualId()));
        Assert.Equal("DRAFT", await server.As(department).StatusAsync(saved.AnnualId()));
        Assert.Null(await server.As(await server.HasAgencyAsync()).StatusAsync(saved.AnnualId()));
        Assert.Null(await server.AsReviewer().StatusAsync(saved.AnnualId()));
        Assert.Null(await server.PublicStatusAsync(saved.AnnualId()));
        Assert.Equal(
            ["RecordNotFound input.annualReportId"],
            (await server.ReviewAnnualAsync("clear", saved.AnnualId())).Refusals()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Discarding_a_draft_removes_its_citations(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var saved = await server.SaveAnnualAsync(agency, Statement(await server.HasStandardAsync(agency)));
        await server
            .As(agency)
            .DoneAsync("citePlan", Plans.Plan(("annualReportId", saved.AnnualId())), "planCitation { id }");
        var input = new { annualReportId = saved.AnnualId() };

        var strangers = await server.As(await server.HasAgencyAsync()).DoAsync("discardAnnualReportDraft", input);
        var discarded = await server.As(agency).DoneAsync("discardAnnualReportDraft", input, "agency { abbreviation }");

        Assert.Equal(["RecordNotFound input.annualReportId"], strangers.Refusals());
        Assert.Equal(agency.Abbreviation, discarded.GetProperty("agency").Text("abbreviation"));
        Assert.Equal(
            ["RecordNotFound input.annualReportId"],
            (await server.As(agency).DoAsync("discardAnnualReportDraft", input)).Refusals()
        );
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.False(await db.PlanCitations.AnyAsync(c => c.Plan.AgencyId == agency.Id));
        Assert.False(await db.AnnualStatements.AnyAsync(s => s.Report.AgencyId == agency.Id));
    }

    [Fact]
    public async Task A_draft_leaves_no_trace_in_the_feed()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var saved = await server.SaveAnnualAsync(agency);
        await server
            .As(agency)
            .DoneAsync("citePlan", Plans.Plan(("annualReportId", saved.AnnualId())), "planCitation { id }");

        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.False(await db.FeedEntries.AnyAsync(e => e.AgencyId == agency.Id));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.AgencyId == agency.Id && e.Action == "citePlan"));
    }

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
