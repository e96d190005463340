namespace Cwa.Graph;

/// <summary>Adds the services that make files, calendars and feeds.</summary>
internal static class CwaFiles
{
    public static void AddCwaFiles(this WebApplicationBuilder builder) =>
        builder
            .Services.AddSingleton<Notices>()
            .AddScoped<Calendars>()
            .AddScoped<AtomEntries>()
            .AddSingleton<ImportMetrics>()
            .AddScoped<FileImport>();
}
