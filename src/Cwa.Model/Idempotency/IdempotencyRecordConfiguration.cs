using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.Property(r => r.Caller).HasMaxLength(300);
        record.Property(r => r.Mutation).HasMaxLength(100);
        record.Property(r => r.Key).HasMaxLength(200);
        record.Property(r => r.ContentHash).HasMaxLength(64);
        record.PrimitiveCollection(r => r.ResultIds);
        record
            .HasIndex(r => new
            {
                r.Caller,
                r.Mutation,
                r.Key,
            })
            .IsUnique();
        record.HasIndex(r => r.RecordedAt);
    }
}
