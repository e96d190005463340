using System.Text.Json;
using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>Which monthly reports, and whose, are refused.</summary>
public sealed class MonthlyReportRefusalTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string[] NoLanguage = [""];

    [Fact]
    public async Task All_faults_of_events_are_reported_at_once_with_their_paths()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await server.SubmitAsync(
            agency,
            null,
            Planned(startsOn: "1998-05-01"),
            Planned(others: [("description", new string('x', 501)), ("endsOn", "1998-04-13"), ("expectedReach", -1)]),
            Planned(
                others: [("state", null), ("eventId", "nonsense"), ("coHostIds", new[] { agency.Id(), "nonsense" })]
            ),
            Planned(others: [("placeKind", "VIRTUAL"), ("languages", NoLanguage)])
        );

        Assert.Equal(
            [
                "TextTooLong input.events.1.description",
                "TextMissing input.events.3.languages.0",
                "EventOutsideMonth input.events.0.startsOn",
                "NegativeNumber input.events.1.expectedReach",
                "EndBeforeStart input.events.1.endsOn",
                "PlaceMismatch input.events.2.state",
                "RecordNotFound input.events.2.eventId",
                "AgencyNotFound input.events.2.coHostIds.1",
                "PlaceMismatch input.events.3.state",
            ],
            payload.Refusals()
        );
    }

    [Fact]
    public async Task A_report_has_at_most_500_events_and_at_most_a_hundred_refusals_are_reported()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var many = await server.SubmitAsync(
            agency,
            null,
            [.. Enumerable.Range(0, 501).Select(i => Planned($"Event {i}"))]
        );
        var bad = await server.SubmitAsync(
            agency,
            null,
            [.. Enumerable.Range(0, 120).Select(i => Planned($"Event {i}", "1998-05-01"))]
        );
        var most = await server.SubmitAsync(
            agency,
            null,
            [.. Enumerable.Range(0, 500).Select(i => Planned($"Event {i}"))]
        );

        Assert.Equal(["TooManyEvents input.events"], many.Refusals());
        Assert.Equal(101, bad.Refusals().Count);
        Assert.Equal("MoreErrors input", bad.Refusals()[^1]);
        Assert.Empty(most.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_submissions_one_succeeds_and_the_others_are_shown_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payloads = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => server.SubmitAsync(agency, null, Planned()))
        );

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["MonthAlreadyReported input.month"], p.Refusals())
        );
    }

    [Fact]
    public async Task Agencies_report_only_for_themselves_and_their_components()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var component = await server.HasAgencyAsync(agency);
        var other = await server.HasAgencyAsync();
        var input = new
        {
            agencyId = component.Id(),
            month = "1998-04",
            nil = true,
        };

        var strangers = await server.As(other).DoAsync("submitMonthlyReport", input, Thing);
        var parents = await server.As(agency).DoAsync("submitMonthlyReport", input, Thing);

        Assert.Equal(["AgencyNotFound input.agencyId"], strangers.Refusals());
        Assert.Empty(parents.Refusals());
    }

    [Fact]
    public async Task NPR_cannot_report_and_agencies_cannot_accept()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var submitted = await server.SubmitAsync(agency);

        var reporting = await server
            .AsReviewer()
            .SendAsync(
                "mutation ($input: SubmitMonthlyReportInput!) { submitMonthlyReport(input: "
                    + "$input) { errors { message } } }",
                new
                {
                    input = new
                    {
                        agencyId = agency.Id(),
                        month = "1998-04",
                        nil = true,
                    },
                }
            );
        var accepting = await server
            .As(agency)
            .SendAsync(
                "mutation ($input: AcceptMonthlyReportInput!) { acceptMonthlyReport(input: "
                    + "$input) { errors { message } } }",
                new { input = new { monthlyReportId = submitted.ReportId() } }
            );

        Assert.Equal("FORBIDDEN", CodeOf(reporting));
        Assert.Equal("FORBIDDEN", CodeOf(accepting));

        static string? CodeOf(JsonElement answer) =>
            answer.GetProperty("errors")[0].GetProperty("extensions").Text("code");
    }

    [Fact]
    public async Task A_decided_report_cannot_be_decided_again()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var accepted = await server.HasAcceptedAsync(agency);

        var again = await server
            .AsReviewer()
            .DoAsync("acceptMonthlyReport", new { monthlyReportId = accepted.ReportId() }, Thing);
        var back = await server
            .AsReviewer()
            .DoAsync("returnMonthlyReport", new { monthlyReportId = accepted.ReportId(), reason = "" }, Thing);

        Assert.Equal(["ReportNotSubmitted input.monthlyReportId"], again.Refusals());
        Assert.Equal(["TextMissing input.reason", "ReportNotSubmitted input.monthlyReportId"], back.Refusals());
    }
}
