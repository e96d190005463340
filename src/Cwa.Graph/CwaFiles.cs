namespace Cwa.Graph;

/// <summary>
/// Puts what is served beside the schema into a server: what files, calendars and feeds are made with.
/// </summary>
internal static class CwaFiles
{
    public static void AddCwaFiles(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<Notices>().AddScoped<Calendars>().AddScoped<AtomEntries>();
}
