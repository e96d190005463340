using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cwa.Model;

/// <summary>Sets every instant that a record leaves unset to the instant at which the record is saved.</summary>
/// <remarks>
/// All changes in one save share one instant. New records follow it, a microsecond apart and in the order in which they
/// were added, so that lists ordered by instant keep that order.
/// </remarks>
internal sealed class Stamping(TimeProvider clock) : SaveChangesInterceptor
{
    private readonly ConcurrentDictionary<IEntityType, Instants> _instants = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Stamp(eventData.Context!.ChangeTracker);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Stamp(eventData.Context!.ChangeTracker);
        return new(result);
    }

    private void Stamp(ChangeTracker tracker)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var entries = tracker
            .Entries()
            .Select(entry => (Entry: entry, Instants: _instants.GetOrAdd(entry.Metadata, Instants.Of)))
            .ToList();
        var changes = entries.FindAll(it => it.Entry.State is not EntityState.Unchanged);
        var wholes = changes.SelectMany(it => it.Instants.Wholes.Select(key => WholeOf(it.Entry, key))).ToHashSet();
        foreach (var (entry, instants) in entries)
        {
            if (instants.UpdatedAt is { } updatedAt && IsChanged(entry))
                entry.Property(updatedAt).CurrentValue = now;
        }

        var at = now;
        foreach (var (entry, instants) in changes)
        {
            if (entry.State == EntityState.Added)
                at = at.AddMicroseconds(1);
            foreach (var open in instants.All.Select(entry.Property).Where(IsOpen))
                open.CurrentValue = entry.State == EntityState.Added ? at : now;
        }

        bool IsChanged(EntityEntry entry) =>
            entry.State == EntityState.Modified
            || entry.State == EntityState.Unchanged && wholes.Contains((entry.Metadata, IdOf(entry)));
    }

    private static bool IsOpen(PropertyEntry instant) => instant.CurrentValue is DateTime { Ticks: 0 };

    private static (IEntityType, object?) WholeOf(EntityEntry part, IForeignKey key)
    {
        var id = part.Property(key.Properties[0]);
        return (key.PrincipalEntityType, part.State == EntityState.Deleted ? id.OriginalValue : id.CurrentValue);
    }

    private static object? IdOf(EntityEntry entry) => entry.Property(nameof(Agency.Id)).CurrentValue;

    /// <summary>What is stamped in a type of record.</summary>
    /// <param name="UpdatedAt">When the record last changed; null if the type does not keep that.</param>
    /// <param name="All">All its instants.</param>
    /// <param name="Wholes">
    /// What the record is a part of, as a host is of an event. It is deleted with its whole, and changing it changes
    /// the whole.
    /// </param>
    private sealed record Instants(
        IProperty? UpdatedAt,
        IReadOnlyList<IProperty> All,
        IReadOnlyList<IForeignKey> Wholes
    )
    {
        public static Instants Of(IEntityType type) =>
            new(
                type.FindProperty(nameof(Agency.UpdatedAt)),
                [.. type.GetProperties().Where(p => p.ClrType == typeof(DateTime) || p.ClrType == typeof(DateTime?))],
                [.. type.GetForeignKeys().Where(key => key.DeleteBehavior == DeleteBehavior.Cascade)]
            );
    }
}
