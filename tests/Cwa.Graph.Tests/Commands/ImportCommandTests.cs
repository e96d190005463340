using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Importing;

namespace Cwa.Graph.Tests.Commands;

/// <summary>`import` as a person runs it, as a process of its own.</summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly Agency _agency = new(
        "SSA",
        "Social Security Administration",
        AgencyKind.IndependentAgency,
        null,
        DirectiveStanding.Directed,
        "Covered by Executive Order 12862"
    );

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await _database.Contexts.CreateDbContextAsync();
        db.Add(_agency);
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        File.Delete(_file);
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Warnings_are_printed_and_a_file_that_changes_nothing_is_said_to_change_nothing()
    {
        var file = Events(Hall(_agency), Hall(_agency));

        var (first, imported) = await ImportAsync("events", file);
        var (second, again) = await ImportAsync("events", file);

        const string late = "line 2, month: This report is late: it was due on 1998-03-31. (warning)\n",
            twice = "line 3, title: An event with this title and day is listed twice. (warning)\n";
        Assert.Equal((0, $"Rows: 2; 2 new, 0 changed, 0 unchanged.\n{late}{twice}Warnings: 2.\n"), (first, imported));
        Assert.Equal(
            (0, $"Rows: 2; 0 new, 0 changed, 2 unchanged. Nothing changed.\n{twice}Warnings: 1.\n"),
            (second, again)
        );
    }

    [Fact]
    public async Task Wrong_rows_are_counted_apart_from_the_rows_read()
    {
        var (code, said) = await ImportAsync(
            "complaint-metrics",
            Figures(
                "SSA,1998-13,x,1,1,1,1,,",
                "SSA,1998-04,1,1,1,1,1,,",
                "SSA,1998-05,-1,1,1,1,y,,",
                "SSA,1998-06,1,1,1,1,1,,",
                "SSA,1998-07,1,1,1,7,1,,"
            )
        );
        var (header, nothing) = await ImportAsync("complaint-metrics", "figures\n");

        Assert.Equal((1, "Errors: 5, in 3 of 5 rows. Nothing was stored."), (code, LastLineOf(said)));
        Assert.Equal((1, "Errors: 1. Nothing was stored."), (header, LastLineOf(nothing)));
    }

    [Fact]
    public async Task What_a_file_leaves_open_is_answered_by_an_option()
    {
        var file = Figures("Benefits Office,1998-04,1,1,1,1,1,,");

        var (asked, _) = await ImportAsync("complaint-metrics", file);
        var (answered, said) = await ImportAsync(
            "complaint-metrics",
            file,
            null,
            "--answer",
            "agency.Benefits office=SSA"
        );
        var (none, wrong) = await ImportAsync("complaint-metrics", file, null, "--answer", "order=MDY");

        Assert.Equal((1, 0, 2), (asked, answered, none));
        Assert.StartsWith("Rows: 1; 1 new", said, StringComparison.Ordinal);
        Assert.StartsWith("There is no option `order`.", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_failure_prints_a_stack_trace()
    {
        await using (var db = await _database.Contexts.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("DROP TABLE event_hosts; DROP TABLE monthly_reports");

        var (code, said) = await ImportAsync("events", Events(Hall(_agency)));
        var (none, away) = await ImportAsync("events", Events(Hall(_agency)), "Data Source=/nowhere/at/all.db");

        Assert.Equal(1, code);
        Assert.Matches(
            "^The command failed through a fault of ours. "
                + "Report [0-9a-f]{32}, and send .*cwa-[0-9a-f]{32}.log, which has the details.$",
            LastLineOf(said)
        );
        Assert.Equal(1, none);
        Assert.Contains(
            away.Split('\n'),
            line => line.StartsWith("The database cannot be reached: ", StringComparison.Ordinal)
        );
        Assert.StartsWith("ConnectionStrings:Cwa says where it is", LastLineOf(away), StringComparison.Ordinal);
        Assert.All([said, away], text => Assert.DoesNotContain("   at ", text, StringComparison.Ordinal));
    }

    private async Task<(int Code, string Said)> ImportAsync(
        string kind,
        string csv,
        string? database = null,
        params string[] options
    )
    {
        await File.WriteAllTextAsync(_file, csv);
        var (code, said, error) = await ServerProgram.RunAsync(
            [
                ("Database:Provider", _database.Provider),
                ("ConnectionStrings:Cwa", database ?? _database.ConnectionString),
                ("Clock:Today", "1998-11-16"),
            ],
            ["import", kind, _file, .. options]
        );
        return (code, (said + error).ReplaceLineEndings("\n"));
    }

    private static string LastLineOf(string output) => output.TrimEnd().Split('\n')[^1].TrimEnd();
}
