using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.AnnualReporting;

namespace Cwa.Graph.Tests;

/// <summary>How one revision of an annual report takes the place of another.</summary>
public sealed class AnnualReportRevisionTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_next_revision_supersedes_the_published_one_when_it_is_published_itself(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        var first = await server.HasPublishedAnnualAsync(agency, standardId);

        var second = await server.HasClearedAnnualAsync(agency, standardId);
        var before = (await server.PublicStatusAsync(first), await server.PublicStatusAsync(second));
        var published = await server.ReviewAnnualAsync("publish", second);
        var after = (await server.PublicStatusAsync(first), await server.PublicStatusAsync(second));

        Assert.NotEqual(first, second);
        Assert.Equal((2, "PUBLISHED"), published.RevisionAndStatus());
        Assert.Equal(("PUBLISHED", null), before);
        Assert.Equal((null, "PUBLISHED"), after);
        Assert.Equal("SUPERSEDED", await server.As(agency).StatusAsync(first));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_publications_one_succeeds_and_one_revision_is_published(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        await server.HasPublishedAnnualAsync(agency, standardId);
        var second = await server.HasClearedAnnualAsync(agency, standardId);

        var payloads = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => server.ReviewAnnualAsync("publish", second))
        );

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["WrongAnnualReportStatus input.annualReportId"], p.Refusals())
        );
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            [AnnualReportStatus.Superseded, AnnualReportStatus.Published],
            await db
                .AnnualReports.Where(r => r.AgencyId == agency.Id)
                .OrderBy(r => r.Revision)
                .Select(r => r.Status)
                .ToListAsync()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task When_one_publishes_while_another_returns_one_of_them_is_refused(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var annualReportId = await server.HasClearedAnnualAsync(agency, await server.HasStandardAsync(agency));

        var payloads = await Task.WhenAll(
            server.ReviewAnnualAsync("publish", annualReportId),
            server.ReturnAnnualAsync(annualReportId)
        );

        var refused = Assert.Single(payloads, p => p.Refusals() is not []);
        Assert.Equal(["WrongAnnualReportStatus input.annualReportId"], refused.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_next_revision_cites_the_plans_of_the_published_one(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        var first = await server.HasPublishedAnnualAsync(agency, standardId);
        await server.As(agency).DoneAsync("citePlan", Plans.Plan(("annualReportId", first)), "planCitation { id }");

        var saved = await server.SaveAnnualAsync(agency, Statement(standardId));
        var submitted = await server.SubmitAnnualAsync(agency, saved.AnnualId());

        Assert.Empty(submitted.Warnings());
        var cited = await server
            .As(agency)
            .AskAsync(
                "query ($id: ID!) { node(id: $id) { ... on AnnualReport { planCitations { nodes { plan { "
                    + "section citations { totalCount } } } } } } }",
                new { id = saved.AnnualId() }
            );
        var plan = Assert
            .Single(cited.GetProperty("node").GetProperty("planCitations").GetProperty("nodes").EnumerateArray())
            .GetProperty("plan");
        Assert.Equal(2, plan.GetProperty("citations").GetProperty("totalCount").GetInt32());
    }
}
