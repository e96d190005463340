using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Measuring;

namespace Cwa.Graph.Tests;

/// <summary>Complaint figures for quarters and years, through the API.</summary>
public sealed class LongerFiguresTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Years_carry_over_or_are_restated_and_leave_no_gaps(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(
            agency.In("1995-01", 10, 100, 90, covers: CoveredPeriod.Year),
            agency.In("1996-01", 20, 100, 90, covers: CoveredPeriod.Year),
            agency.In("1997-01", 37, 100, 90, covers: CoveredPeriod.Year),
            agency.In("1998-01", 50, 3, 3)
        );

        var data = await server.AskAsync(
            $$"""
            {
              restated: complaintCarryOver(from: "1995-01", to: "1998-12", {{Of(agency)}}) {
                breaks { month covers monthBefore coversBefore closing opening monthsMissing }
              }
              gaps: complaintCarryOver(from: "1995-01", to: "1998-12", kind: GAP, {{Of(agency)}}) { totalCount }
            }
            """
        );

        Assert.Equal(
            ["1997-01 YEAR 1996-12 YEAR 30 37 0", "1998-01 MONTH 1997-12 YEAR 47 50 0"],
            data.GetProperty("restated")
                .GetProperty("breaks")
                .Lines("month", "covers", "monthBefore", "coversBefore", "closing", "opening", "monthsMissing")
        );
        Assert.Equal(0, data.GetProperty("gaps").GetProperty("totalCount").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_year_grows_beside_the_twelve_months_before(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var late = await server.HasKindAsync(agency, "Late letters");
        await server.StoreAsync(
            agency.In("1996-01", 0, 100, 0, category: late, covers: CoveredPeriod.Year),
            agency.In("1997-01", 0, 30, 0, category: late, covers: CoveredPeriod.Quarter),
            agency.In("1997-04", 0, 120, 0, category: late),
            // This year lies in neither of the two.
            agency.In("1996-10", 0, 999, 0, category: late, covers: CoveredPeriod.Year)
        );

        var data = await server.AskAsync(
            """
            { topComplaintCategories(from: "1997-01", to: "1997-12", first: 100) {
              own { category { name } agency { id } received receivedBefore months monthsBefore grew } } }
            """
        );

        Assert.Equal(
            ["150 100 4 12 True"],
            data.GetProperty("topComplaintCategories")
                .GetProperty("own")
                .EnumerateArray()
                .Where(own => own.GetProperty("agency").Text("id") == agency.Id())
                .Lines("received", "receivedBefore", "months", "monthsBefore", "grew")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Figures_for_a_year_are_recorded_and_found_by_their_length(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var year = Complaining.Figures(agency, ("month", "1996-10"), ("covers", "YEAR"));

        var recorded = await server
            .As(agency)
            .DoneAsync(
                "reportComplaintMetrics",
                new { metrics = new object[] { year, Complaining.Figures(agency) } },
                "complaintMetrics { month covers lastMonth revision }"
            );
        var data = await server.AskAsync(
            $$"""
            {
              complaintMetrics(
                where: { covers: { eq: YEAR }, agency: { abbreviation: { eq: "{{agency.Abbreviation}}" } } }
              ) {
                nodes { month covers lastMonth received }
              }
            }
            """
        );

        Assert.Equal(
            ["1996-10 YEAR 1997-09 1", "1998-04 MONTH 1998-04 1"],
            recorded.GetProperty("complaintMetrics").Lines("month", "covers", "lastMonth", "revision")
        );
        Assert.Equal(
            ["1996-10 YEAR 1997-09 30"],
            data.GetProperty("complaintMetrics").GetProperty("nodes").Lines("month", "covers", "lastMonth", "received")
        );
    }
}
