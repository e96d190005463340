using System.Reflection;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>How a public static method becomes a field.</summary>
internal static class StaticFields
{
    public static IEnumerable<MethodInfo> Of(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName)
            .Concat(type.GetCustomAttributes<FieldsOfAttribute>().SelectMany(named => Of(named.Feature)));

    public static string NameOf(MethodInfo method) =>
        method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^"Async".Length] : method.Name;

    /// <summary>
    /// The field of a method that takes an object of the type <paramref name="source"/>, arguments and services in any
    /// order. The classes that the method takes and returns add to the field.
    /// </summary>
    public static FieldType? FieldOf(MethodInfo method, Type source, IGraphType type)
    {
        var information = new TypeInformation(method);
        information.ApplyAttributes();
        var field = new FieldType
        {
            Name = NameOf(method),
            DeprecationReason = method.ObsoleteMessage(),
            Type = information.ConstructGraphType(),
        };
        var arguments = method.GetParameters().Select(p => ArgumentOf(p, source, field)).ToList();
        field.Arguments = [.. arguments.OfType<QueryArgument>()];
        var returned = Awaited(method.ReturnType);
        var resolver = new MethodResolver(method, source, arguments, IsStream(returned));
        field.Resolver = resolver;
        field.StreamResolver = IsStream(returned) ? resolver : null;
        if (!field.ApplyAttributes(method, type))
            return null;

        foreach (var part in method.GetParameters().Select(p => p.ParameterType).Prepend(returned))
            part.GetCustomAttribute<FieldPartAttribute>()?.Declare(field, method, part);
        return field;
    }

    /// <summary>Lets a member's attributes change its field. False if one of them leaves it out.</summary>
    public static bool ApplyAttributes(this FieldType field, MemberInfo member, IGraphType type)
    {
        var isLeftOut = false;
        foreach (var attribute in member.GetGraphQLAttributes())
        {
            attribute.Modify(field, isInputType: false);
            attribute.Modify(field, isInputType: false, type, member, ref isLeftOut);
        }

        return !isLeftOut;
    }

    private static QueryArgument? ArgumentOf(ParameterInfo parameter, Type source, FieldType field)
    {
        if (parameter.ParameterType == source || IsInjected(parameter.ParameterType))
            return null;

        var information = new TypeInformation(parameter);
        information.ApplyAttributes();
        var (argument, _) = new ArgumentInformation(parameter, source, field, information).ConstructQueryArgument();
        foreach (var attribute in parameter.GetGraphQLAttributes())
        {
            attribute.Modify(argument!);
            attribute.Modify(argument!, parameter);
        }

        return argument;
    }

    private static bool IsInjected(Type type) =>
        type == typeof(IResolveFieldContext)
        || type == typeof(CancellationToken)
        || type.IsAssignableTo(typeof(IArguments))
        || IsService(type);

    /// <summary>Whether a parameter of this type is a service.</summary>
    public static bool IsService(Type type) =>
        type.IsAssignableTo(typeof(TimeProvider))
        || type.IsDefined(typeof(ServiceAttribute), inherit: true)
        || type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true;

    private static bool IsStream(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IObservable<>);

    // The type inside a resolver's task and loader.
    private static Type Awaited(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var open
        && (open == typeof(Task<>) || open == typeof(IDataLoaderResult<>))
            ? Awaited(type.GetGenericArguments()[0])
            : type;
}
