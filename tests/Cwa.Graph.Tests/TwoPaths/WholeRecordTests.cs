using System.Reflection;
using Cwa.Graph.Engine;
using Cwa.Tests;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.TwoPaths;

/// <summary>Which fields make the server read whole records, so that a new one is noticed.</summary>
public sealed class WholeRecordTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [Fact]
    public async Task All_other_fields_read_only_some_columns()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var schema = server.Services.GetRequiredService<GraphSchema>();
        await using var db = await server.Database.Contexts.CreateDbContextAsync();

        var whole = TypesOf(schema, db.Model)
            .SelectMany(type => type.Fields.Select(field => (Type: type, Field: field)))
            .Where(it => ReadsWhole(((IClassType)it.Type).Class, it.Field))
            .Select(it => $"{it.Type.Name}.{it.Field.Name}");

        // Each is made of a list that one of its columns holds.
        Assert.Equal(
            [
                "Analysis.categories",
                "AuditEntry.changes",
                "ComplaintProcess.channels",
                "DraftEvent.coHosts",
                "EventRevision.coHosts",
                "Survey.ratings",
            ],
            whole
        );
    }

    /// <summary>The types of what the database stores.</summary>
    internal static IEnumerable<IObjectGraphType> TypesOf(GraphSchema schema, IModel model)
    {
        schema.Initialize();
        return schema
            .AllTypes.OfType<IObjectGraphType>()
            .Where(type => type is IClassType { Class: var of } && model.FindEntityType(of) is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal);
    }

    private static bool ReadsWhole(Type of, FieldType field) =>
        typeof(Columns<>)
            .MakeGenericType(of)
            .GetMethod("Of", BindingFlags.Public | BindingFlags.Static)!
            .Invoke(
                null,
                [(field.Resolver as IReadsProperties)?.Reads, Array.Empty<System.Linq.Expressions.LambdaExpression>()]
            )
            is null;
}
