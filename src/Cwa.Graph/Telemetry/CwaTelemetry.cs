using System.Net;
using Cwa.Graph.Engine;
using Cwa.Model;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cwa.Graph;

/// <summary>
/// Adds what an operator sees from outside: traces, metrics and logs for a collector that the environment variables of
/// OpenTelemetry name, and metrics for Prometheus.
/// </summary>
internal static class CwaTelemetry
{
    /// <summary>Where Prometheus reads.</summary>
    public const string MetricsPath = "/metrics";

    private const string Name = "cwa-graph";

    // Each trace would cost a busy server a twelfth of its requests; a tenth of them hardly costs any.
    private const double UsualShare = 0.1;

    // Those of the specification; each signal may have its own collector.
    private static readonly string[] Collectors =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    // Not all meters of ASP.NET Core: those of its memory, routes and sign-in cost each request more than they tell.
    private static readonly string[] Meters =
    [
        GraphMetrics.MeterName,
        FeedMetrics.MeterName,
        "Npgsql",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    // Added to several times for each statement. What they tell, the durations and the connections in use tell as well.
    private static readonly string[] Uncounted =
    [
        "db.client.operation.npgsql.executing",
        "db.client.operation.npgsql.bytes_read",
        "db.client.operation.npgsql.bytes_written",
    ];

    /// <summary>Which requests are traced unless the environment says: a tenth, and what their callers trace.</summary>
    internal static Sampler UsualSampler { get; } = new ParentBasedSampler(new TraceIdRatioBasedSampler(UsualShare));

    public static void AddCwaTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddCwaHealth();
        builder.Services.AddSettings<TelemetrySettings>(builder.Configuration, "Telemetry");
        var hasScrapers = builder.Configuration.GetSection("Telemetry:Scrapers").GetChildren().Any();
        var hasCollector =
            Collectors.Any(name => builder.Configuration[name] is { Length: > 0 })
            && builder.Configuration["OTEL_SDK_DISABLED"] is not ("true" or "TRUE" or "True");
        if (!hasScrapers && !hasCollector)
            return;

        // The environment may name the service otherwise.
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService(Name, serviceVersion: ServiceQueries.Version).AddEnvironmentVariableDetector()
            )
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters).AddRuntimeInstrumentation();
                foreach (var name in Uncounted)
                    metrics.AddView(name, MetricStreamConfiguration.Drop);
                if (hasScrapers)
                    metrics.AddPrometheusExporter(options => options.ScrapeEndpointPath = MetricsPath);
            });
        if (hasCollector)
        {
            telemetry
                .WithTracing(traces =>
                {
                    traces.AddSource(Tracing.SourceName, StatementTracing.SourceName).AddAspNetCoreInstrumentation();
                    // What is set here would win over the environment.
                    if (builder.Configuration["OTEL_TRACES_SAMPLER"] is not { Length: > 0 })
                        traces.SetSampler(UsualSampler);
                })
                .WithLogging()
                .UseOtlpExporter();
        }
    }

    /// <summary>Serves the metrics to those whom the settings name.</summary>
    public static void UseCwaTelemetry(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TelemetrySettings>().Scrapers is not { Count: > 0 } scrapers)
            return;

        var networks = scrapers
            .Select(scraper => scraper.Contains('/') ? scraper : $"{scraper}/{(scraper.Contains(':') ? 128 : 32)}")
            .Select(network => IPNetwork.Parse(network))
            .ToList();
        app.UseWhen(
            http => http.Request.Path == MetricsPath && IsScraper(http),
            scraped => scraped.UseOpenTelemetryPrometheusScrapingEndpoint(MetricsPath)
        );

        // Behind a proxy on this machine that the settings do not name, everybody would seem to be here.
        bool IsScraper(HttpContext http)
        {
            var from = http.Connection.RemoteIpAddress ?? IPAddress.Loopback;
            return networks.Any(network => network.Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from))
                && (!IPAddress.IsLoopback(from) || ThisMachine.Asks(http));
        }
    }
}
