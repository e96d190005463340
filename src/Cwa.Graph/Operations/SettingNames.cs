using GraphQL.Utilities;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;

namespace Cwa.Graph;

/// <summary>Finds settings that nothing would read, because their section or their name is misspelt.</summary>
/// <remarks>
/// Others read the same configuration: of what is in no section of ours, only what is nearly a setting is meant for us.
/// </remarks>
internal sealed class SettingNames(IEnumerable<SettingsSection> ours)
{
    private const int MostSlips = 2,
        LettersForASlip = 3;

    private readonly SettingsSection[] _known =
    [
        .. ours,
        new("ConnectionStrings", ["Cwa"]),
        new("AzureAd", [.. Settings.NamesOf<MicrosoftIdentityOptions>(), .. Settings.NamesOf<JwtBearerOptions>()]),
    ];

    /// <summary>A sentence for each.</summary>
    public IEnumerable<string> Misspelt(IConfiguration configuration) =>
        configuration
            .GetChildren()
            .SelectMany(section => section.GetChildren().Select(setting => FaultOf(section.Key, setting.Key)))
            .OfType<string>();

    private string? FaultOf(string section, string setting)
    {
        if (_known.Any(known => Is(known.Name, section) && known.Names.Any(name => Is(name, setting))))
            return null;

        var meant = _known
            .SelectMany(known => known.Names.Select(name => (Path: $"{known.Name}:{name}", known.Name, Setting: name)))
            .Where(known => SlipsIn(section, known.Name) <= MostSlips && SlipsIn(setting, known.Setting) <= MostSlips)
            .OrderBy(known => SlipsIn(section, known.Name) + SlipsIn(setting, known.Setting))
            .Select(known => known.Path)
            .FirstOrDefault();
        if (meant is not null)
            return $"There is no setting {section}:{setting}. Did you mean {meant}?";

        return ours.FirstOrDefault(own => Is(own.Name, section)) is { } own
            ? $"There is no setting {section}:{setting}. {own.Name} has {string.Join(", ", own.Names)}."
            : null;
    }

    // In a short name, a slip makes another word of it.
    private static int SlipsIn(string written, string meant) =>
        StringUtils.DamerauLevenshteinDistance(
            written.ToUpperInvariant(),
            meant.ToUpperInvariant(),
            Math.Min(MostSlips, meant.Length / LettersForASlip)
        );

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
