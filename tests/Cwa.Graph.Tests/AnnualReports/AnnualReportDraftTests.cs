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
}
