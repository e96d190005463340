using Cwa.Model;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>What keeps the server or a command from starting, in sentences for the operator.</summary>
internal static class Start
{
    /// <exception cref="OptionsValidationException">Names are misspelt, or settings of one section are wrong.</exception>
    /// <exception cref="AggregateException">Settings of several sections are wrong.</exception>
    public static void CheckSettings(IServiceProvider services)
    {
        var names = new SettingNames(services.GetServices<SettingsSection>());
        if (names.Misspelt(services.GetRequiredService<IConfiguration>()).ToList() is [_, ..] misspelt)
            throw new OptionsValidationException("", typeof(SettingNames), misspelt);
        services.GetRequiredService<IStartupValidator>().Validate();
    }

    /// <summary>A reason that the operator can do something about; null for a fault of ours.</summary>
    public static string? ReasonOf(Exception refusal) =>
        refusal switch
        {
            OptionsValidationException settings => string.Join('\n', settings.Failures),
            AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
                string.Join('\n', several.InnerExceptions.Select(ReasonOf)),
            InvalidDataException { InnerException: FormatException } =>
                $"{refusal.Message} {refusal.GetBaseException().Message}",
            PendingMigrationsException or NewerSchemaException or OlderSchemaException => refusal.Message,
            _ when IsFrom("Microsoft.Extensions.FileProviders.PhysicalFileProvider", refusal) =>
                $"There is no folder {refusal.Message}, which ASPNETCORE_CONTENTROOT names.",
            _ when IsFrom("Microsoft.Extensions.Logging.LoggerFilterConfigureOptions", refusal) =>
                $"{refusal.Message} In Logging:LogLevel there are {string.Join(", ", Enum.GetNames<LogLevel>())}.",
            _ when IsFrom("Microsoft.AspNetCore.Server.Kestrel", refusal) => $"""
                It cannot listen where ASPNETCORE_URLS or Kestrel:Endpoints says: {refusal.Message}
                Name a free address of this machine, such as http://localhost:5000, or end the program that has it.
                """,
            _ when DatabaseFault.IsAway(refusal) || DatabaseFault.IsNone(refusal) => $"""
                The database cannot be reached: {refusal.GetBaseException().Message}
                ConnectionStrings:Cwa says where it is, such as Data Source=/srv/cwa/cwa.db or Host=db;Database=cwa;….
                """,
            _ => null,
        };

    // What reads settings for the framework throws exceptions of many types; Kestrel does when it binds as well.
    private static bool IsFrom(string thrower, Exception refusal) =>
        refusal.StackTrace?.Contains(thrower, StringComparison.Ordinal) == true;
}
