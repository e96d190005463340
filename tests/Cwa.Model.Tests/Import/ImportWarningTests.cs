using Cwa.Tests;

namespace Cwa.Model.Tests;

public sealed class ImportWarningTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Warnings_about_events_are_reported_and_stored(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.Contexts.SaveAsync(Samples.Agency(abbreviation: "SSA"));
        const string hall = "We listen.,1998-04-21,FACE_TO_FACE,TOWN_HALL,INFORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,NATIONAL";

        var result = await database.ImportAsync(
            "events",
            $"""
            agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind
            SSA,1998-04,Fresno,{hall}
            SSA,1998-04,Reno,{hall}
            SSA,1998-04,Fresno,{hall}
            SSA,1998-02,Fresno,{hall.Replace("1998-04", "1998-02", StringComparison.Ordinal)}
            """
        );

        Assert.Equal(
            [
                new(2, "month", "This report is late: it was due on 1998-03-31."),
                new(4, "title", "An event with this title and day is listed twice."),
                new(5, "month", "The agency is not active in 1998-02."),
            ],
            result.Warnings
        );
        Assert.Equal((3, 4, true), (result.WarningCount, result.Inserted, result.Committed));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Warnings_about_complaint_figures_are_reported_and_stored(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = Samples.Agency(abbreviation: "SSA");
        await database.Contexts.SaveAsync(
            agency,
            new ComplaintProcess(agency.Id, "A number for each.", [Channel.Mail], "Office", 10, new(1998, 5, 4))
        );
        const string header = "agency,month,pending_start,received,resolved,pending_end,within_target,median_days";
        await database.ImportAsync("complaint-metrics", $"{header}\nSSA,1998-06,1,1,1,1,1,1");

        // Months in any order: the opening of a month is compared with the month before, in the file or in the
        // database.
        var result = await database.ImportAsync(
            "complaint-metrics",
            $"""
            {header}
            SSA,1998-11,5,1,1,5,1,1
            SSA,1998-07,2,1,1,2,2,1
            SSA,1998-05,4,0,1,3,1,1
            SSA,1998-04,3,1,1,3,1,1
            """
        );

        Assert.Equal(
            [
                new(2, "month", "1998-11 is not over. Report it again when it is."),
                new(
                    3,
                    "within_target",
                    "More complaints were resolved within the target days than were resolved at all."
                ),
                new(3, "pending_start", "Pending complaints: 1998-06 ended with 1, but 1998-07 begins with 2."),
                new(4, "pending_start", "Pending complaints: 1998-04 ended with 3, but 1998-05 begins with 4."),
                new(5, "month", "The agency had no complaint process in place by the end of 1998-04."),
            ],
            result.Warnings
        );
        Assert.Equal((4, true), (result.Inserted, result.Committed));
    }

    [Fact]
    public async Task The_count_is_of_wrong_rows_and_not_of_errors_or_rows_read()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            """
            agency,month,pending_start,received,resolved,pending_end,median_days
            SSA,1998-13,x,1,1,1,1
            SSA,1998-04,1,1,1,1,1
            SSA,1998-05,-1,1,1,1,y
            SSA,1998-06,1,1,1,1,1
            NONE,1998-06,1,1,1,1,1
            """
        );

        Assert.Equal((5, 5, 3), (result.Rows, result.ErrorCount, result.WrongRows));
    }
}
