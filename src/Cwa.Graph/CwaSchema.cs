using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.DI;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>One schema for the whole government.</summary>
public sealed class CwaSchema : GraphSchema
{
    /// <summary>The schema with its roots.</summary>
    public CwaSchema(IServiceProvider services, IEnumerable<IConfigureSchema> configurations) : base(services, configurations)
    {
        Description =
            "Conversations with America: what every federal agency does to ask its customers what they want, and what it makes of " +
            "the answers. Independent agencies are requested, not directed; nothing here creates a right or benefit.";
        Query = new Query { Name = "Query", Description = "What can be asked." };
        this.RegisterTypeMapping<ReportMonth, YearMonthType>();
    }
}

internal static class CwaGraph
{
    public static void AddCwaGraph(this WebApplicationBuilder builder)
    {
        builder.Services.AddGraph<CwaSchema>(builder.Configuration);
        builder.Services.AddSingleton<OpenDbContext>(s => s.GetRequiredService<IDbContextFactory<CwaDbContext>>().CreateDbContext);
        builder.Services.AddSingleton(new ComparableOperations<ReportMonth>("YearMonth"));
        builder.Services.AddScoped<ComplaintTrend>();
        foreach (var loader in BatchLoaders())
            builder.Services.AddScoped(loader);
    }

    private static IEnumerable<Type> BatchLoaders() => typeof(CwaGraph).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsPublic: true, IsGenericType: false, BaseType.IsGenericType: true }
            && (t.BaseType.GetGenericTypeDefinition() == typeof(BatchLoader<,>) || t.BaseType.GetGenericTypeDefinition() == typeof(OnlyChild<>)));
}
