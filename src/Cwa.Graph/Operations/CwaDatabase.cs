using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The database, made ready for both the server and the commands.</summary>
internal static class CwaDatabase
{
    /// <summary>
    /// Brings the schema and the measures of plain language up to date, and loads the agencies of 1998 into a new
    /// database.
    /// </summary>
    public static async Task MakeReadyAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        await db.UpdateSchemaAsync(cancellationToken);
        await db.MeasureAnewAsync(cancellationToken);

        // Only once, because later imports must outlive a restart.
        if (!await db.Agencies.AnyAsync(cancellationToken))
            await AgencyReferenceData.LoadAsync(db, cancellationToken);
    }
}
