using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>The interface of every object with a lasting id.</summary>
public sealed class NodeInterface : InterfaceGraphType
{
    internal const string IdDescription = "The object's id: opaque, permanent, and unique in the whole API.";

    /// <summary>Relay's Node.</summary>
    public NodeInterface()
    {
        Name = "Node";
        Description = "An object with a permanent id, by which `node` and `nodes` fetch it.";
        Field<NonNullGraphType<IdGraphType>>("id").Description(IdDescription);
    }
}

/// <summary>A type whose objects can be fetched by id.</summary>
internal interface INodeType
{
    /// <summary>The object with this key; null if it does not exist or the caller may not see it.</summary>
    IDataLoaderResult Load(IServiceProvider services, Guid key);
}

/// <summary>
/// The type of an entity with a Guid `Id`, which becomes an opaque node id. Properties that hold other entities are not
/// fields: a derived type follows them with a loader.
/// </summary>
public abstract class NodeType<T> : ObjectType<T>, INodeType
    where T : class
{
    private static readonly PropertyInfo KeyProperty = typeof(T).GetProperty("Id")!;
    private static readonly Func<T, Guid> Key = KeyProperty.GetMethod!.CreateDelegate<Func<T, Guid>>();

    /// <summary>The entity's fields, without the properties named here.</summary>
    protected NodeType(params Expression<Func<T, object?>>[] hidden)
        : base(hidden)
    {
        Field<NonNullGraphType<IdGraphType>>("id")
            .Description(NodeInterface.IdDescription)
            .Resolve(new NodeIdResolver<T>(this, Key));
        Interface<NodeInterface>();
    }

    /// <summary>Names the fields of a public type that only a signed-in caller may read.</summary>
    protected void SignedIn(params string[] properties)
    {
        foreach (var name in properties)
            Fields.Find(name)!.WithMetadata(SignedInAttribute.Key, Array.Empty<string>());
    }

    /// <summary>
    /// Names the fields that are null unless the caller may see all of the record, and not only what is public of it.
    /// </summary>
    protected void WholeOnly(params string[] properties)
    {
        SignedIn(properties);
        foreach (var field in properties.Select(name => Fields.Find(name)!))
        {
            field.Resolver = new WholeOnly<T>((PropertyResolver<T>)field.Resolver!, Key);
            field.Description += " Null where you may read only what is public.";
            if (
                field.Type is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(NonNullGraphType<>)
            )
                field.Type = type.GetGenericArguments()[0];
        }
    }

    IDataLoaderResult INodeType.Load(IServiceProvider services, Guid key) =>
        services.GetRequiredService<ById<T>>().Load(key);

    /// <inheritdoc/>
    protected override IEnumerable<MemberInfo> GetRegisteredMembers() =>
        base.GetRegisteredMembers()
            .Where(m =>
                m is not PropertyInfo property || (property != KeyProperty && !HoldsEntity(property.PropertyType))
            );

    private static bool HoldsEntity(Type type) =>
        type.IsGenericType
            ? type.GetGenericArguments().Any(HoldsEntity)
            : type is { IsValueType: false } && type != typeof(string);
}
