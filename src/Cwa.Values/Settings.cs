using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cwa.Values;

/// <summary>A section of the configuration, and the names of its settings.</summary>
public sealed record SettingsSection(string Name, IReadOnlyList<string> Names);

/// <summary>Sections of the configuration, each bound to a class whose attributes say which values are valid.</summary>
public static class Settings
{
    /// <summary>Adds a section as options. They are checked, and fixed, when the host starts.</summary>
    public static OptionsBuilder<T> AddSettings<T>(
        this IServiceCollection services,
        IConfiguration configuration,
        string name
    )
        where T : class
    {
        var section = configuration.GetSection(name);
        var check = new SettingsCheck(section, typeof(T));
        services.AddSingleton(new SettingsSection(name, NamesOf<T>()));
        services.AddSingleton(s => s.GetRequiredService<IOptions<T>>().Value);
        return services.AddOptions<T>().Configure(_ => check.PassOnce()).Bind(section).ValidateOnStart();
    }

    /// <summary>The settings that a class has.</summary>
    public static string[] NamesOf<T>() => [.. typeof(T).GetProperties().Select(property => property.Name)];
}
