using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Files that nobody prepared, by the words that people write above their columns.</summary>
public sealed class ClerksFileTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Attendance_comes_from_a_sign_up_sheet(string provider)
    {
        await using var database = await KindFile.PreparedAsync(provider, "attendance");

        var result = await database.ImportAsync(
            "attendance",
            "Attendance in April;;;;\nOrganization;Event name;Date of event;Number attending;How counted\n"
                + "SSA;FRESNO TOWN HALL;4/21/98;1,180;Counted\n"
                + "SSA;How long is too long to wait? We listen, and answer.;4/21/98;;\nTotal;;;1,180;\n"
        );

        Assert.Empty(result.Errors);
        Assert.Equal((2, 0), (result.Updated, result.WarningCount));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [null, 1180],
            await db
                .Events.Where(e => e.Status == EventStatus.Held)
                .OrderBy(e => e.Attendance != null)
                .Select(e => e.Attendance)
                .ToListAsync()
        );
    }

    [Fact]
    public async Task A_sign_up_sheet_that_does_not_say_how_people_were_counted_is_asked_once()
    {
        const string sheet =
            "Organization,Event name,Date of event,Number attending\nSSA,Fresno town hall,4/21/98,180\n"
            + "SSA,Fresno problem-solving day,4/21/98,\n";
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, "attendance");

        var asked = await database.ImportAsync("attendance", sheet);
        var answered = await database.ImportAsync(
            "attendance",
            sheet,
            options => options with { Answers = Answer("value.count_method", "ESTIMATED") }
        );

        var question = Assert.Single(asked.Errors).Question!;
        Assert.Equal("value.count_method", question.Option);
        Assert.Equal(["COUNTED", "ESTIMATED"], question.Choices.Select(choice => choice.Value));
        Assert.Empty(answered.Errors);
        await using var db = database.Contexts.CreateDbContext();
        var held = await db.Events.Where(e => e.Status == EventStatus.Held).OrderBy(e => e.Title).ToListAsync();
        Assert.Equal([null, CountMethod.Estimated], held.Select(e => e.CountMethod));
        Assert.Equal([null, 180], held.Select(e => e.Attendance));
    }

    [Fact]
    public async Task An_event_whose_title_others_have_is_asked_for_by_its_day()
    {
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, "attendance");
        await database.ImportAsync(
            "events",
            "agency,month,title,description,starts_on\nSSA,1998-05,Fresno town hall,Waits and what we do.,1998-05-21\n"
        );

        var asked = await database.ImportAsync("attendance", "agency,event\nSSA,Fresno town hall\n");
        var said = await database.ImportAsync("attendance", "agency,event,date\nSSA,Fresno town hall,5/21/98\n");

        Assert.Equal(
            "SSA has 2 events 'Fresno town hall'. Say which is meant: give its id, or its day in starts_on.",
            Assert.Single(asked.Errors).Reason
        );
        Assert.Equal((0, 1), (said.ErrorCount, said.Updated));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Months_of_results_are_found_by_what_is_measured(string provider)
    {
        await using var database = await KindFile.PreparedAsync(provider, "measurements");

        var result = await database.ImportAsync(
            "measurements",
            "Agency\tService standard\tMonth\tResult\n"
                + "SSA\tCalls answered within five minutes\tApr-98\t93.5\n"
                + "SSA\tcalls answered within five minutes\tMay-98\t\n"
        );

        Assert.Equal((0, 2), (result.ErrorCount, result.Inserted));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [null, MissingReason.NotCollected],
            await db.Measurements.OrderBy(m => m.FromMonth).Select(m => m.ValueMissing).ToListAsync()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_survey_is_a_mean_and_the_number_of_answers(string provider)
    {
        await using var database = await KindFile.PreparedAsync(provider, "surveys");

        var result = await database.ImportAsync(
            "surveys",
            "Agency,Type,Survey,Date,Respondents,Average score,Mode\n"
                + "Social Security Administration,Customer,Visitors,4/2/98,812,4.1,In person\n",
            options => options with { Answers = Answer("agency.Social Security Administration", "SSA") }
        );

        Assert.Equal((0, 1), (result.ErrorCount, result.Inserted));
        await using var db = database.Contexts.CreateDbContext();
        var survey = await db.Surveys.SingleAsync();
        Assert.Equal(
            (812, 4.1, Channel.InPerson, MissingReason.NotCollected, survey.ConductedFrom),
            (
                survey.Responses!.Value,
                survey.MeanRating!.Value,
                survey.Channel!.Value,
                survey.CountsMissing!.Value,
                survey.ConductedTo
            )
        );
    }

    [Fact]
    public async Task Facts_are_said_later_of_events_that_have_no_title()
    {
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, "event-completions");

        var result = await database.ImportAsync("event-completions", KindFile.Of("event-completions"));

        Assert.Equal((0, 1), (result.ErrorCount, result.Updated));
        await using var db = database.Contexts.CreateDbContext();
        var said = await db.Events.SingleAsync(e => e.City == "Fresno");
        Assert.Equal(
            ("Fresno town hall", StateCode.CA, 200),
            (said.Title, said.State!.Value, said.ExpectedReach!.Value)
        );
        Assert.Equal(["en", "es"], said.Languages);
    }

    private static ImportAnswers Answer(string option, string value)
    {
        Assert.Null(ImportAnswers.Read([new(option, value)], out var answers));
        return answers;
    }
}
