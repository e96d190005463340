using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cwa.Graph.Tests.Security;

/// <summary>A database of another version stops the start with a sentence.</summary>
public sealed class RefusedDatabaseTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_a_newer_version_has_changed_is_refused_with_a_sentence(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = await database.Contexts.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync(
                db.GetService<IHistoryRepository>().GetInsertScript(new("29991231000000_Later", "99.0.0"))
            );

        await IsRefusedAsync(database, "29991231000000_Later");
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_from_before_the_first_migration_is_refused_with_a_sentence(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.IsOfBeforeTheFirstMigrationAsync();

        await IsRefusedAsync(database, "Name an empty database in ConnectionStrings:Cwa");
    }

    private static async Task IsRefusedAsync(TestDatabase database, string sentence)
    {
        (string, string)[] settings =
        [
            ("Database:Provider", database.Provider),
            ("ConnectionStrings:Cwa", database.ConnectionString),
        ];

        var server = await ServerProgram.RunAsync(settings);
        var command = await ServerProgram.RunAsync(settings, "sample");

        Assert.Equal((1, 1), (server.Code, command.Code));
        string[] told = [server.Output + server.Error, command.Error];
        Assert.All(told, said => Assert.Contains(sentence, said, StringComparison.Ordinal));
        Assert.All(told, said => Assert.DoesNotContain("   at ", said, StringComparison.Ordinal));
    }
}
