using System.Text;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>The forms of CSV that an import accepts, and how it reports others.</summary>
public sealed class CsvFormTests
{
    private const string Header = "agency,month,pending_start,received,resolved,pending_end,median_days";

    [Fact]
    public async Task A_byte_order_mark_and_Windows_line_ends_and_any_order_of_columns_are_accepted()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        byte[] file =
        [
            .. Encoding.UTF8.Preamble,
            .. "month,Agency,median_days,pending_end,resolved,received,pending_start\r\n"u8,
            .. "1998-04,SSA,4.5,12,3,5,10\r\n"u8,
        ];

        var result = await database.ImportAsync("complaint-metrics", file);

        Assert.True(result.Committed);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(10, (await db.ComplaintMetrics.SingleAsync()).PendingStart);
    }

    [Fact]
    public async Task A_line_break_in_quotes_counts_towards_line_numbers()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "agencies",
            "abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,active_to\r\n"
                + "A,\"Two\r\nlines\",bureau,SSA,directed,Basis,false,\r\n"
                + "B,Name,bureau,NONE,directed,Basis,false,\r\n"
        );

        Assert.Equal(
            new ImportError(4, "parent_abbreviation", "There is no agency NONE, neither in the file nor stored."),
            Assert.Single(result.Errors)
        );
    }

    [Fact]
    public async Task A_formula_is_text_like_any_other()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        await database.ImportAsync(
            "complaint-metrics",
            $"{Header},category,top_category\nSSA,1998-04,1,1,1,1,1,\"=HYPERLINK(\"\"x\"\")\",access"
        );

        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal("=HYPERLINK(\"x\")", (await db.ComplaintCategories.SingleAsync()).Name);
    }

    [Fact]
    public async Task A_wrong_header_is_refused_and_the_unknown_columns_are_asked_about()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Header.Replace("received", "recieved", StringComparison.Ordinal)},month\n"
        );

        Assert.Equal(["recieved", "month", "received"], result.Errors.Select(error => error.Column));
        Assert.Equal(
            [
                "There is no column of this name. Say which one it is, or send column.recieved=ignore with the file to "
                    + "have it passed over.",
                "The column appears twice.",
                "The column is missing, unless it is one of those that are not known.",
            ],
            result.Errors.Select(error => error.Reason)
        );
    }

    [Theory]
    [InlineData("SSA,1998-04,1,1,1,1,\"1", "A quote is never closed.")]
    [InlineData("SSA,1998-04,1,1,1,1,\"1\"2", "There is text after the closing quote.")]
    [InlineData("S\"SA,1998-04,1,1,1,1,1", "A value with a quote must stand in quotes, with the inner quote doubled.")]
    public async Task Broken_quotes_are_reported(string row, string reason)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync("complaint-metrics", $"{Header}\n{row}");

        Assert.Contains(new ImportError(2, "", reason), result.Errors);
    }

    [Fact]
    public async Task An_unterminated_value_stops_the_import()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync("complaint-metrics", $"{Header}\n\"{new string('x', 5_000_000)}\n");

        Assert.Equal(2, Assert.Single(result.Errors).Line);
    }

    [Fact]
    public async Task A_value_longer_than_any_column_is_refused()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Header}\nSSA,{new string('9', 10_001)},1,1,1,1,1\nSS\0A,1998-04,1,1,1,1,1"
        );

        Assert.Equal(
            [
                new(2, "month", "This text has 10001 characters; at most 10000 fit."),
                new(3, "agency", "This text holds U+0000, a control character, at position 3. Take it out."),
            ],
            result.Errors
        );
    }

    [Fact]
    public async Task A_cell_of_invisible_characters_counts_as_empty()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var figures = await database.ImportAsync("complaint-metrics", $"{Header}\nSSA,1998-04,\u200B,5,3,12,\u200B");
        var events = await database.ImportAsync(
            "events",
            "agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind,state\n"
                + "SSA,1998-04,Hall,Talk,1998-04-21,TELEPHONE,HOTLINE,FORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,PLACE,\u200B"
        );

        Assert.Equal((1, 0), (figures.Inserted, figures.ErrorCount));
        Assert.Equal("state", Assert.Single(events.Errors).Column);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_accepted()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        var file = Encoding.UTF8.GetBytes($"{Header}\nSSA,1998-04,1,1,1,1,1");
        await using var compressed = new MemoryStream();
        await using (
            var writer = new System.IO.Compression.DeflateStream(
                compressed,
                System.IO.Compression.CompressionMode.Compress,
                leaveOpen: true
            )
        )
            await writer.WriteAsync(file);
        compressed.Position = 0;
        await using var stream = new System.IO.Compression.DeflateStream(
            compressed,
            System.IO.Compression.CompressionMode.Decompress
        );

        var result = await Imports.RunAsync(
            Imports.Find("complaint-metrics")!,
            stream,
            database.Contexts,
            new(new(1998, 11, 16)),
            progress: null,
            CancellationToken.None
        );

        Assert.True(result.Committed);
    }
}
