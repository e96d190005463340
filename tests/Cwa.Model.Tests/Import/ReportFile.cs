using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>A file of the events that the SSA reports for April 1998.</summary>
internal static class ReportFile
{
    private const string Header =
        "id,agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind,reason,status";

    public static string Row(
        string title,
        int day = 21,
        int inMonth = 4,
        string reason = "",
        string status = "",
        string id = ""
    ) =>
        $"{id},SSA,1998-04,{title},We listen.,1998-{inMonth:D2}-{day:D2},TELEPHONE,HOTLINE,INFORMAL,OPEN_TO_PUBLIC,"
        + $"OPEN_TOPIC,VIRTUAL,{reason},{status}";

    public static Task<ImportResult> ImportAsync(TestDatabase database, params string[] rows) =>
        database.ImportAsync("events", $"{Header}\n{string.Join('\n', rows)}");

    /// <summary>A database into which the rows were imported, and whose report NPR accepted.</summary>
    public static async Task<TestDatabase> AcceptedAsync(params string[] rows)
    {
        var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        await ImportAsync(database, rows);
        await using var db = database.Contexts.CreateDbContext();
        await using var transaction = await db.BeginWriteAsync(default);
        var agency = await db.Agencies.SingleAsync();
        var chain = await ReportChain.LoadAsync(db, agency.Id, Samples.April, default);
        await chain.AcceptAsync(chain.Latest!, Samples.Noon, "npr", default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync(default);
        return database;
    }

    /// <summary>How many rows were inserted, updated and unchanged, and whether they are stored.</summary>
    public static (long, long, long, bool) Counts(ImportResult result) =>
        (result.Inserted, result.Updated, result.Unchanged, result.Committed);
}
