using Cwa.Dashboard;

namespace Cwa.Graph;

/// <summary>Adds the pages, and what they ask of the server.</summary>
internal static class CwaPages
{
    public static void AddCwaPages(this WebApplicationBuilder builder)
    {
        // Outside Development, too, a server that was built and not published finds its style sheet.
        builder.WebHost.UseStaticWebAssets();
        // Otherwise a file could be under any address, and an unknown one would answer POST with 405 instead of 404.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.Services.AddScoped<IOperationPort, OperationPort>();
        builder.Services.AddScoped<IImportPort, ImportPort>();
        builder.Services.AddDashboard();
    }
}
