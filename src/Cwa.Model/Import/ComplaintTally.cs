using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What is known about one agency's complaints, and how many of its figures the file changed.</summary>
internal sealed class ComplaintTally
{
    public required bool HasMetrics { get; init; }

    public required DateOnly? InPlaceOn { get; init; }

    public required KnownYears Years { get; init; }

    public required Dictionary<string, ComplaintCategory> Categories { get; init; }

    public long Inserted { get; set; }

    public long Updated { get; set; }

    public long Unchanged { get; set; }

    public static async Task<ComplaintTally> ReadAsync(
        CwaDbContext db,
        Guid agencyId,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            HasMetrics = await db.ComplaintMetrics.AnyAsync(metric => metric.AgencyId == agencyId, cancellationToken),
            InPlaceOn = await db
                .ComplaintProcesses.Where(process => process.AgencyId == agencyId)
                .MinAsync(process => (DateOnly?)process.InPlaceOn, cancellationToken),
            Years = await KnownYears.ReadAsync(db, [agencyId], cancellationToken),
            Categories = await db.Set<ComplaintCategory>()
                .AsNoTracking()
                .Where(category => category.AgencyId == agencyId)
                .ToDictionaryAsync(category => category.NameSearch, cancellationToken),
        };

    public string ToJson() =>
        JsonSerializer.Serialize(
            new
            {
                inserted = Inserted,
                updated = Updated,
                unchanged = Unchanged,
            }
        );
}
