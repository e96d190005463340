using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Keeps other writers waiting until the open transaction ends. SQLite has one writer anyway.</summary>
public static class WriteLocks
{
    /// <summary>Keeps others from writing for the agencies.</summary>
    public static async Task LockAgenciesAsync(
        this CwaDbContext db,
        Guid[] agencyIds,
        CancellationToken cancellationToken
    )
    {
        // NO KEY: a report can name the agency as a co-host without waiting, so that two reports cannot wait for each
        // other.
        if (agencyIds is not [] && db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync(
                $"SELECT 1 FROM agencies WHERE id = ANY({agencyIds}) ORDER BY id FOR NO KEY UPDATE",
                cancellationToken
            );
    }

    /// <summary>The agencies, as they stand once others are kept from writing for them.</summary>
    public static async Task<List<Agency>> LockedAgenciesAsync(
        this CwaDbContext db,
        Guid[] agencyIds,
        CancellationToken cancellationToken
    ) =>
        agencyIds is []
            ? []
            : await (
                db.Database.IsNpgsql()
                    ? db.Agencies.FromSql(
                        $"SELECT * FROM agencies WHERE id = ANY({agencyIds}) ORDER BY id FOR NO KEY UPDATE"
                    )
                    : db.Agencies.Where(a => Enumerable.Contains(agencyIds, a.Id))
            ).ToListAsync(cancellationToken);

    /// <summary>Keeps others from taking the lock of the same name.</summary>
    public static async Task LockNameAsync(this CwaDbContext db, string name, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))",
                cancellationToken
            );
    }
}
