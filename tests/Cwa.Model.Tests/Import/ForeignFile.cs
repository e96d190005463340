using Cwa.Tests;

namespace Cwa.Model.Tests;

/// <summary>A file of complaint figures as another program writes it.</summary>
internal static class ForeignFile
{
    public const string Header = "agency,month,pending_start,received,resolved,pending_end,median_days",
        Row = "SSA,1998-04,10,5,3,12,4.5";

    public static async Task<ImportError> OnlyErrorAsync(byte[] file)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        var result = await database.ImportAsync("complaint-metrics", file);
        Assert.Equal(1, result.ErrorCount);
        Assert.False(result.Committed);
        return Assert.Single(result.Errors);
    }
}
