using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Model;

/// <summary>Adds what Entity Framework Core cannot translate into SQL by itself.</summary>
public static class SqlTranslators
{
    /// <summary>Lets queries use <see cref="MonthFunctions"/> and <see cref="RowValues"/>.</summary>
    public static DbContextOptionsBuilder UseSqlTranslators(this DbContextOptionsBuilder options)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new Extension());
        return options;
    }

    private sealed class Extension : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

        public void ApplyServices(IServiceCollection services) =>
            new EntityFrameworkRelationalServicesBuilder(services)
                .TryAdd<IMethodCallTranslatorPlugin, MonthTranslator>()
                .TryAdd<IMethodCallTranslatorPlugin, RowTranslator>();

        public void Validate(IDbContextOptions options) { }

        private sealed class ExtensionInfo(Extension extension) : DbContextOptionsExtensionInfo(extension)
        {
            public override bool IsDatabaseProvider => false;

            public override string LogFragment => "";

            public override int GetServiceProviderHashCode() => 0;

            public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
                other is ExtensionInfo;

            public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
        }
    }
}
