using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cwa.Model;

/// <summary>Copies everything that one database holds into an empty one, of the same kind or the other.</summary>
/// <remarks>
/// It is read as of one instant and written in one transaction, which ends only when what is stored amounts to what was
/// read. Until then nobody sees a row, and a failure or a kill leaves none.
/// </remarks>
public static class DatabaseCopy
{
    private const string NameAnEmptyOne = "Name a database that does not exist yet, or an empty one.";

    /// <summary>Whether a connection string says which kind of database it is for.</summary>
    public static bool IsReadable(string connectionString) => KindOf(connectionString) is not null;

    /// <summary>Copies one database into another.</summary>
    /// <param name="from">The connection string of the database that is read.</param>
    /// <param name="to">The connection string of an empty or absent one.</param>
    /// <param name="log">Where to say what takes long or goes wrong.</param>
    /// <param name="told">Called for each table whose rows are stored and checked.</param>
    /// <exception cref="CopyRefusedException">It cannot be done; nothing was stored.</exception>
    /// <exception cref="CommitUnansweredException">The target holds everything or nothing.</exception>
    public static async Task RunAsync(
        string from,
        string to,
        ILoggerFactory log,
        Action<CopiedTable> told,
        CancellationToken cancellationToken
    )
    {
        await using var source = Open(from, log);
        await using var target = Open(to, log);
        await AskAsync("The source cannot be used", () => RefuseSourceAsync(source, cancellationToken));
        await AskAsync("The target cannot be used", () => RefuseTargetAsync(target, cancellationToken));
        await AskAsync(
            "The copy failed, and nothing was stored",
            () => target.UpdateSchemaAsync(token => FillAsync(source, target, told, token), cancellationToken)
        );
    }

    private static async Task RefuseSourceAsync(CwaDbContext source, CancellationToken cancellationToken)
    {
        var (pending, expanded) = await source.SchemaDifferenceAsync(cancellationToken);
        RefuseExpanded(expanded);
        if (pending is [])
            return;

        throw new CopyRefusedException(
            pending.Count == source.Database.GetMigrations().Count()
                ? "The source does not exist, or is not a database of this program."
                : $"The source lacks {string.Join(", ", pending)}. Run `migrate` on it first."
        );
    }

    // Otherwise it would be migrated before its records were found.
    private static async Task RefuseTargetAsync(CwaDbContext target, CancellationToken cancellationToken)
    {
        var (pending, expanded) = await target.SchemaDifferenceAsync(cancellationToken);
        RefuseExpanded(expanded);
        if (pending is [_, ..] && pending.Count < target.Database.GetMigrations().Count())
            throw new CopyRefusedException(
                $"The target has an older schema: it lacks {string.Join(", ", pending)}. {NameAnEmptyOne}"
            );
    }

    // A server goes on with what it knows. A copy would lose the rest.
    private static void RefuseExpanded(IReadOnlyList<string> expanded)
    {
        if (expanded is [_, ..])
            throw new NewerSchemaException(expanded);
    }

    private static async Task FillAsync(
        CwaDbContext source,
        CwaDbContext target,
        Action<CopiedTable> told,
        CancellationToken cancellationToken
    )
    {
        var tables = StoredTable.AllOf(target);
        await using var transaction = await target.BeginWriteAsync(cancellationToken);
        await FillingTables.PrepareAsync(target, cancellationToken);
        await RefuseRecordsAsync(target, tables, cancellationToken);
        await using (await source.BeginReadAsync(cancellationToken))
        {
            if (source.Database.IsNpgsql())
                await FillingTables.PrepareAsync(source, cancellationToken);
            foreach (var (read, filled) in StoredTable.AllOf(source).Zip(tables))
                told(await CopyAsync(source, read, target, filled, cancellationToken));
        }

        foreach (var table in tables)
            await FillingTables.GoOnNumberingAsync(target, table, cancellationToken);
        // Statements are planned by how large the tables are.
        await target.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RefuseRecordsAsync(
        CwaDbContext target,
        IReadOnlyList<StoredTable> tables,
        CancellationToken cancellationToken
    )
    {
        foreach (var table in tables)
        {
            var first = $"SELECT 1 AS \"Value\" FROM {table.Name} {(table.IsCounter ? "WHERE last_sequence > 0" : "")}";
            if (await target.Database.SqlQueryRaw<int>(first).AnyAsync(cancellationToken))
                throw new CopyRefusedException($"The target holds records already, in {table.Name}. {NameAnEmptyOne}");
        }

        await target.FeedCounters.ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<CopiedTable> CopyAsync(
        CwaDbContext source,
        StoredTable read,
        CwaDbContext target,
        StoredTable filled,
        CancellationToken cancellationToken
    )
    {
        using TableSum sent = new(),
            stored = new();
        await FillingTables.FillAsync(target, filled, ReadAsync(), cancellationToken);
        await foreach (var row in filled.ReadAsync(target, cancellationToken))
            stored.Add(row);
        return (sent.Rows, sent.Sum) == (stored.Rows, stored.Sum)
            ? new(filled.Name, sent.Rows, sent.Sum)
            : throw new CopyRefusedException(
                $"""
                {filled.Name} was not stored as it was read:
                {sent.Rows:N0} rows with the checksum {sent.Sum:x32} were read,
                {stored.Rows:N0} rows with the checksum {stored.Sum:x32} were stored. The target was left empty.
                """
            );

        async IAsyncEnumerable<object?[]> ReadAsync()
        {
            await foreach (var row in read.ReadAsync(source, cancellationToken))
            {
                sent.Add(row);
                yield return row;
            }
        }
    }

    private static CwaDbContext Open(string connectionString, ILoggerFactory log) =>
        Database.Open(
            KindOf(connectionString)
                ?? throw new ArgumentException("It is of no known kind of database.", nameof(connectionString)),
            connectionString,
            log
        );

    private static DatabaseProvider? KindOf(string connectionString) =>
        Enum.GetValues<DatabaseProvider>().Where(kind => Database.IsReadable(kind, connectionString)).ToList()
            is [var kind]
            ? kind
            : null;

    private static async Task AskAsync(string otherwise, Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception failure) when (IsOfDatabase(failure))
        {
            throw new CopyRefusedException($"{otherwise}: {failure.GetBaseException().Message}", failure);
        }
    }

    private static bool IsOfDatabase(Exception failure) =>
        failure is DbException or IOException or UnauthorizedAccessException
        || failure is NewerSchemaException or OlderSchemaException
        || (failure is not CommitUnansweredException && DatabaseFault.IsAway(failure));
}

/// <summary>A table whose rows are in the target.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many rows were read and are stored.</param>
/// <param name="Checksum">What both amount to.</param>
public sealed record CopiedTable(string Name, long Rows, UInt128 Checksum);

/// <summary>A database cannot be copied, for a reason that the operator can do something about.</summary>
public sealed class CopyRefusedException(string reason, Exception? because = null) : Exception(reason, because);
