using System.Linq.Expressions;
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
            .Where(m => !m.IsSpecialName);

    public static string NameOf(MethodInfo method) =>
        method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^"Async".Length] : method.Name;

    // GraphQL.NET's MemberResolver wants an instance expression of the declaring type even for a static method.
    public static LambdaExpression NoInstance(MemberInfo member) =>
        Expression.Lambda(
            Expression.Constant(null, member.DeclaringType!),
            Expression.Parameter(typeof(IResolveFieldContext))
        );

    /// <summary>
    /// Binds a parameter that is not an argument: to the context if it reads arguments itself, or to a service.
    /// </summary>
    public static void Bind<TParameter>(ArgumentInformation argument)
    {
        if (typeof(TParameter).IsAssignableTo(typeof(IArguments)))
            argument.SetDelegate(FromContext<TParameter>());
        else if (IsService(typeof(TParameter)))
            argument.SetDelegate(context =>
                (TParameter)context.RequestServices!.GetRequiredService(typeof(TParameter))
            );
    }

    /// <summary>Lets the classes that a method takes and returns add to its field.</summary>
    public static FieldType? Finish(FieldType? field, MemberInfo member)
    {
        if (field is null || member is not MethodInfo method)
            return field;
        foreach (var part in method.GetParameters().Select(p => p.ParameterType).Prepend(Awaited(method.ReturnType)))
            part.GetCustomAttribute<FieldPartAttribute>()?.Declare(field, method, part);
        return field;
    }

    // The type inside a resolver's task and loader.
    private static Type Awaited(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var open
        && (open == typeof(Task<>) || open == typeof(IDataLoaderResult<>))
            ? Awaited(type.GetGenericArguments()[0])
            : type;

    private static Func<IResolveFieldContext, T> FromContext<T>()
    {
        var context = Expression.Parameter(typeof(IResolveFieldContext));
        return Expression
            .Lambda<Func<IResolveFieldContext, T>>(
                Expression.New(typeof(T).GetConstructor([typeof(IResolveFieldContext)])!, context),
                context
            )
            .Compile();
    }

    private static bool IsService(Type type) =>
        type.IsDefined(typeof(ServiceAttribute), inherit: true)
        || type.IsAssignableTo(typeof(TimeProvider))
        || type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true;
}
