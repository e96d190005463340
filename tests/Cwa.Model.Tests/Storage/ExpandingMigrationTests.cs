using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Cwa.Model.Tests;

/// <summary>A migration whose name begins with "Expand" only adds what the servers of older versions do not miss.</summary>
public sealed class ExpandingMigrationTests
{
    [Fact]
    public void Migrations_that_promise_only_to_expand_keep_the_promise()
    {
        var migrations = typeof(CwaDbContext)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => (Id: type.GetCustomAttribute<MigrationAttribute>()!.Id, Type: type))
            .ToList();

        Assert.NotEmpty(migrations);
        Assert.All(
            migrations.Where(migration => SchemaUpdate.IsExpansion(migration.Id)),
            migration => Assert.Empty(Breaches(((Migration)Activator.CreateInstance(migration.Type)!).UpOperations))
        );
    }

    [Theory]
    [InlineData("29990101000000_ExpandEvents", true)]
    [InlineData("29990101000000_ContractEvents", false)]
    [InlineData("29990101000000_EventsExpand", false)]
    [InlineData("20261130030227_Baseline", false)]
    public void A_name_promises_it(string migration, bool promises) =>
        Assert.Equal(promises, SchemaUpdate.IsExpansion(migration));

    [Fact]
    public void Columns_and_tables_may_be_added_and_nothing_may_be_asked_of_what_older_servers_write()
    {
        var kept = new MigrationBuilder(null);
        kept.AddColumn<string>("room", "events", nullable: true);
        kept.AddColumn<int>("seats", "events", nullable: false, defaultValue: 0);
        kept.AddCheckConstraint("ck_events_room_length", "events", "length(room) <= 100");
        kept.CreateIndex("ix_events_room", "events", "room");
        kept.CreateTable("rooms", table => new { id = table.Column<Guid>(), name = table.Column<string>() });
        kept.CreateIndex("ix_rooms_name", "rooms", "name", unique: true);
        var broken = new MigrationBuilder(null);
        broken.AddColumn<int>("seats", "events", nullable: false);
        broken.AddCheckConstraint("ck_events_title_length", "events", "length(title) <= 100");
        broken.CreateIndex("ix_events_title", "events", "title", unique: true);
        broken.DropColumn("title", "events");
        broken.RenameColumn("title", "events", "name");
        broken.Sql("DELETE FROM events");

        Assert.Empty(Breaches(kept.Operations));
        Assert.Equal(broken.Operations, Breaches(broken.Operations));
    }

    private static IEnumerable<MigrationOperation> Breaches(IReadOnlyList<MigrationOperation> operations)
    {
        var tables = operations.OfType<CreateTableOperation>().Select(table => table.Name).ToList();
        var checks = operations
            .OfType<AddColumnOperation>()
            .Select(column => $"ck_{column.Table}_{column.Name}_")
            .ToList();
        return operations.Where(operation => !IsKept(operation));

        bool IsKept(MigrationOperation operation) =>
            operation switch
            {
                CreateTableOperation => true,
                AddColumnOperation column => column.IsNullable
                    || (column.DefaultValue ?? column.DefaultValueSql) is not null,
                CreateIndexOperation index => !index.IsUnique || tables.Contains(index.Table),
                AddCheckConstraintOperation check => checks.Exists(of =>
                    check.Name.StartsWith(of, StringComparison.Ordinal)
                ),
                _ => false,
            };
    }
}
