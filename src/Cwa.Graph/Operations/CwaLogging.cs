namespace Cwa.Graph;

/// <summary>Logging beyond appsettings.json.</summary>
internal static class CwaLogging
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel",
        Host = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Leaves out Kestrel's own errors, and why a start failed, which <see cref="Start"/> says.</summary>
    /// <remarks>
    /// Our own faults are logged where they are masked. What Kestrel adds are clients whose bodies break off, each with
    /// a stack trace. `Logging:Console:LogLevel:Microsoft.AspNetCore.Server.Kestrel` brings these back.
    /// </remarks>
    public static void AddCwaLogging(this WebApplicationBuilder builder) =>
        builder
            .Services.AddOptions<LoggerFilterOptions>()
            .Configure<IServiceProvider>(
                (options, services) =>
                {
                    // Asked for late, because the lifetime has a log of its own.
                    var lifetime = new Lazy<IHostApplicationLifetime>(
                        services.GetRequiredService<IHostApplicationLifetime>
                    );
                    bool HasStarted() => lifetime.Value.ApplicationStarted.IsCancellationRequested;
                    options.Rules.Add(
                        new(
                            null,
                            Kestrel,
                            null,
                            (_, category, level) =>
                                level >= LogLevel.Warning
                                && !IsError(category, level)
                                && (level < LogLevel.Critical || HasStarted())
                        )
                    );
                    options.Rules.Add(new(null, Host, null, (_, _, level) => level >= LogLevel.Error && HasStarted()));
                }
            );

    private static bool IsError(string? category, LogLevel level) => category == Kestrel && level == LogLevel.Error;
}
