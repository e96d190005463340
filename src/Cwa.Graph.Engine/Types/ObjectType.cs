using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// A GraphQL object made from a class: its public properties, and the public static methods of the derived type and of
/// the classes that it names with <see cref="FieldsOfAttribute"/>.
/// </summary>
/// <remarks>
/// A method takes the object first, then arguments and services in any order. A method with a property's name replaces
/// that property. Doc comments become descriptions.
/// </remarks>
public abstract class ObjectType<T> : AutoRegisteringObjectGraphType<T>, IClassType
{
    /// <summary>The type with the fields of its class, without the properties named here.</summary>
    protected ObjectType(params Expression<Func<T, object?>>[] hidden)
        : base(hidden)
    {
        if (GetType().GetCustomAttribute<SignedInAttribute>(inherit: false) is { } signedIn)
            this.WithMetadata(SignedInAttribute.Key, signedIn.Roles);
    }

    Type IClassType.Class => typeof(T);

    /// <inheritdoc/>
    protected override IEnumerable<MemberInfo> GetRegisteredMembers()
    {
        var own = StaticFields.Of(GetType()).ToList();
        var replaced = own.Select(StaticFields.NameOf).ToHashSet();
        return base.GetRegisteredMembers().Where(m => m is PropertyInfo && !replaced.Contains(m.Name)).Concat(own);
    }

    /// <inheritdoc/>
    protected override FieldType? CreateField(MemberInfo memberInfo) =>
        memberInfo is PropertyInfo property
            ? PropertyField(property)
            : StaticFields.FieldOf((MethodInfo)memberInfo, typeof(T), this);

    // As the base class does it, except for the resolver: the base would compile one that is never used.
    private FieldType? PropertyField(PropertyInfo property)
    {
        var field = new FieldType
        {
            Name = property.Name,
            Description = DocComments.Of(property) + DocComments.LengthOf(property),
            DeprecationReason = property.ObsoleteMessage(),
            Type = GetTypeInformation(property).ConstructGraphType(),
            Resolver = new PropertyResolver<T>(property),
        };
        return field.ApplyAttributes(property, this) ? field : null;
    }
}
