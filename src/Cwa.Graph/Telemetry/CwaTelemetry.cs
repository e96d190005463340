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

    // Those of the specification; each signal may have its own collector.
    private static readonly string[] Collectors =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

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
                metrics
                    .AddMeter(GraphMetrics.MeterName, FeedMetrics.MeterName, "Npgsql")
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation();
                if (hasScrapers)
                    metrics.AddPrometheusExporter(options => options.ScrapeEndpointPath = MetricsPath);
            });
        if (hasCollector)
        {
            telemetry
                .WithTracing(traces =>
                    traces.AddSource(Tracing.SourceName, StatementTracing.SourceName).AddAspNetCoreInstrumentation()
                )
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
