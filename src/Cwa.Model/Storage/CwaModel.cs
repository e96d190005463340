using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cwa.Model;

/// <summary>Adds the model to a host.</summary>
public static class CwaModel
{
    /// <summary>Adds the database that <c>Database:Provider</c> and <c>ConnectionStrings:Cwa</c> name, and the domain's clock.</summary>
    /// <exception cref="InvalidOperationException">The provider is unknown, or PostgreSQL has no connection string.</exception>
    public static IHostApplicationBuilder AddCwaModel(this IHostApplicationBuilder builder)
    {
        var connectionString = builder.Configuration.GetConnectionString("Cwa");
        switch (builder.Configuration["Database:Provider"])
        {
            case null or "" or Database.Sqlite:
                var file = $"Data Source={Path.Combine(builder.Environment.ContentRootPath, "cwa.db")}";
                builder.Services.AddPooledDbContextFactory<SqliteCwaDbContext>(
                    options => Database.UseSqlite(options, connectionString ?? file));
                builder.Services.AddContexts<SqliteCwaDbContext>();
                break;
            case Database.PostgreSql:
                if (connectionString is null)
                    throw new InvalidOperationException("The setting ConnectionStrings:Cwa says how to reach PostgreSQL; it is missing.");
                builder.Services.AddPooledDbContextFactory<PostgreSqlCwaDbContext>(
                    options => Database.UsePostgreSql(options, connectionString));
                builder.Services.AddContexts<PostgreSqlCwaDbContext>();
                break;
            case var unknown:
                throw new InvalidOperationException(
                    $"The setting Database:Provider is '{unknown}'; it can be {Database.Sqlite} or {Database.PostgreSql}.");
        }

        builder.Services.AddSingleton(DomainClock.From(builder.Configuration, TimeProvider.System));
        return builder;
    }

    private static void AddContexts<T>(this IServiceCollection services) where T : CwaDbContext
    {
        services.AddSingleton<IDbContextFactory<CwaDbContext>, ContextFactory<T>>();
        // Data Protection and health checks ask a scope for a context.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CwaDbContext>>().CreateDbContext());
    }
}
