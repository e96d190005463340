using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Hands out the chosen database's context as the one that everybody asks for.</summary>
internal sealed class ContextFactory<T>(IDbContextFactory<T> contexts) : IDbContextFactory<CwaDbContext>
    where T : CwaDbContext
{
    public CwaDbContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<CwaDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
