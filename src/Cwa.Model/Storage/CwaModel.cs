using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Cwa.Model;

/// <summary>Adds the model to a host.</summary>
public static class CwaModel
{
    /// <summary>
    /// Adds the database that <c>Database:Provider</c> and <c>ConnectionStrings:Cwa</c> name, its replica if
    /// <c>ConnectionStrings:CwaReplica</c> names one, and the domain's clock.
    /// </summary>
    public static IHostApplicationBuilder AddCwaModel(this IHostApplicationBuilder builder)
    {
        var connectionString = builder.Configuration.GetConnectionString("Cwa");
        var replica = builder.Configuration.GetConnectionString("CwaReplica") is { Length: > 0 } named ? named : null;
        builder
            .Services.AddSettings<DatabaseSettings>(builder.Configuration, "Database")
            .Validate(
                database => Database.IsReadable(database.Provider, connectionString),
                """
                The setting ConnectionStrings:Cwa does not say how to reach the database. It is like Data Source=cwa.db
                for Sqlite, and like Host=…;Database=…;Username=…;Password=… for PostgreSql, which cannot do without it.
                """
            )
            .Validate(
                database => Database.IsReplica(database.Provider, replica),
                """
                The setting ConnectionStrings:CwaReplica does not name a replica. It is for PostgreSql only, names one
                standby, not several, and is like Host=…;Database=…;Username=…;Password=….
                """
            );
        // An unknown provider is refused before it is used.
        if (
            Enum.TryParse<DatabaseProvider>(
                builder.Configuration["Database:Provider"],
                ignoreCase: true,
                out var provider
            )
            && provider == DatabaseProvider.PostgreSql
        )
        {
            builder.Services.AddPooledDbContextFactory<PostgreSqlCwaDbContext>(
                (services, options) =>
                    Database.UsePostgreSql(options, connectionString!, services.GetRequiredService<TimeProvider>())
            );
            builder.Services.AddContexts<PostgreSqlCwaDbContext>();
            builder.Services.AddSingleton(s => Database.ReadPostgreSql(Database.ForReading(connectionString!), s));
            builder.Services.AddSingleton(_ => LastChange.OfPostgreSql(connectionString!, replica is not null));
            if (replica is not null)
                builder.Services.AddSingleton(s => Replica.Of(replica, s));
        }
        else
        {
            var file = $"Data Source={Path.Combine(builder.Environment.ContentRootPath, "cwa.db")}";
            builder.Services.AddPooledDbContextFactory<SqliteCwaDbContext>(
                (services, options) =>
                    Database.UseSqlite(options, connectionString ?? file, services.GetRequiredService<TimeProvider>())
            );
            builder.Services.AddContexts<SqliteCwaDbContext>();
            builder.Services.AddSingleton(s => new ReadContexts(
                s.GetRequiredService<IDbContextFactory<CwaDbContext>>()
            ));
            builder.Services.AddSingleton(_ => LastChange.OfSqlite(connectionString ?? file));
        }

        builder.Services.AddSettings<ClockSettings>(builder.Configuration, "Clock");
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(s => new DomainClock(
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ClockSettings>().Today
        ));
        return builder;
    }

    private static void AddContexts<T>(this IServiceCollection services)
        where T : CwaDbContext
    {
        services.AddSingleton<IDbContextFactory<CwaDbContext>, ContextFactory<T>>();
        // Data Protection and health checks ask a scope for a context.
        services.AddScoped(provider =>
            provider.GetRequiredService<IDbContextFactory<CwaDbContext>>().CreateDbContext()
        );
    }
}
