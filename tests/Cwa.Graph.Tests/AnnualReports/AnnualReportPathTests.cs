using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.AnnualReporting;

namespace Cwa.Graph.Tests;

/// <summary>The steps of an annual report from submission to publication.</summary>
public sealed class AnnualReportPathTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_public_sees_a_report_only_once_it_is_submitted_cleared_and_published(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var annualReportId = (
            await server.SaveAnnualAsync(agency, Statement(await server.HasStandardAsync(agency)))
        ).AnnualId();
        var seen = new List<(string?, string?)>();

        foreach (var step in new[] { "submit", "clear", "publish" })
        {
            var payload =
                step == "submit"
                    ? await server.SubmitAnnualAsync(agency, annualReportId)
                    : await server.ReviewAnnualAsync(step, annualReportId);
            Assert.Empty(payload.Refusals());
            seen.Add(
                (await server.AsReviewer().StatusAsync(annualReportId), await server.PublicStatusAsync(annualReportId))
            );
        }

        Assert.Equal([("SUBMITTED", null), ("CLEARED", null), ("PUBLISHED", "PUBLISHED")], seen);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            [
                FeedKind.ServiceStandardSet,
                FeedKind.AnnualReportSubmitted,
                FeedKind.AnnualReportCleared,
                FeedKind.AnnualReportPublished,
            ],
            await db
                .FeedEntries.Where(e => e.AgencyId == agency.Id)
                .OrderBy(e => e.Sequence)
                .Select(e => e.Kind)
                .ToListAsync()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_returned_report_is_changed_and_submitted_again(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        var annualReportId = (await server.SaveAnnualAsync(agency, Statement(standardId))).AnnualId();
        await server.SubmitAnnualAsync(agency, annualReportId);

        var returned = await server.ReturnAnnualAsync(annualReportId);
        var saved = await server.SaveAnnualAsync(agency, Statement(standardId, "We kept our promise."));
        var submitted = await server.SubmitAnnualAsync(agency, annualReportId);

        Assert.Equal("Say whether it was met.", returned.GetProperty("annualReport").Text("returnReason"));
        Assert.Equal((annualReportId, (1, "RETURNED")), (saved.AnnualId(), saved.RevisionAndStatus()));
        Assert.Equal((1, "SUBMITTED"), submitted.RevisionAndStatus());
        Assert.Equal(["We kept our promise."], submitted.Texts());
        Assert.Null(submitted.GetProperty("annualReport").Text("returnReason"));
    }

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

    [Fact]
    public async Task A_step_that_the_status_forbids_is_refused_with_the_allowed_next_step()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        var annualReportId = (await server.SaveAnnualAsync(agency, Statement(standardId))).AnnualId();
        await server.SubmitAnnualAsync(agency, annualReportId);

        Assert.Equal(
            "The report is SUBMITTED; NPR clears or returns it next.",
            Told(await server.ReviewAnnualAsync("publish", annualReportId))
        );
        Assert.Equal(
            ["WrongAnnualReportStatus input.year"],
            (await server.SaveAnnualAsync(agency, Statement(standardId))).Refusals()
        );
        Assert.Equal(
            ["WrongAnnualReportStatus input.annualReportId"],
            (await server.SubmitAnnualAsync(agency, annualReportId)).Refusals()
        );
        Assert.Equal(
            ["WrongAnnualReportStatus input.annualReportId"],
            (await server.As(agency).DoAsync("discardAnnualReportDraft", new { annualReportId })).Refusals()
        );
        await server.ReviewAnnualAsync("clear", annualReportId);
        Assert.Equal(
            "The report is CLEARED; NPR publishes or returns it next.",
            Told(await server.ReviewAnnualAsync("clear", annualReportId))
        );
        await server.ReviewAnnualAsync("publish", annualReportId);
        Assert.Equal(
            "The report is PUBLISHED; to change it, save the draft of its next revision.",
            Told(await server.ReturnAnnualAsync(annualReportId))
        );

        static string? Told(JsonElement payload)
        {
            Assert.Equal(["WrongAnnualReportStatus input.annualReportId"], payload.Refusals());
            return payload.GetProperty("errors")[0].Text("message");
        }
    }

    [Fact]
    public async Task A_report_without_a_statement_is_not_submitted()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var saved = await server.SaveAnnualAsync(agency);

        Assert.Equal(
            ["NoStatements input.annualReportId"],
            (await server.SubmitAnnualAsync(agency, saved.AnnualId())).Refusals()
        );
    }

    [Fact]
    public async Task Submitting_repeats_the_warnings_and_warns_that_no_plan_is_cited()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var long41 = string.Join(' ', Enumerable.Repeat("we", 41)) + ".";
        var saved = await server.SaveAnnualAsync(agency, Statement(await server.HasStandardAsync(agency), long41));

        var submitted = await server.SubmitAnnualAsync(agency, saved.AnnualId());

        Assert.Equal(["input.statements.0.text", "input.statements"], saved.Warnings());
        var told = submitted.GetProperty("warnings").EnumerateArray().Select(w => w.Text("message")!).ToList();
        Assert.Equal(3, told.Count);
        Assert.Contains("(CWA-5.2)", told[0], StringComparison.Ordinal);
        Assert.Contains("Statement 1 has a sentence of 41 words.", told[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1998-11-17", new[] { "DateInFuture input.publishedOn" }, new string[0])]
    [InlineData("1998-11-16", new string[0], new string[0])]
    [InlineData("1998-09-30", new string[0], new[] { "input.publishedOn" })]
    public async Task A_future_publication_date_is_refused_and_one_before_the_year_has_ended_gets_a_warning(
        string publishedOn,
        string[] refusals,
        string[] warnings
    )
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var annualReportId = await server.HasClearedAnnualAsync(agency, await server.HasStandardAsync(agency));

        var payload = await server
            .AsReviewer()
            .DoAsync("publishAnnualReport", new { annualReportId, publishedOn }, Report);

        Assert.Equal(refusals, payload.Refusals());
        Assert.Equal(warnings, payload.Warnings());
        if (refusals is [])
            Assert.Equal(publishedOn, payload.GetProperty("annualReport").Text("publishedOn"));
    }

    [Fact]
    public async Task Only_its_agency_submits_a_report_and_only_a_reviewer_publishes_it()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var annualReportId = (
            await server.SaveAnnualAsync(agency, Statement(await server.HasStandardAsync(agency)))
        ).AnnualId();

        var strangers = await server.SubmitAnnualAsync(await server.HasAgencyAsync(), annualReportId);
        var answer = await server
            .As(agency)
            .SendAsync(
                "mutation ($input: PublishAnnualReportInput!) { publishAnnualReport(input: "
                    + "$input) { errors { message } } }",
                new { input = new { annualReportId } }
            );

        Assert.Equal(["RecordNotFound input.annualReportId"], strangers.Refusals());
        Assert.Equal("FORBIDDEN", answer.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
    }
}
