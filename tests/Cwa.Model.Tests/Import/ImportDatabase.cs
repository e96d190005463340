using System.Text;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>A database into which a test imports.</summary>
internal static class ImportDatabase
{
    public static readonly ImportOptions Options = new(new(1998, 11, 16), "pat");

    public static async Task<TestDatabase> CreateAsync(string provider, params string[] agencies)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await database.Contexts.SaveAsync([
            .. agencies.Select(abbreviation => Samples.Agency(abbreviation: abbreviation)),
        ]);
        return database;
    }

    public static Task<ImportResult> ImportAsync(
        this TestDatabase database,
        string kind,
        string csv,
        Func<ImportOptions, ImportOptions>? with = null
    ) => database.ImportAsync(kind, Encoding.UTF8.GetBytes(csv), with);

    public static Task<ImportResult> ImportAsync(
        this TestDatabase database,
        string kind,
        byte[] csv,
        Func<ImportOptions, ImportOptions>? with = null
    ) =>
        Imports.RunAsync(
            Imports.Find(kind)!,
            new MemoryStream(csv),
            database.Contexts,
            with?.Invoke(Options) ?? Options,
            progress: null,
            CancellationToken.None
        );

    /// <summary>Answers what a file leaves open.</summary>
    public static Func<ImportOptions, ImportOptions> With(params (string Option, string Value)[] answers)
    {
        var pairs = answers.Select(answer => KeyValuePair.Create(answer.Option, answer.Value));
        Assert.Null(ImportAnswers.Read(pairs, out var parsed));
        return options => options with { Answers = parsed };
    }

    /// <summary>Decides on the newest report.</summary>
    public static async Task DecideAsync(this TestDatabase database, Action<MonthlyReport> decide)
    {
        await using var db = database.Contexts.CreateDbContext();
        decide(await db.MonthlyReports.OrderByDescending(r => r.Revision).FirstAsync());
        await db.SaveChangesAsync();
    }
}
