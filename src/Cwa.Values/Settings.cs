using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cwa.Values;

/// <summary>Sections of the configuration, each a class whose attributes say what a setting can be.</summary>
public static class Settings
{
    /// <summary>Adds a section as options that are checked when the host starts, and as they are then.</summary>
    public static OptionsBuilder<T> AddSettings<T>(
        this IServiceCollection services,
        IConfiguration configuration,
        string name
    )
        where T : class
    {
        var section = configuration.GetSection(name);
        var check = new SettingsCheck(section, typeof(T));
        services.AddSingleton(s => s.GetRequiredService<IOptions<T>>().Value);
        return services.AddOptions<T>().Configure(_ => check.PassOnce()).Bind(section).ValidateOnStart();
    }
}
