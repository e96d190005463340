using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Cwa.Model;

/// <summary>
/// Inserts the new rows of a table in a write transaction by one statement, where EF Core would send one for each row.
/// </summary>
/// <remarks>
/// Tables are filled in the order in which they refer to each other. EF Core writes the rest afterwards, in its own
/// order: a table in which rows also change or go, and what refers to new rows of such a table.
/// </remarks>
internal sealed class NewRows(
    DatabaseDependencies dependencies,
    RelationalDatabaseDependencies relational,
    ModificationCommandBatchFactoryDependencies writing
) : RelationalDatabase(dependencies, relational)
{
    // SQLite looks for each parameter by its name among all those of the statement.
    private const int MostParameters = 400;

    private static readonly ConditionalWeakTable<IEntityType, Table> Tables = [];

    public override async Task<int> SaveChangesAsync(
        IList<IUpdateEntry> entries,
        CancellationToken cancellationToken = default
    )
    {
        if (RelationalDependencies.Connection.CurrentTransaction is null)
            return await base.SaveChangesAsync(entries, cancellationToken);

        var inserts = new List<Insert>();
        var rest = new List<IUpdateEntry>();
        foreach (var ofOne in entries.GroupBy(e => e.EntityType).OrderBy(g => TableOf(g.Key).Depth))
        {
            var table = TableOf(ofOne.Key);
            if (
                table.IsPlain
                && ofOne.All(IsNew)
                && !rest.Exists(e => IsNew(e) && table.Principals.Contains(e.EntityType))
            )
                inserts.AddRange(ofOne.Chunk(table.MostRows).Select(rows => new Insert(table, rows)));
            else
                rest.AddRange(ofOne);
        }

        // On PostgreSQL they share a round trip. SQLite has none, and would look for each parameter in each statement.
        foreach (
            var together in IsOnServer && inserts is not []
                ?
                [
                    [.. inserts],
                ]
                : inserts.Chunk(1)
        )
            await InsertAsync(together, cancellationToken);
        return entries.Count - rest.Count + (rest is [] ? 0 : await base.SaveChangesAsync(rest, cancellationToken));
    }

    private DbContext Context => writing.CurrentContext.Context;

    private bool IsOnServer => Context.Database.IsNpgsql();

    private async Task InsertAsync(Insert[] inserts, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder();
        var command = writing.CommandBuilderFactory.Create();
        var values = new Dictionary<string, object?>();
        foreach (var (table, rows) in inserts)
        {
            sql.Append(table.Head);
            foreach (var row in rows)
            {
                sql.Append(row == rows[0] ? "(" : ", (");
                foreach (var column in table.Columns)
                {
                    var name = $"p{values.Count}";
                    sql.Append(column == table.Columns[0] ? "@" : ", @").Append(name);
                    command.AddParameter(name, $"@{name}", column.TypeMapping, column.Column.IsNullable);
                    values.Add(name, row.GetCurrentValue(column.Property));
                }

                sql.Append(')');
            }

            sql.Append(";\n");
        }

        try
        {
            await using var reader = await command
                .Append(sql.ToString())
                .Build()
                .ExecuteReaderAsync(
                    new(
                        RelationalDependencies.Connection,
                        values,
                        null,
                        Context,
                        writing.Logger,
                        CommandSource.SaveChanges
                    ),
                    cancellationToken
                );
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new DbUpdateException(
                "New rows could not be inserted.",
                failure,
                [.. inserts.SelectMany(i => i.Rows)]
            );
        }
    }

    private static bool IsNew(IUpdateEntry entry) => entry.EntityState == EntityState.Added;

    private Table TableOf(IEntityType type) => Tables.GetValue(type, of => new(of, writing.SqlGenerationHelper));

    private sealed record Insert(Table Table, IUpdateEntry[] Rows);

    /// <summary>Where the records of a type are stored.</summary>
    private sealed class Table
    {
        public Table(IEntityType type, ISqlGenerationHelper sql)
        {
            var mappings = type.GetTableMappings().ToList();
            Columns = [.. type.GetFlattenedProperties().SelectMany(p => p.GetTableColumnMappings())];
            Principals = type.GetForeignKeys().Select(key => key.PrincipalEntityType).ToHashSet();
            // EF Core knows the order of rows that refer to each other, and reads back what the database generates.
            IsPlain =
                mappings.Count == 1
                && !Principals.Contains(type)
                && Columns.All(c => c.Property.ValueGenerated == ValueGenerated.Never);
            Depth = DepthOf(type);
            MostRows = Math.Max(1, MostParameters / Columns.Count);
            Head =
                $"INSERT INTO {sql.DelimitIdentifier(mappings[0].Table.Name)} "
                + $"({string.Join(", ", Columns.Select(c => sql.DelimitIdentifier(c.Column.Name)))}) VALUES ";
        }

        public IReadOnlyList<IColumnMapping> Columns { get; }

        public IReadOnlySet<IEntityType> Principals { get; }

        public bool IsPlain { get; }

        /// <summary>How far the table is from one that refers to no other.</summary>
        public int Depth { get; }

        public int MostRows { get; }

        public string Head { get; }

        private static int DepthOf(IEntityType type) =>
            type.GetForeignKeys()
                .Select(key => key.PrincipalEntityType)
                .Where(principal => principal != type)
                .Select(principal => DepthOf(principal) + 1)
                .DefaultIfEmpty()
                .Max();
    }
}
