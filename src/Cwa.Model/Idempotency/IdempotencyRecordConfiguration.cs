using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
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
