using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cwa.Model;

/// <summary>Fills the tables of an empty database in its open transaction, a row at a time.</summary>
internal static class FillingTables
{
    // PostgreSQL keeps a note of each row until the statement has ended, to check references.
    private const int RowsOfOneCopy = 100_000;

    // In KiB. With the little that a server's connection has, SQLite would write the pages of its indexes again and again.
    private const string Cache = "PRAGMA cache_size = -131072";

    /// <summary>Lets the transaction take its time and memory, and rows refer to others that come later.</summary>
    public static Task PrepareAsync(CwaDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(
            db.Database.IsNpgsql()
                ? "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0"
                : $"{Cache}; PRAGMA defer_foreign_keys = ON",
            cancellationToken
        );

    /// <summary>Puts rows into an empty table.</summary>
    public static async Task FillAsync(
        CwaDbContext db,
        StoredTable table,
        IAsyncEnumerable<object?[]> rows,
        CancellationToken cancellationToken
    )
    {
        await using var all = rows.GetAsyncEnumerator(cancellationToken);
        var connection = db.Database.GetDbConnection();
        if (connection is SqliteConnection sqlite)
            await InsertAsync(sqlite, table, all);
        else
            await CopyAsync((NpgsqlConnection)connection, table, all, cancellationToken);
    }

    /// <summary>Lets the database number new rows after those that it was given.</summary>
    public static async Task GoOnNumberingAsync(CwaDbContext db, StoredTable table, CancellationToken cancellationToken)
    {
        // SQLite does so by itself.
        if (table.Numbered is not { } column || !db.Database.IsNpgsql())
            return;

        var next =
            $"SELECT setval(pg_get_serial_sequence('{table.Name}', '{column}'), coalesce(max({column}), 0) + 1, false) "
            + $"FROM {table.Name}";
        await db.Database.ExecuteSqlRawAsync(next, cancellationToken);
    }

    private static async Task InsertAsync(
        SqliteConnection connection,
        StoredTable table,
        IAsyncEnumerator<object?[]> rows
    )
    {
        await using var insert = connection.CreateCommand();
        // The driver tells the type of a parameter from its value.
        var parameters = table
            .Columns.Select(
                (_, place) =>
                    new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{place}") }
            )
            .ToArray();
        insert.Parameters.AddRange(parameters);
        insert.CommandText =
            $"INSERT INTO {table.Name} ({table.ColumnNames}) "
            + $"VALUES ({string.Join(", ", parameters.Select(p => p.ParameterName))})";
        while (await rows.MoveNextAsync())
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = table.Columns[i].Written(rows.Current[i]) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection,
        StoredTable table,
        IAsyncEnumerator<object?[]> rows,
        CancellationToken cancellationToken
    )
    {
        var isMore = await rows.MoveNextAsync();
        while (isMore)
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                $"COPY {table.Name} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)",
                cancellationToken
            );
            copy.Timeout = TimeSpan.Zero;
            for (var count = 0; isMore && (count < RowsOfOneCopy || table.IsOfItself); count++)
            {
                await copy.StartRowAsync(cancellationToken);
                for (var i = 0; i < table.Columns.Count; i++)
                    await WriteAsync(copy, table.Columns[i].Written(rows.Current[i]), cancellationToken);
                isMore = await rows.MoveNextAsync();
            }

            await copy.CompleteAsync(cancellationToken);
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken cancellationToken) =>
        value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, cancellationToken);
}
