using Cwa.Graph.Engine;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

public sealed class SchemaTests(SchemaTests.Server server) : IClassFixture<SchemaTests.Server>
{
    [Fact]
    public async Task The_published_schema_is_the_one_that_is_served()
    {
        var served = await server.Value.Client.GetStringAsync("/graphql?sdl");

        Assert.Equal(await File.ReadAllTextAsync(Repository.PathOf("schema/cwa.graphql")), served);
    }

    [Fact]
    public void Everything_in_the_schema_is_described()
    {
        var bare = new List<string>();
        foreach (var type in Types())
        {
            if (!BuiltIn.Contains(type.Name))
                Check(type.Name, type.Description);
            foreach (
                var value in type is EnumerationGraphType closed
                    ? closed.Values
                    : Enumerable.Empty<EnumValueDefinition>()
            )
                Check($"{type.Name}.{value.Name}", value.Description);
            foreach (var field in type is IComplexGraphType complex ? complex.Fields : Enumerable.Empty<FieldType>())
            {
                Check($"{type.Name}.{field.Name}", field.Description);
                foreach (var argument in field.Arguments ?? Enumerable.Empty<QueryArgument>())
                    Check($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
            }
        }

        Assert.Empty(bare);

        void Check(string name, string? description)
        {
            if (string.IsNullOrWhiteSpace(description))
                bare.Add(name);
        }
    }

    [Fact]
    public void Every_list_of_objects_is_a_page_or_says_how_long_it_can_be()
    {
        var unbounded =
            from type in Types().OfType<IObjectGraphType>()
            where type is not ICarrier
            from field in type.Fields
            where IsList(field.ResolvedType!) && field.ResolvedType!.GetNamedType() is not ScalarGraphType
            where field.GetMetadata<ListSizeAttribute>(ListSizeAttribute.Key) is not { Most: > 0 }
            select $"{type.Name}.{field.Name}";

        Assert.Empty(unbounded);
    }

    [Fact]
    public async Task The_schema_is_sent_again_only_when_it_has_changed()
    {
        using var first = await server.Value.Client.GetAsync("/graphql/schema");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema")
        {
            Headers = { IfNoneMatch = { first.Headers.ETag! } },
        };

        using var second = await server.Value.Client.SendAsync(again);
        using var older = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema")
        {
            Headers = { IfNoneMatch = { new("\"older\"") } },
        };
        using var third = await server.Value.Client.SendAsync(older);

        Assert.Equal(System.Net.HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, third.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await third.Content.ReadAsStringAsync());
    }

    private static readonly string[] BuiltIn = ["String", "Boolean", "Int", "Float", "ID"];

    private IEnumerable<IGraphType> Types()
    {
        var schema = server.Value.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        return schema.AllTypes.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal));
    }

    private static bool IsList(IGraphType type) =>
        type is ListGraphType || (type is NonNullGraphType required && IsList(required.ResolvedType!));

    public sealed class Server : IAsyncLifetime
    {
        public CwaServer Value { get; private set; } = null!;

        public async Task InitializeAsync() => Value = await CwaServer.StartAsync();

        public async Task DisposeAsync() => await Value.DisposeAsync();
    }
}

/// <summary>The repository around the running test.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    public static string PathOf(string file) => Path.Combine(Root, file);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CwA.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("No CwA.sln above the tests.");
        return folder.FullName;
    }
}
