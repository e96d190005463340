using Cwa.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cwa.Benchmarks;

/// <summary>SQLite files for benchmarks, in the folder for temporary files.</summary>
internal static class SampleDatabase
{
    private static readonly string Folder = Directory
        .CreateDirectory(Path.Combine(Path.GetTempPath(), "cwa-benchmarks"))
        .FullName;

    /// <summary>The sample year at a scale, made once and kept.</summary>
    public static async Task<string> OfScaleAsync(int scale)
    {
        var file = Path.Combine(Folder, $"sample-{scale}.db");
        if (!File.Exists(file))
        {
            Console.WriteLine($"Making {file}…");
            var unfinished = await EmptyAsync();
            using (var host = Host(unfinished))
                await SampleYear.LoadAsync(
                    host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>(),
                    new(scale),
                    progress: null,
                    default
                );
            // Closing the last connection moves the write-ahead log into the file.
            SqliteConnection.ClearAllPools();
            File.Move(unfinished, file);
        }

        return file;
    }

    /// <summary>A copy of the sample year for benchmarks that write.</summary>
    public static async Task<string> CopyAsync()
    {
        var copy = Path.Combine(Folder, $"{Guid.NewGuid():N}.db");
        File.Copy(await OfScaleAsync(1), copy);
        return copy;
    }

    /// <summary>Deletes a database and the files that SQLite keeps beside it.</summary>
    public static void Delete(string file)
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in Directory.GetFiles(Folder, Path.GetFileName(file) + "*"))
            File.Delete(part);
    }

    /// <summary>A new database with the agencies and nothing else.</summary>
    public static async Task<string> EmptyAsync()
    {
        var file = Path.Combine(Folder, $"{Guid.NewGuid():N}.db");
        using var host = Host(file);
        await using var db = await host
            .Services.GetRequiredService<IDbContextFactory<CwaDbContext>>()
            .CreateDbContextAsync();
        await db.UpdateSchemaAsync(default);
        await AgencyReferenceData.LoadAsync(db, default);
        return file;
    }

    /// <summary>The product's own contexts over a file.</summary>
    public static IHost Host(string file) => Host(("ConnectionStrings:Cwa", ConnectionString(file)));

    /// <summary>The product's own contexts over the database that the settings name.</summary>
    public static IHost Host(params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.AddCwaModel();
        return builder.Build();
    }

    public static string ConnectionString(string file) => $"Data Source={file}";
}
