using System.Text;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>The edges of what a cell and a file can hold.</summary>
public sealed class ImportLimitsTests
{
    private const string Header = "agency,month,pending_start,received,resolved,pending_end,median_days";

    private const string Events =
        "agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind,expected_reach";

    [Theory]
    [InlineData("1000000000000", "0", true)]
    [InlineData("1000000000001", "0", false)]
    [InlineData("0", "1000000000000", true)]
    [InlineData("0", "1000000000000.5", false)]
    [InlineData("0", "-0.5", false)]
    [InlineData("0", "1e3", true)]
    [InlineData("+1", "0", false)]
    [InlineData("1.0", "0", false)]
    public async Task Counts_and_medians_go_from_zero_to_a_trillion(string count, string median, bool taken)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Header}\nSSA,1998-04,{count},0,0,{count},{median}"
        );

        Assert.Equal(taken, result.Committed);
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("2147483647", null)]
    [InlineData("2147483648", "'2147483648' is not a whole number from 0 to 2147483647 such as 12 or 1,200.")]
    public async Task The_expected_reach_is_a_number_of_people(string reach, string? reason)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync("events", $"{Events}\n{Hall("1998-04-21")},{reach}");

        Assert.Equal(reason, result.Errors.SingleOrDefault()?.Reason);
    }

    [Fact]
    public async Task Days_and_months_more_than_fifty_years_from_today_are_told()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var figures = await database.ImportAsync("complaint-metrics", $"{Header}\nSSA,1947-12,1,1,1,1,1");
        var near = await database.ImportAsync("complaint-metrics", $"{Header}\nSSA,1948-01,1,1,1,1,1");
        var events = await database.ImportAsync("events", $"{Events}\n{Hall("2049-01-01", "2049-01")},7");

        Assert.Contains(
            new ImportWarning(2, "month", "1947-12-01 is more than 50 years from today. Check the year."),
            figures.Warnings
        );
        Assert.DoesNotContain(near.Warnings, w => w.Reason.Contains("years from today", StringComparison.Ordinal));
        Assert.Equal(
            ["month", "starts_on"],
            events
                .Warnings.Where(w => w.Reason.Contains("years from today", StringComparison.Ordinal))
                .Select(w => w.Column)
        );
    }

    [Fact]
    public async Task A_file_has_at_most_as_many_rows_as_its_kind()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite);

        var result = await database.ImportAsync(
            "agencies",
            "abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,active_to\n"
                + string.Join('\n', Enumerable.Range(1, 10_003).Select(i => $"A{i},A,bureau,,directed,Basis,false,"))
        );

        Assert.Equal(
            new ImportError(10_002, "", "A file of this kind has at most 10000 rows."),
            Assert.Single(result.Errors)
        );
    }

    [Fact]
    public async Task Whoever_waits_is_told_what_is_wrong_and_how_many_rows_are_read()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        var rows = Enumerable.Range(0, 1500).Select(i => $"SSA,{1850 + i / 12:0000}-{1 + i % 12:00},1,2,1,2,3");
        var told = new Told();

        await Imports.RunAsync(
            Imports.Find("complaint-metrics")!,
            new MemoryStream(Encoding.UTF8.GetBytes($"{Header}\n{string.Join('\n', rows)}\nSSA,never,1,2,1,2,3")),
            database.Contexts,
            ImportDatabase.Options with
            {
                DryRun = true,
            },
            told,
            CancellationToken.None
        );

        Assert.Equal([(1, null), (1000, null), (1501, "month"), (1501, null)], told.All);
    }

    [Fact]
    public async Task A_file_is_read_from_where_it_stands_and_left_open()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        var stream = new MemoryStream(Encoding.UTF8.GetBytes($"what others wrote\n{Header}\nSSA,1998-04,1,1,1,1,1\n"));
        stream.Position = "what others wrote\n".Length;

        var result = await Imports.RunAsync(
            Imports.Find("complaint-metrics")!,
            stream,
            database.Contexts,
            ImportDatabase.Options,
            progress: null,
            CancellationToken.None
        );

        Assert.Equal((1, true), (result.Inserted, result.Committed));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_file_that_says_what_stands_is_taken_and_announces_nothing()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        var file = $"{Header}\nSSA,1998-04,1,1,1,1,1";
        await database.ImportAsync("complaint-metrics", file);

        var again = await database.ImportAsync("complaint-metrics", file);
        var dry = await database.ImportAsync("complaint-metrics", file, with => with with { DryRun = true });

        Assert.Equal((1, true), (again.Unchanged, again.Committed));
        Assert.Equal((1, false), (dry.Unchanged, dry.Committed));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal((1, 1), (await db.FeedEntries.CountAsync(), await db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task A_source_that_breaks_off_is_not_a_short_file()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        await Assert.ThrowsAsync<IOException>(() =>
            Imports.RunAsync(
                Imports.Find("complaint-metrics")!,
                new Broken(),
                database.Contexts,
                ImportDatabase.Options,
                progress: null,
                CancellationToken.None
            )
        );
    }

    [Fact]
    public void A_kind_goes_by_its_name()
    {
        Assert.Equal("events", Imports.Find("events")!.ToString());
        Assert.Null(Imports.Find("opinions"));
        Assert.Equal(
            [("agencies", 10_000), ("complaint-metrics", 1_000_000)],
            Imports.Kinds.Take(2).Select(kind => (kind.Name, kind.MaxRows))
        );
    }

    private static string Hall(string day, string month = "1998-04") =>
        $"SSA,{month},Hall,Talk,{day},TELEPHONE,HOTLINE,FORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,VIRTUAL";

    private sealed class Told : IProgress<ImportProgress>
    {
        public List<(long Rows, string? Wrong)> All { get; } = [];

        public void Report(ImportProgress value) => All.Add((value.Rows, value.Error?.Column));
    }

    private sealed class Broken : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The line is cut.");

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
