using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

/// <summary>
/// One schema for all servers of these tests, since making it takes most of a start. It knows nothing of its server but
/// the clock, and asks that of the request.
/// </summary>
internal static class SharedSchema
{
    private static readonly AsyncLocal<TimeProvider> ClockOfRequest = new();

    private static readonly Lazy<CwaSchema> Schema = new(() =>
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddCwaGraph();
        builder.Services.AddSingleton(new DomainClock(new RequestClock()));
        var schema = builder.Build().Services.GetRequiredService<CwaSchema>();
        schema.Initialize();
        return schema;
    });

    /// <summary>Makes a server use the schema. Goes outside the making of the server's host.</summary>
    public static Action<IServiceCollection> For(Func<TimeProvider> clock)
    {
        var schema = Schema.Value;
        return services =>
            services
                .AddSingleton(schema)
                .AddSingleton<GraphSchema>(schema)
                .AddSingleton<ISchema>(schema)
                .AddSingleton<IStartupFilter>(new Clocked(clock));
    }

    private sealed class RequestClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ClockOfRequest.Value!.GetUtcNow();
    }

    private sealed class Clocked(Func<TimeProvider> clock) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, rest) =>
                    {
                        ClockOfRequest.Value = clock();
                        return rest(http);
                    }
                );
                next(app);
            };
    }
}
