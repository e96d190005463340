using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The database as both the server and the commands want it.</summary>
internal static class CwaDatabase
{
    /// <summary>
    /// Brings the schema and the measures of plain language up to date, and gives a new database the agencies of 1998.
    /// </summary>
    public static async Task MakeReadyAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        await db.UpdateSchemaAsync(cancellationToken);
        await db.MeasureAnewAsync(cancellationToken);

        // Only once: what was imported since must outlive a restart.
        if (!await db.Agencies.AnyAsync(cancellationToken))
            await AgencyReferenceData.LoadAsync(db, cancellationToken);
    }
}
