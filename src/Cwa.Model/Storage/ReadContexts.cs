using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Creates contexts that only read.</summary>
/// <remarks>
/// On PostgreSQL they have connections of their own. Nobody can write over them, so nothing is left behind for which a
/// connection would have to be reset when the next reader gets it, and each keeps the statements that it has prepared.
/// </remarks>
public sealed class ReadContexts(IDbContextFactory<CwaDbContext> contexts) : IDbContextFactory<CwaDbContext>
{
    /// <inheritdoc/>
    public CwaDbContext CreateDbContext() => contexts.CreateDbContext();
}
