using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Cwa.Model;

/// <summary>
/// Inserts the new rows of a write transaction in few statements, where EF Core would send one for each row.
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
    private static readonly ConditionalWeakTable<IEntityType, FilledTable> Tables = [];

    public override async Task<int> SaveChangesAsync(
        IList<IUpdateEntry> entries,
        CancellationToken cancellationToken = default
    )
    {
        if (Context is CwaDbContext { Staged: { } staged })
            return await StageAsync(staged, entries, cancellationToken);
        if (RelationalDependencies.Connection.CurrentTransaction is null)
            return await base.SaveChangesAsync(entries, cancellationToken);

        var inserts = new List<(FilledTable Table, IUpdateEntry[] Rows)>();
        var rest = new List<IUpdateEntry>();
        foreach (var ofOne in entries.GroupBy(e => e.EntityType).OrderBy(g => TableOf(g.Key).Depth))
        {
            var table = TableOf(ofOne.Key);
            if (
                table.IsPlain
                && ofOne.All(IsNew)
                && !rest.Exists(e => IsNew(e) && table.Principals.Contains(e.EntityType))
            )
                inserts.Add((table, [.. ofOne]));
            else
                rest.AddRange(ofOne);
        }

        foreach (var insert in inserts is [] ? [] : Statements(inserts))
            await ExecuteAsync(insert, cancellationToken);
        return entries.Count - rest.Count + (rest is [] ? 0 : await base.SaveChangesAsync(rest, cancellationToken));
    }

    private async Task<int> StageAsync(
        StagedRows staged,
        IList<IUpdateEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var inserts = await staged.PrepareAsync(
            [.. entries.GroupBy(e => (TableOf(e.EntityType), e.EntityState), (of, rows) => (of.Item1, rows.ToArray()))],
            cancellationToken
        );
        foreach (var insert in Statements(inserts))
            await ExecuteAsync(insert, cancellationToken);
        return entries.Count;
    }

    private DbContext Context => writing.CurrentContext.Context;

    private IEnumerable<Insert> Statements(IReadOnlyList<(FilledTable Table, IUpdateEntry[] Rows)> inserts) =>
        Context.Database.IsNpgsql()
            ? [InsertByArrays.Of(inserts, Context.GetService<IRelationalTypeMappingSource>())]
            : InsertByValues.Of(inserts);

    private async Task ExecuteAsync(Insert insert, CancellationToken cancellationToken)
    {
        var command = writing.CommandBuilderFactory.Create().Append(insert.Sql);
        var values = new Dictionary<string, object?>(insert.Parameters.Count);
        foreach (var (name, type, value) in insert.Parameters)
        {
            command.AddParameter(name, $"@{name}", type, nullable: true);
            values.Add(name, value);
        }

        try
        {
            await using var reader = await command
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
            throw new DbUpdateException("New rows could not be inserted.", failure, insert.Rows);
        }
    }

    private static bool IsNew(IUpdateEntry entry) => entry.EntityState == EntityState.Added;

    private static FilledTable TableOf(IEntityType type) => Tables.GetValue(type, of => new(of));
}
