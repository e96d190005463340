using GraphQL;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cwa.Graph.Engine;

/// <summary>Adds the engine to a server.</summary>
public static class GraphBuilder
{
    /// <summary>Registers a schema, the types in its assembly, and everything that runs it.</summary>
    public static IServiceCollection AddGraph<TSchema>(this IServiceCollection services, IConfiguration configuration)
        where TSchema : GraphSchema
    {
        if (!GlobalSwitches.GlobalAttributes.OfType<DocCommentsAttribute>().Any())
        {
            GlobalSwitches.GlobalAttributes.Add(new DocCommentsAttribute());
            GlobalSwitches.GlobalAttributes.Add(new ConstructorDefaultsAttribute());
        }

        var assembly = typeof(TSchema).Assembly;
        services.AddGraphQL(graph =>
            graph
                .AddSchema<TSchema>()
                .AddGraphTypes(typeof(GraphBuilder).Assembly)
                .AddGraphTypes(assembly)
                .AddClrTypeMappings(typeof(GraphBuilder).Assembly)
                .AddClrTypeMappings(assembly)
                .AddGraphTypeMappingProvider<ScalarMappings>()
                .AddGraphTypeMappingProvider<PageMappings>()
                .AddExecutionStrategy<QueryStrategy>(GraphQLParser.AST.OperationType.Query)
                .AddExecutionStrategy<SubscriptionStrategy>(GraphQLParser.AST.OperationType.Subscription)
                .AddAutoClrMappings()
        );
        services.AddSingleton<GraphSchema>(s => s.GetRequiredService<TSchema>());
        foreach (
            var terms in assembly
                .GetTypes()
                .Where(t =>
                    t is { IsClass: true, IsAbstract: false, BaseType.IsGenericType: true }
                    && t.BaseType.GetGenericTypeDefinition() == typeof(ListTerms<>)
                )
        )
            services.AddSingleton(terms.BaseType!, terms);

        services.AddSettings<Limits>(configuration, "Limits");
        services.AddSettings<ConnectionLimits>(configuration, "Connections");
        services
            .AddSingleton<ReadGate>(s =>
                new(s.GetRequiredService<Limits>(), s.GetRequiredService<GraphMetrics>().GateWait)
            )
            .AddSingleton<QueryCache>()
            .AddSingleton<Cursors>()
            .AddSingleton<DocumentCache>()
            .AddSingleton<SchemaEndpoint>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Outages>().AddSingleton<RequestRun>().AddSingleton<RequestExecutor>();
        services.AddSingleton<LocalTransport>(s =>
            new(
                s.GetRequiredService<RequestExecutor>(),
                s.GetRequiredService<OpenScope>(),
                s.GetRequiredService<Limits>()
            )
        );
        services
            .AddSingleton<Drain>(s =>
                new(
                    s.GetRequiredService<ConnectionLimits>(),
                    s.GetRequiredService<IHostApplicationLifetime>(),
                    s.GetRequiredService<IOptions<HostOptions>>()
                )
            )
            .AddHostedService(s => s.GetRequiredService<Drain>());
        services.AddSingleton<ExportGate>().AddSingleton<ExportRows>().AddSingleton<ExportTransport>();
        services.TryAddSingleton<IsAway>(_ => _ => Away.No);
        services.TryAddSingleton<ReadPlace>(_ => () => Task.FromResult<string?>(null));
        services.TryAddSingleton<ServerCount>(_ => () => 1);
        services.AddSingleton<CostGate>();
        services.AddSingleton<Looks>().AddSingleton<AnswerCache>();
        services.AddSingleton<ReplicaReads>(s =>
            new(
                s.GetService<IReplica>(),
                s.GetRequiredService<Looks>(),
                s.GetRequiredService<GraphMetrics>(),
                s.GetRequiredService<Limits>(),
                s.GetRequiredService<TimeProvider>()
            )
        );
        services.AddSettings<DocumentSettings>(configuration, "Documents");
        services.TryAddSingleton<PublishedDocuments>(_ => () => []);
        services.AddSingleton<TrustedDocuments>();
        services.TryAddSingleton(RetryPace.Usual);
        services.AddMetrics().AddSingleton<GraphMetrics>();
        services.AddSingleton<LiveRetries>().AddSingleton<LiveOperations>();
        services.TryAddSingleton<ILiveOperations>(s => s.GetRequiredService<LiveOperations>());
        services
            .AddScoped<Spending>(s =>
                new(
                    s.GetRequiredService<CostGate>(),
                    s.GetRequiredService<IRequester>(),
                    s.GetRequiredService<Limits>()
                )
            )
            .AddScoped<FilterBudget>()
            .AddScoped<PageLoaders>()
            .AddScoped<ReadSource>()
            .AddScoped<ReadScope>()
            .AddScoped(typeof(ById<>))
            .AddScoped(typeof(Children<>))
            .AddScoped(typeof(Whole<>));
        services.AddDataProtection();
        return services;
    }

    /// <summary>
    /// Serves the schema at a path: operations over HTTP and WebSocket, and the SDL at `?sdl` and `/schema`.
    /// </summary>
    public static void MapGraph(this IEndpointRouteBuilder app, string path)
    {
        app.MapMethods(path, ["GET"], SchemaOrQueryAsync);
        app.Map(path, HttpTransport.HandleAsync);
        app.MapMethods(path + "/schema", ["GET", "HEAD"], SchemaEndpoint.Serve);

        static Task SchemaOrQueryAsync(HttpContext http, SchemaEndpoint schema) =>
            http.Request.Query.ContainsKey("sdl") ? schema.File().ExecuteAsync(http) : HttpTransport.HandleAsync(http);
    }
}
