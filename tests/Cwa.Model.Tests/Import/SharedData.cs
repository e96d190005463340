namespace Cwa.Model.Tests;

/// <summary>The public files beside the repository.</summary>
internal static class SharedData
{
    /// <summary>The path of a file; null if it is not there.</summary>
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                var path = Path.Combine(folder.FullName, "../shared/data", name);
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
