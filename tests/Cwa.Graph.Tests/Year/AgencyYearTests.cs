using System.Text.Json;
using Cwa.Tests;
using Snapshooter.Xunit;

namespace Cwa.Graph.Tests.Year;

/// <summary>The memorandum's year of one agency, through the public API, and what everybody else sees of it.</summary>
public sealed class AgencyYearTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_does_through_the_year_what_the_memorandum_asks_and_each_sees_what_is_theirs_to_see(
        string provider
    )
    {
        await using var year = await AgencyYear.BeginAsync(provider, "1998-03-10");

        await DesignateAsync(year);
        await Conversations.AnnounceSpringAsync(year);
        year.GoTo("1998-06-25");
        await Conversations.ConfirmSpringAsync(year);
        await Conversations.AnnounceSummerAsync(year);
        await ComplaintsOfTheYear.HearComplaintsAsync(year);
        year.GoTo("1998-12-15");
        await ComplaintsOfTheYear.FixWhatIsBehindThemAsync(year);
        await ResultsOfTheYear.AskEmployeesAndCompareAsync(year);
        await Conversations.AnnounceWinterAsync(year);
        year.GoTo("1999-02-20");
        await ResultsOfTheYear.PublishResultsAsync(year);

        var (npr, open) = await EverybodySeesTheYearAsync(year);
        npr.MatchSnapshot("AgencyYear_as_NPR_sees_it");
        open.MatchSnapshot("AgencyYear_as_the_public_sees_it");
    }

    // Action 2: a liaison by 16 March, and a program that continues through the year.
    private static async Task DesignateAsync(AgencyYear year)
    {
        var program = await year.DoesAsync(
            "createProgram",
            new
            {
                agencyId = year.AgencyId,
                name = "Ask first",
                purpose = "To ask customers before we change forms.",
                startsOn = "1998-03-10",
            },
            "program { id }"
        );
        await year.IsSeenAsync(program, "program", byOthers: true);
        var liaison = await year.DoesAsync(
            "designateLiaison",
            new
            {
                agencyId = year.AgencyId,
                name = "Pat Smith",
                email = "pat.smith@example.gov",
                designatedOn = "1998-03-10",
            },
            "liaison { id }"
        );
        await year.IsSeenAsync(liaison, "liaison");
    }

    private static async Task<(string Npr, string Public)> EverybodySeesTheYearAsync(AgencyYear year)
    {
        var npr = await year.NprAsksAsync(
            """
            query ($by: AgencyByInput!) {
              agency(by: $by) {
                liaison { name designatedOn }
                programs { nodes { name } }
                monthlyReports(first: 100) { totalCount nodes { month revision status nil eventCount reason } }
                events(first: 100) { nodes { title startsOn status attendance format } }
                findings { nodes {
                  text actions(first: 5) { nodes { description outcomes(first: 5) { nodes { description } } } }
                } }
                complaintProcesses { nodes { description } }
                complaintMetrics { nodes { month revision isCurrent received pendingEnd } }
                systemicProblems { nodes { title status changes(first: 5) { nodes { description before after } } } }
                surveys { nodes { kind responses meanRating } }
                benchmarkStudies { nodes { partner partnerScore ownScore } }
                customerBases { nodes { customers effectiveFrom source } }
                serviceAreas { nodes { state customersLiving } }
                serviceStandards { nodes { statement measurements(first: 5) { nodes { value met } } } }
                annualReports(first: 5) { nodes {
                  year revision status statements { text met }
                  planCitations(first: 5) { nodes { plan { law section } } }
                } }
              }
            }
            """,
            new { by = new { id = year.AgencyId } }
        );

        const string Open = """
            query ($by: AgencyByInput!, $of: EventFilterInput, $results: AnnualReportFilterInput) {
              events(where: $of, first: 100) { totalCount nodes { title startsOn status } }
              annualReports(where: $results, first: 5) { totalCount nodes { revision status statements { text } } }
              agency(by: $by) { name serviceStandards { nodes { statement } } }
            }
            """;
        var agency = new { abbreviation = new { eq = year.Agency.Abbreviation } };
        var variables = new
        {
            by = new { id = year.AgencyId },
            of = new { agency },
            results = new { agency },
        };
        var seenByPublic = ReadableAnswer.Of(await year.PublicAsksAsync(Open, variables));
        Assert.Equal(seenByPublic, ReadableAnswer.Of(await year.OtherAsksAsync(Open, variables)));
        var hidden = await year.OtherAsksAsync(
            """
            query ($by: AgencyByInput!) {
              agency(by: $by) {
                liaison { name }
                monthlyReports { totalCount } findings { totalCount } complaintMetrics { totalCount }
                systemicProblems { totalCount } surveys { totalCount } benchmarkStudies { totalCount }
                customerBases { totalCount } serviceAreas { totalCount }
              }
            }
            """,
            new { by = new { id = year.AgencyId } }
        );
        Assert.All(
            hidden.GetProperty("agency").EnumerateObject(),
            field =>
                Assert.True(
                    field.Value.ValueKind == JsonValueKind.Null
                        || field.Value.GetProperty("totalCount").GetInt32() == 0,
                    field.Name
                )
        );
        return (ReadableAnswer.Of(npr), seenByPublic);
    }
}
