using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Creates the chosen database's context for everyone who asks for a <see cref="CwaDbContext"/>.</summary>
internal sealed class ContextFactory<T>(IDbContextFactory<T> contexts) : IDbContextFactory<CwaDbContext>
    where T : CwaDbContext
{
    public CwaDbContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<CwaDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
