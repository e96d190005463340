using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What the tables of all records that can be corrected have in common.</summary>
internal static class CorrectableColumns
{
    /// <summary>The condition of an index that holds only what counts.</summary>
    public const string Counts = "retracted_at IS NULL";

    public static void Configure(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (!entity.ClrType.IsAssignableTo(typeof(CorrectableRecord)))
                continue;

            var record = modelBuilder.Entity(entity.ClrType);
            var name = entity.GetTableName();
            // Without a foreign key: rows of a table that refers to itself could not be inserted in any order.
            record.HasIndex(nameof(CorrectableRecord.CurrentId)).HasFilter("current_id IS NOT NULL");
            record.ToTable(table =>
            {
                table.HasCheckConstraint(
                    $"ck_{name}_retracted",
                    "(retracted_at IS NULL) = (retraction_reason IS NULL)"
                );
                table.HasCheckConstraint($"ck_{name}_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
            });
        }
    }
}
