using System.Text;
using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.DirtyFile;

namespace Cwa.Model.Tests;

/// <summary>Files as clerks have them, and what is understood of each.</summary>
public sealed class DirtyFileTests
{
    private const string Words = "Agency,Month,Pending at start,Opened,Closed,Pending at end,Median (days)";

    // Every file says that SSA had 1,200 complaints in April 1998, received 340 and resolved 300, in 12.5 days.
    public static TheoryData<string, byte[]> Figures() =>
        new()
        {
            {
                "Excel, CSV (comma delimited)",
                Windows.GetBytes($"{Words}\r\nSSA,Apr-98,\"1,200\",340,300,\"1,240\",12.5\r\n")
            },
            {
                "Excel, Unicode text",
                Utf16($"{Words.Replace(',', '\t')}\r\nSSA\tApr-98\t\"1,200\"\t340\t300\t\"1,240\"\t12.5\r\n")
            },
            {
                "Excel in Europe",
                Windows.GetBytes($"{Words.Replace(',', ';')}\r\nSSA;04/1998;1200;340;300;1240;12,5\r\n")
            },
            { "separator line", Utf8($"sep=;\r\n{Words.Replace(',', ';')}\r\nSSA;Apr-98;1200;340;300;1240;12.5\r\n") },
            {
                "titles and a note",
                Utf8(
                    "Complaints of 1998,,,,,,\n\"As of November, \"\"final\"\"\",,,,,,\n,,,,,,\n"
                        + $"{Words}\nSSA,4/1/1998,1200,340,300,1240,12.5\n"
                )
            },
            {
                "a total",
                Utf8($"{Words}\nSSA,1998-04,1200,340,300,1240,12.5\n,,,,,,\nTotal,,\"1,200\",340,300,\"1,240\",\n")
            },
            { "full name", Utf8($"{Words}\nSocial Security Administration,April 1998,1200,340,300,1240,12.5\n") },
            {
                "both names",
                Utf8($"{Words}\n\"Social Security Administration (SSA)\",April 1998,1200,340,300,1240,12.5\n")
            },
            { "small letters", Utf8($"{Words.ToLowerInvariant()}\nssa,1998/4,1200,340,300,1240,12.5\n") },
            { "empty columns", Utf8($",{Words},,\n,SSA,1998-04,1200,340,300,1240,12.5,,\n,,,,,,,,,\n") },
            {
                "shouting",
                Utf8(
                    "AGENCY|MONTH|PENDING START|RECEIVED|RESOLVED|PENDING END|MEDIAN DAYS\n"
                        + "SSA|APRIL 1998|1200|340|300|1240|12.5\n"
                )
            },
            { "spaces", Utf8($"{Words}\n  SSA  , 1998-04 , 1 200 , 340 ,300 , 1\u00A0240 , 12.5\n") },
            {
                "a mark and old line ends",
                [.. Encoding.UTF8.Preamble, .. Utf8($"{Words}\rSSA,1998-04,1200,340,300,1240,12.5\r")]
            },
        };

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task Complaints_are_understood(string name, byte[] file)
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync("complaint-metrics", file);

        Assert.True(result.Committed, $"{name}: {string.Join(", ", result.Errors)}");
        await using var db = database.Contexts.CreateDbContext();
        var figures = await db.ComplaintMetrics.SingleAsync();
        Assert.Equal(
            (new ReportMonth(1998, 4), 1200L, 340L, 300L, 1240L, 12.5),
            (
                figures.Month,
                figures.PendingStart,
                figures.Received,
                figures.Resolved,
                figures.PendingEnd,
                figures.MedianDays
            )
        );
    }

    [Theory]
    [InlineData("4/21/98")]
    [InlineData("4/21/1998 0:00")]
    [InlineData("21-Apr-98")]
    [InlineData("\"Tuesday, April 21, 1998\"")]
    [InlineData("21.4.1998")]
    public async Task Events_are_understood(string day)
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync(
            "events",
            $"{Events},Languages,Partner agencies\n"
                + $"{Event("ssa", "Apr-98", day)},\"English, Spanish and Chinese\",\"VA, HHS\"\n"
        );

        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        var told = (await db.Events.SingleAsync(), await db.EventRevisions.SingleAsync());
        Assert.Equal(
            (new(1998, 4, 21), Medium.FaceToFace, EventFormat.TownHall, PlaceKind.Place, StateCode.CA),
            (told.Item1.StartsOn, told.Item1.Medium, told.Item1.Format, told.Item1.PlaceKind, told.Item1.State)
        );
        Assert.Equal(["en", "es", "zh"], told.Item1.Languages);
        Assert.Equal(2, told.Item2.CoHostIds.Count);
    }

    [Fact]
    public async Task Names_with_commas_may_stand_in_a_list()
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync(
            "events",
            $"{Events},Partners\n{Event("SSA", "1998-04", "1998-04-21")},"
                + "\"Bureau of Alcohol, Tobacco and Firearms; Treasury Department\"\n"
        );

        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(2, (await db.EventRevisions.SingleAsync()).CoHostIds.Count);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Utf16(string text) => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
}
