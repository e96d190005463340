using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cwa.Model;

/// <summary>Gives every instant that a record leaves open the instant at which the record is saved.</summary>
/// <remarks>
/// All changes of one save are made at one instant. New records follow it a microsecond apart, in the order in which
/// they were added, so that a list by that instant shows them in this order.
/// </remarks>
internal sealed class Stamping(TimeProvider clock) : SaveChangesInterceptor
{
    private readonly ConcurrentDictionary<IEntityType, IReadOnlyList<IProperty>> _instants = new();

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
        var entries = tracker.Entries().ToList();
        var changes = entries.FindAll(entry => entry.State is not EntityState.Unchanged);
        var wholes = WholesOf(changes);
        foreach (var entry in entries)
        {
            if (entry.Metadata.FindProperty(nameof(Agency.UpdatedAt)) is { } updatedAt && IsChanged(entry))
                entry.Property(updatedAt).CurrentValue = now;
        }

        var at = now;
        foreach (var entry in changes.Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.State == EntityState.Added)
                at = at.AddMicroseconds(1);
            foreach (var open in InstantsOf(entry.Metadata).Select(entry.Property).Where(IsOpen))
                open.CurrentValue = entry.State == EntityState.Added ? at : now;
        }

        bool IsChanged(EntityEntry entry) =>
            entry.State == EntityState.Modified
            || entry.State == EntityState.Unchanged && wholes.Contains((entry.Metadata, IdOf(entry)));
    }

    private IReadOnlyList<IProperty> InstantsOf(IEntityType type) =>
        _instants.GetOrAdd(type, static type => [.. type.GetProperties().Where(IsInstant)]);

    private static bool IsInstant(IProperty property) =>
        property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?);

    private static bool IsOpen(PropertyEntry instant) => instant.CurrentValue is DateTime { Ticks: 0 };

    // A part goes when its whole goes, such as an event's host; who changes it changes the whole.
    private static HashSet<(IEntityType Type, object? Id)> WholesOf(List<EntityEntry> changes) =>
        changes
            .SelectMany(part =>
                part.Metadata.GetForeignKeys()
                    .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade)
                    .Select(key =>
                    {
                        var values = part.State == EntityState.Deleted ? part.OriginalValues : part.CurrentValues;
                        return (key.PrincipalEntityType, values[key.Properties[0]]);
                    })
            )
            .ToHashSet();

    private static object? IdOf(EntityEntry entry) => entry.Property(nameof(Agency.Id)).CurrentValue;
}
