using GraphQL.Utilities;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;

namespace Cwa.Graph;

/// <summary>Finds settings that nothing would read, because their section or their name is misspelt.</summary>
/// <remarks>
/// The framework reads the same configuration, so a name outside our sections counts as misspelt only if it is close to
/// that of a setting.
/// </remarks>
internal sealed class SettingNames(IEnumerable<SettingsSection> ours)
{
    private const int MostSlips = 2,
        LettersForASlip = 3;

    private readonly SettingsSection[] _known =
    [
        .. ours,
        new("ConnectionStrings", ["Cwa", "CwaReplica"]),
        new("AzureAd", [.. Settings.NamesOf<MicrosoftIdentityOptions>(), .. Settings.NamesOf<JwtBearerOptions>()]),
    ];

    /// <summary>A sentence for each misspelt setting.</summary>
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

    // In a short name, one slip makes another word.
    private static int SlipsIn(string written, string meant) =>
        StringUtils.DamerauLevenshteinDistance(
            written.ToUpperInvariant(),
            meant.ToUpperInvariant(),
            Math.Min(MostSlips, meant.Length / LettersForASlip)
        );

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
