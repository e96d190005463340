using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Rows that are what a verb is told: the verb's rules hold for each.</summary>
public sealed class VerbRowsTests
{
    public static TheoryData<string, string> Kinds => KindFile.OnEachDatabase();

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_is_stored_once_with_its_trail_and_changes_nothing_when_it_comes_again(
        string provider,
        string kind
    )
    {
        await using var database = await KindFile.PreparedAsync(provider, kind);
        var before = await TracesAsync(database);

        var dry = await database.ImportAsync(kind, KindFile.Of(kind), options => options with { DryRun = true });
        var untouched = await TracesAsync(database);
        var first = await database.ImportAsync(kind, KindFile.Of(kind));
        var stored = await TracesAsync(database);
        var again = await database.ImportAsync(kind, KindFile.Of(kind));

        Assert.Empty(first.Errors);
        Assert.Equal((1, 0, true), (first.Inserted + first.Updated, first.Unchanged, first.Committed));
        Assert.Equal((first.Inserted, first.Updated, false), (dry.Inserted, dry.Updated, dry.Committed));
        Assert.Equal((0, 0, 1, true), (again.Inserted, again.Updated, again.Unchanged, again.Committed));
        Assert.Equal(before, untouched);
        Assert.Equal((before.Audit + 1, before.Feed + 1), stored);
        Assert.Equal(stored, await TracesAsync(database));
    }

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_row_of_an_agency_that_is_not_the_callers_reads_as_one_of_no_agency(string provider, string kind)
    {
        await using var database = await KindFile.PreparedAsync(provider, kind);

        var result = await database.ImportAsync(
            kind,
            KindFile.Of(kind),
            options => options with { MayWrite = agency => agency.Abbreviation == "IRS" }
        );

        var error = Assert.Single(result.Errors);
        Assert.Equal((2, "agency"), (error.Line, error.Column));
        Assert.StartsWith("There is no agency SSA for which you may write.", error.Reason, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("standards", "statement", "", "statement", "The value is missing.")]
    [InlineData(
        "measurements",
        "from_month",
        "1999-01",
        "from_month",
        "1999-01 has not begun, so there are no data yet."
    )]
    [InlineData("measurements", "standard", "We hurry.", "standard", "SSA has no standard 'We hurry.'.")]
    [InlineData("surveys", "mean_rating", "5.5", "mean_rating", "Give a mean from 1 to 5, such as 3.8.")]
    [InlineData(
        "surveys",
        "ratings",
        "1;2;3",
        "ratings",
        "Give five counts, from the worst point to the best, or none. There are 3."
    )]
    [InlineData(
        "benchmark-studies",
        "conducted_on",
        "1998-12-01",
        "conducted_on",
        "This day is still to come: today is 1998-11-16. " + "Send it again once it has happened."
    )]
    [InlineData(
        "service-areas",
        "customers_living",
        "many",
        "customers_living",
        "'many' is not a whole number from 0 to 1000000000000 such as 12 or 1,200."
    )]
    [InlineData(
        "customer-bases",
        "customers",
        "0",
        "customers",
        "An agency serves at least one customer. If the number is not known, declare none."
    )]
    [InlineData("customer-bases", "source", "", "source", "The value is missing.")]
    [InlineData("delivery-choices", "service", "", "service", "The value is missing.")]
    [InlineData(
        "delivery-choices",
        "offered_to",
        "1997-12-31",
        "offered_to",
        "This end is before the start on 1998-01-01."
    )]
    [InlineData("programs", "ends_on", "1998-02-01", "ends_on", "This end is before the start on 1998-03-01.")]
    [InlineData("findings", "event", "Reno town hall", "event", "SSA has no event 'Reno town hall' on 1998-04-21.")]
    [InlineData("findings", "own_theme", "Parking", "own_theme", "SSA has no theme 'Parking'.")]
    [InlineData("themes", "name", "", "name", "The value is missing.")]
    [InlineData("findings", "survey", "How did we do?", "event", "Give exactly one of event, survey and program.")]
    [InlineData("liaisons", "email", "maria", "email", EmailAddress.Expected)]
    [InlineData(
        "attendance",
        "count_method",
        "",
        "count_method",
        "Give `attendance` and `countMethod` together, or neither."
    )]
    [InlineData(
        "event-completions",
        "state",
        "",
        "state",
        "An event at a PLACE names its state or territory; one that is NATIONAL or VIRTUAL has neither state nor city."
    )]
    public async Task A_wrong_row_is_reported_by_line_and_column_in_the_words_of_the_verb(
        string kind,
        string column,
        string value,
        string at,
        string reason
    )
    {
        await using var database = await KindFile.PreparedAsync(TestDatabase.Sqlite, kind);

        var result = await database.ImportAsync(kind, KindFile.Of(kind, (column, value)));

        Assert.Contains(result.Errors, error => (error.Line, error.Column, error.Reason) == (2, at, reason));
        Assert.False(result.Committed);
    }

    private static async Task<(int Audit, int Feed)> TracesAsync(TestDatabase database)
    {
        await using var db = database.Contexts.CreateDbContext();
        return (await db.AuditEntries.CountAsync(), await db.FeedEntries.CountAsync());
    }
}
