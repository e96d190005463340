namespace Cwa.Graph;

/// <summary>What is logged beside what appsettings.json says.</summary>
internal static class CwaLogging
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>Leaves out the errors of Kestrel itself.</summary>
    /// <remarks>
    /// A fault of ours is logged where it is masked. What is left are clients whose bodies cannot be read to their end,
    /// each with a stack trace. `Logging:Console:LogLevel:Microsoft.AspNetCore.Server.Kestrel` brings them back.
    /// </remarks>
    public static void AddCwaLogging(this WebApplicationBuilder builder) =>
        builder.Services.Configure<LoggerFilterOptions>(options =>
            options.Rules.Add(
                new(null, Kestrel, null, (_, category, level) => level >= LogLevel.Warning && !IsError(category, level))
            )
        );

    private static bool IsError(string? category, LogLevel level) => category == Kestrel && level == LogLevel.Error;
}
