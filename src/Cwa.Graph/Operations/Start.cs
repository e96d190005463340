using Cwa.Model;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>Whether the server, or a command, can start; if not, why, in sentences for whoever runs it.</summary>
internal static class Start
{
    private const string Refused = "The server does not start.\n";

    /// <summary>Why the server cannot start: its settings, or its database; null when it can.</summary>
    public static async Task<string?> RefusalAsync(IServiceProvider services)
    {
        try
        {
            CheckSettings(services);
            await using var db = await services
                .GetRequiredService<IDbContextFactory<CwaDbContext>>()
                .CreateDbContextAsync();
            await db.CheckSchemaAsync(CancellationToken.None);
            return null;
        }
        catch (Exception refusal) when (ReasonOf(refusal) is not null)
        {
            return Refused + ReasonOf(refusal);
        }
    }

    /// <summary>
    /// Serves until the server is stopped; when it cannot begin to, says why, in sentences for whoever runs it.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync(IHost app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (ReasonOf(refusal) is { } reason)
        {
            await Console.Error.WriteLineAsync(Refused + reason);
            return 1;
        }
    }

    /// <exception cref="OptionsValidationException">Settings of one section are wrong.</exception>
    /// <exception cref="AggregateException">Settings of several sections are.</exception>
    public static void CheckSettings(IServiceProvider services) =>
        services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>What a person can do something about; null for a fault of ours.</summary>
    public static string? ReasonOf(Exception refusal) =>
        refusal switch
        {
            OptionsValidationException settings => string.Join('\n', settings.Failures),
            AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
                string.Join('\n', several.InnerExceptions.Select(ReasonOf)),
            NewerSchemaException or OlderSchemaException => refusal.Message,
            _ when DatabaseFault.IsAway(refusal) || DatabaseFault.IsNone(refusal) =>
                $"The database cannot be reached: {refusal.GetBaseException().Message}",
            IOException { InnerException: AddressInUseException } => refusal.Message,
            _ => null,
        };
}
