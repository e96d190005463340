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
