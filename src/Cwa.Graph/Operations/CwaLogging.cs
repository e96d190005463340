namespace Cwa.Graph;

/// <summary>What is logged beside what appsettings.json says.</summary>
internal static class CwaLogging
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel",
        Host = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Leaves out the errors of Kestrel itself, and why a start fails, which <see cref="Start"/> says.</summary>
    /// <remarks>
    /// A fault of ours is logged where it is masked. What is left are clients whose bodies cannot be read to their end,
    /// each with a stack trace. `Logging:Console:LogLevel:Microsoft.AspNetCore.Server.Kestrel` brings them back.
    /// </remarks>
    public static void AddCwaLogging(this WebApplicationBuilder builder) =>
        builder
            .Services.AddOptions<LoggerFilterOptions>()
            .Configure<IServiceProvider>(
                (options, services) =>
                {
                    // Whose own log is made first.
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
