using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Tests.Storage;

public sealed partial class CompiledModelTests
{
    private const string Namespace = "Cwa.Model.Storage.Compiled";

    [Fact]
    public void Either_database_is_used_with_its_compiled_model()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        Assert.Equal($"{Namespace}.Sqlite.SqliteCwaDbContextModel", sqlite.Model.GetType().FullName);
        Assert.Equal($"{Namespace}.PostgreSql.PostgreSqlCwaDbContextModel", postgreSql.Model.GetType().FullName);
    }

    [Fact]
    public void The_compiled_model_of_SQLite_is_what_the_mapping_says()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        IsWhatTheMappingSays(db, "Sqlite");
    }

    [Fact]
    public void The_compiled_model_of_PostgreSQL_is_what_the_mapping_says()
    {
        using var db = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        IsWhatTheMappingSays(db, "PostgreSql");
    }

    private static void IsWhatTheMappingSays(CwaDbContext db, string folder)
    {
        var written = Written(db, $"{Namespace}.{folder}");
        var kept = Directory
            .EnumerateFiles(PathOf(folder))
            .ToDictionary(file => Path.GetFileName(file), file => WithoutId(File.ReadAllText(file)));

        var differing = written
            .Keys.Union(kept.Keys)
            .Where(file => written.GetValueOrDefault(file) != kept.GetValueOrDefault(file))
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(
            differing is [],
            $"The compiled model no longer says what the mapping does, in {string.Join(", ", differing)}. "
                + "Make it anew with the commands in .github/CONTRIBUTING.md, \"The compiled model\"."
        );
    }

    // What `dotnet ef dbcontext optimize` would write.
    private static Dictionary<string, string> Written(CwaDbContext db, string modelNamespace)
    {
        var services = new ServiceCollection()
            .AddEntityFrameworkDesignTimeServices()
            .AddDbContextDesignTimeServices(db);
        var provider = Assembly.Load(db.GetService<IDatabaseProvider>().Name);
        var name = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
        ((IDesignTimeServices)Activator.CreateInstance(provider.GetType(name)!)!).ConfigureDesignTimeServices(services);
        var options = new CompiledModelCodeGenerationOptions
        {
            ContextType = db.GetType(),
            Language = "C#",
            ModelNamespace = modelNamespace,
            UseNullableReferenceTypes = true,
        };
        using var built = services.BuildServiceProvider();
        return built
            .GetRequiredService<ICompiledModelCodeGeneratorSelector>()
            .Select(options)
            .GenerateModel(db.GetService<IDesignTimeModel>().Model, options)
            .ToDictionary(file => file.Path, file => WithoutId(file.Code));
    }

    // Each time that a model is compiled, it gets another id.
    private static string WithoutId(string code) => Id().Replace(code, "");

    [GeneratedRegex("modelId: new Guid\\(\"[^\"]*\"\\)")]
    private static partial Regex Id();

    private static string PathOf(string folder, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../src/Cwa.Model/Storage/Compiled", folder);
}
