using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Rows about what is recorded already, or about the same as another row.</summary>
public sealed class RecordedRowsTests
{
    [SkippableTheory]
    [InlineData("measurements", "value", "94", "from_month", "A measurement for 1998-04 is already recorded.")]
    [InlineData(
        "liaisons",
        "phone",
        "(410) 555-0199",
        "agency",
        "Maria Flores has been the agency's liaison since 1998-03-16. End that designation first, or set `replace`."
    )]
    [InlineData("problem-solving-outcomes", "walk_ins", "26", "event", "What this event solved was already recorded.")]
    [InlineData("surveys", "responses", "900", "responses", "")]
    [InlineData("programs", "purpose", "Another purpose.", "purpose", "")]
    [InlineData(
        "standards",
        "target",
        "96",
        "target",
        "with 95 and not 96. A file adds what is new; it corrects nothing."
    )]
    [InlineData(
        "benchmark-studies",
        "own_score",
        "88",
        "own_score",
        "with 87 and not 88. A file adds what is new; it corrects nothing."
    )]
    [InlineData(
        "customer-bases",
        "customers",
        "45,000,000",
        "effective_from",
        "The agency has already declared 44,000,000 customers from this day on."
    )]
    [InlineData(
        "delivery-choices",
        "offered_to",
        "1998-12-31",
        "offered_from",
        "The agency has already declared this, from 1998-01-01 on. Correct that, or give other days."
    )]
    public async Task A_row_that_says_otherwise_of_a_record_is_refused(
        string kind,
        string column,
        string value,
        string at,
        string reason
    )
    {
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, kind);
        await database.ImportAsync(kind, KindFile.Of(kind));

        var result = await database.ImportAsync(kind, KindFile.Of(kind, (column, value)));

        var error = Assert.Single(result.Errors);
        Assert.Equal((2, at), (error.Line, error.Column));
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task New_numbers_of_a_service_area_and_new_attendance_replace_the_old_ones(string provider)
    {
        await using var database = await KindFile.PreparedAsync(provider, "attendance");
        await database.ImportAsync("service-areas", KindFile.Of("service-areas"));
        await database.ImportAsync("attendance", KindFile.Of("attendance"));

        var area = await database.ImportAsync("service-areas", KindFile.Of("service-areas", ("customers_living", "5")));
        var held = await database.ImportAsync("attendance", KindFile.Of("attendance", ("attendance", "181")));

        Assert.Equal((1, 1), (area.Updated, held.Updated));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(5, (await db.ServiceAreas.SingleAsync()).CustomersLiving);
        Assert.Equal(181, (await db.Events.SingleAsync(e => e.Status == EventStatus.Held)).Attendance);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_liaison_is_replaced_by_a_file_that_says_so(string provider)
    {
        await using var database = await KindFile.PreparedAsync(provider, "liaisons");
        await database.ImportAsync("liaisons", KindFile.Of("liaisons"));

        var result = await database.ImportAsync(
            "liaisons",
            KindFile.Of("liaisons", ("name", "Ann Lee"), ("designated_on", "1998-06-01"), ("replace", "yes"))
        );

        Assert.Equal((1, 0), (result.Inserted, result.ErrorCount));
        await using var db = database.Contexts.CreateDbContext();
        var liaisons = await db.Liaisons.OrderBy(liaison => liaison.DesignatedOn).ToListAsync();
        Assert.Equal([new DateOnly(1998, 6, 1), null], liaisons.Select(liaison => liaison.EndedOn));
    }

    [Theory]
    [InlineData("surveys")]
    [InlineData("measurements")]
    [InlineData("service-areas")]
    [InlineData("customer-bases")]
    [InlineData("delivery-choices")]
    [InlineData("attendance")]
    [InlineData("liaisons")]
    public async Task Two_new_rows_about_the_same_are_refused(string kind)
    {
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, kind);

        var result = await database.ImportAsync(kind, KindFile.Rows(kind, [], []));

        var error = Assert.Single(result.Errors);
        Assert.Equal((3, "Line 2 is about the same. Take one of them out."), (error.Line, error.Reason));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_service_is_offered_once_on_each_day_by_the_same_means_and_provider(string provider)
    {
        await using var database = await KindFile.PreparedAsync(provider, "delivery-choices");
        (string, string)[] ended = [("offered_from", "1997-01-01"), ("offered_to", "1998-01-31")];

        // The two rows share January 1998.
        var overlapping = await database.ImportAsync(
            "delivery-choices",
            KindFile.Rows("delivery-choices", ended, [("offered_to", "")])
        );
        var apart = await database.ImportAsync(
            "delivery-choices",
            KindFile.Rows(
                "delivery-choices",
                ended,
                [("offered_from", "1998-02-01"), ("offered_to", "")],
                [("provider", ""), ("offered_to", "")],
                [("means", "TELEPHONE"), ("offered_to", "")]
            )
        );

        var error = Assert.Single(overlapping.Errors);
        Assert.Equal((3, "offered_from"), (error.Line, error.Column));
        Assert.Equal(
            "The agency has already declared this, from 1997-01-01 on. Correct that, or give other days.",
            error.Reason
        );
        Assert.Equal((4, 0), (apart.Inserted, apart.ErrorCount));
    }

    [Fact]
    public async Task A_column_that_the_file_does_not_have_says_nothing_about_a_record()
    {
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, "liaisons");
        await database.ImportAsync("liaisons", KindFile.Of("liaisons"));

        var result = await database.ImportAsync(
            "liaisons",
            "Organization,Name of liaison,Telephone number,Date designated\nSSA,Maria Flores,(410) 555-0134,3/16/98\n"
        );

        Assert.Equal((0, 1), (result.ErrorCount, result.Unchanged));
    }

    [Fact]
    public async Task An_event_of_which_a_row_says_nothing_stays_as_it_is()
    {
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, "event-completions");

        var result = await database.ImportAsync(
            "event-completions",
            "agency,event,starts_on,city\nSSA,Fresno town hall,1998-04-21,\n"
        );

        Assert.Equal((0, 1), (result.ErrorCount, result.Unchanged));
    }

    [Fact]
    public async Task Of_standards_that_nothing_tells_apart_a_row_finds_the_one_that_says_the_same()
    {
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, "standards");
        await database.ImportAsync("standards", KindFile.Of("standards"));
        await using (var db = database.Contexts.CreateDbContext())
        {
            var first = await db.ServiceStandards.SingleAsync();
            db.Add(
                new ServiceStandard(
                    first.AgencyId,
                    first.Statement,
                    first.Measure,
                    first.Unit,
                    target: 80,
                    first.Direction,
                    first.CustomerGroup,
                    first.EffectiveFrom
                )
            );
            await db.SaveChangesAsync();
        }

        var result = await database.ImportAsync("standards", KindFile.Rows("standards", [], [("target", "80")]));

        Assert.Equal((0, 2), (result.ErrorCount, result.Unchanged));
    }
}
