using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// A GraphQL object made from a class: its public properties, and what the derived type adds as public static methods.
/// </summary>
/// <remarks>
/// A method takes the object first, then arguments and services in any order. One that bears a property's name replaces
/// it. Doc comments are the descriptions.
/// </remarks>
public abstract class ObjectType<T> : AutoRegisteringObjectGraphType<T>
{
    /// <summary>The type with the fields of its class, without the properties named here.</summary>
    protected ObjectType(params Expression<Func<T, object?>>[] hidden)
        : base(hidden)
    {
        if (GetType().GetCustomAttribute<SignedInAttribute>(inherit: false) is { } signedIn)
            this.WithMetadata(SignedInAttribute.Key, signedIn.Roles);
    }

    /// <inheritdoc/>
    protected override IEnumerable<MemberInfo> GetRegisteredMembers()
    {
        var own = StaticFields.Of(GetType()).ToList();
        var replaced = own.Select(StaticFields.NameOf).ToHashSet();
        return base.GetRegisteredMembers().Where(m => m is PropertyInfo && !replaced.Contains(m.Name)).Concat(own);
    }

    /// <inheritdoc/>
    protected override LambdaExpression BuildMemberInstanceExpression(MemberInfo memberInfo) =>
        typeof(T).IsAssignableTo(memberInfo.DeclaringType)
            ? base.BuildMemberInstanceExpression(memberInfo)
            : StaticFields.NoInstance(memberInfo);

    /// <inheritdoc/>
    protected override ArgumentInformation GetArgumentInformation<TParameter>(
        FieldType fieldType,
        ParameterInfo parameterInfo
    )
    {
        var argument = base.GetArgumentInformation<TParameter>(fieldType, parameterInfo);
        if (typeof(TParameter) == typeof(T))
            argument.SetDelegate(context => (TParameter)context.Source!);
        else
            StaticFields.Bind<TParameter>(argument);
        return argument;
    }

    /// <inheritdoc/>
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = StaticFields.Finish(base.CreateField(memberInfo), memberInfo);
        if (field is not null && memberInfo is PropertyInfo { GetMethod.IsStatic: false } property)
        {
            field.Resolver = new PropertyResolver<T>(property);
            field.Description += Descriptions.LengthOf(property);
        }

        return field;
    }
}
