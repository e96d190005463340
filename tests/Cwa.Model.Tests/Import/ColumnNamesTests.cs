using System.Text;
using Cwa.Tests;
using static Cwa.Model.Tests.ForeignFile;

namespace Cwa.Model.Tests;

/// <summary>What is reported about the line that names the columns.</summary>
public sealed class ColumnNamesTests
{
    [Fact]
    public async Task Titles_above_the_names_are_passed_over_whatever_quotes_they_have()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"Complaints \"we\" had\nAgency,SSA\n\"As of\nNovember\",,,,,,\n,,,,,,\n{Header}\n{Row}\nSSA,x,1,1,1,1,1\n"
        );

        Assert.Equal((2, 8, "month"), (result.Rows, result.Errors.Single().Line, result.Errors.Single().Column));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task The_names_are_looked_for_below_twenty_titles(int titles, bool found)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        var lines = string.Concat(Enumerable.Repeat("Complaints we had\n", titles));

        var result = await database.ImportAsync("complaint-metrics", $"{lines}{Header}\n{Row}\n");

        Assert.Equal(found, result.Committed);
    }

    [Theory]
    [InlineData("agency,first,second\n", 1)]
    [InlineData("agency,month,second\n", 6)]
    public async Task A_line_that_names_two_columns_is_read_as_the_names(string file, int errors)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        Assert.Equal(errors, (await database.ImportAsync("complaint-metrics", file)).ErrorCount);
    }

    [Fact]
    public async Task What_is_wrong_with_the_names_is_told_of_the_line_on_which_they_stand()
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes($"\n,,\n{Header},colour\n{Row},\n"));

        Assert.Equal((3, "colour"), (error.Line, error.Column));
    }

    [Fact]
    public async Task A_column_that_is_named_twice_in_two_ways_is_refused()
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes($"{Header},Median Days\n{Row},\n"));

        Assert.Equal(
            (
                "Median Days",
                "The column median_days appears twice: as 'median_days' and as 'Median Days'. Take one out."
            ),
            (error.Column, error.Reason)
        );
    }

    [Theory]
    [InlineData("Agency,Month,Pending Start,RECEIVED,re-solved,Pending_End,medianDays")]
    [InlineData("Reporting agency,Report month,Opening balance,Opened,Closed,Still pending,Median days to resolve")]
    [InlineData("  Bureau ,Period,Pending at Start,New complaints,Processed,Pending at End,Median (days)")]
    public async Task Columns_are_known_by_what_people_write_above_them(string header)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync("complaint-metrics", $"{header}\n{Row}\n");

        Assert.Empty(result.Errors);
        Assert.True(result.Committed);
    }

    [Fact]
    public async Task Names_beyond_the_five_hundredth_column_are_not_looked_at()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        var file = $"{Header.Replace(",median_days", "", StringComparison.Ordinal)}{new string(',', 500)}median_days\n";

        var error = Assert.Single((await database.ImportAsync("complaint-metrics", file)).Errors);

        Assert.Equal("median_days", error.Column);
        Assert.StartsWith("The column is missing.", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_stands_for_two_columns_and_each_stands_for_one_that_there_is()
    {
        Assert.All(
            Imports.Kinds,
            kind =>
            {
                Assert.Empty(kind.Words.Keys.Except(kind.Columns));
                Assert.All(kind.Columns, column => Assert.Equal(column, kind.ColumnOf(column)));
                Assert.All(
                    kind.Words.SelectMany(words => words.Value, (words, word) => (words.Key, word)),
                    said => Assert.Equal(said.Key, kind.ColumnOf(said.word))
                );
            }
        );
    }

    [Theory]
    [InlineData(
        "agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind",
        "events"
    )]
    [InlineData("abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,active_to", "agencies")]
    public async Task A_file_of_another_import_is_recognised_as_such(string names, string kind)
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes($"{names}\n"));

        Assert.Equal(
            new ImportError(
                1,
                "",
                $"These are the columns of {kind}, not of complaint-metrics: import the file as {kind}."
            ),
            error
        );
    }

    [Theory]
    [InlineData(
        "",
        "The file is empty; its first line names the columns: "
            + "agency, month, pending_start, received, resolved, pending_end, median_days."
    )]
    [InlineData(
        ",,,\n\n,,\n",
        "The file is empty; its first line names the columns: "
            + "agency, month, pending_start, received, resolved, pending_end, median_days."
    )]
    [InlineData(
        "SSA,1998-04,10,5,3,12,4.5\nSSA,1998-05,10,5,3,12,4.5\n",
        "No line at the top of the file names columns of this import: write a line above the rows that names "
            + "agency, month, pending_start, received, resolved, pending_end, median_days."
    )]
    [InlineData(
        "a",
        "No line at the top of the file names columns of this import: write a line above the rows that names "
            + "agency, month, pending_start, received, resolved, pending_end, median_days."
    )]
    [InlineData(
        "{\"rows\":[]}",
        "No line at the top of the file names columns of this import: write a line above the rows that names "
            + "agency, month, pending_start, received, resolved, pending_end, median_days."
    )]
    public async Task A_file_without_column_names_is_reported_in_one_sentence(string file, string reason)
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes(file));

        Assert.Equal(("", reason), (error.Column, error.Reason));
    }
}
