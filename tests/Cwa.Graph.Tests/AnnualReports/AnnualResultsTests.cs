using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>What was published for a year, counted as one would by hand.</summary>
public sealed class AnnualResultsTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Query = """
        query ($year: Int!, $where: AgencyFilterInput) { annualResults(year: $year, where: $where) {
          year directed published statements met notMet notKnown hardToRead medianGrade
        } }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Everybody_reads_the_figures_of_what_was_published(string provider)
    {
        var server = await servers.OnAsync(provider);
        foreach (var year in new[] { 1997, 1998 })
        {
            var reports = (await PublishedAsync(server)).Where(r => r.Year == year).ToList();
            var statements = reports.SelectMany(r => r.Statements).ToList();

            var seen = await ResultsAsync(server.Public, year);

            Assert.Equal((await ResultsAsync(server, year)).ToString(), seen.ToString());
            Assert.Equal((year, reports.Count), (seen.Number("year"), seen.Number("published")));
            Assert.Equal(
                (
                    statements.Count,
                    statements.Count(s => s.Met == true),
                    statements.Count(s => s.Met == false),
                    statements.Count(s => s.Met is null)
                ),
                (seen.Number("statements"), seen.Number("met"), seen.Number("notMet"), seen.Number("notKnown"))
            );
            Assert.Equal(reports.Count(r => r.PlainLanguage.Grade > 12), seen.Number("hardToRead"));
            Assert.Equal(Median(reports), seen.GetProperty("medianGrade").GetDouble(), precision: 9);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Conditions_choose_the_agencies_that_are_directed_and_that_published(string provider)
    {
        var server = await servers.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var directed = await db.Agencies.CountAsync(a =>
            a.Directive == DirectiveStanding.Directed && a.ActiveTo == null
        );
        var irs = (await PublishedAsync(server)).Count(r => r.Year == 1998 && r.Agency.Abbreviation == "IRS");

        var all = await ResultsAsync(server, 1998);
        var requested = await ResultsAsync(server, 1998, new { directive = new { eq = "REQUESTED" } });
        var one = await ResultsAsync(server, 1998, new { abbreviation = new { eq = "IRS" } });
        var none = await ResultsAsync(server, 2050);

        Assert.InRange(all.Number("directed"), directed, 163);
        Assert.Equal(0, requested.Number("directed"));
        Assert.Equal((1, irs), (one.Number("directed"), one.Number("published")));
        Assert.Equal((0, 0), (none.Number("published"), none.Number("statements")));
        Assert.Equal(JsonValueKind.Null, none.GetProperty("medianGrade").ValueKind);
    }

    [Fact]
    public async Task Three_statements_count_a_year()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        server.Statements.Clear();

        await ResultsAsync(server, 1998);

        Assert.Equal(3, server.Statements.All.Count);
    }

    [Theory]
    [InlineData(1992)]
    [InlineData(2101)]
    [InlineData(-1)]
    public async Task A_year_that_no_report_can_cover_is_refused(int year)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var error = (await server.SendAsync(Query, new { year })).GetProperty("errors")[0];

        Assert.Equal("`year` is a year from 1993 to 2100, such as 1998.", error.Text("message"));
    }

    private static async Task<List<AnnualReport>> PublishedAsync(CwaServer server)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        return await db
            .AnnualReports.AsNoTracking()
            .Include(r => r.Agency)
            .Include(r => r.Statements)
            .Where(r => r.Status == AnnualReportStatus.Published)
            .ToListAsync();
    }

    private static async Task<JsonElement> ResultsAsync(CwaServer server, int year, object? where = null) =>
        (await server.AskAsync(Query, new { year, where })).GetProperty("annualResults");

    private static double Median(IEnumerable<AnnualReport> reports)
    {
        var grades = reports.Select(r => r.PlainLanguage.Grade).Order().ToList();
        return grades.Count % 2 == 1
            ? grades[grades.Count / 2]
            : (grades[grades.Count / 2 - 1] + grades[grades.Count / 2]) / 2;
    }
}
