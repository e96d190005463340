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

    // MemberResolver wants an instance expression of the declaring type even for a static method.
    public static LambdaExpression NoInstance(MemberInfo member) =>
        Expression.Lambda(
            Expression.Constant(null, member.DeclaringType!),
            Expression.Parameter(typeof(IResolveFieldContext))
        );

    /// <summary>Gives a parameter its page or its service instead of making it an argument.</summary>
    public static void Bind<TParameter>(ArgumentInformation argument)
    {
        if (typeof(TParameter).IsAssignableTo(typeof(IPage)))
            argument.SetDelegate(PageFactory<TParameter>());
        else if (IsService(typeof(TParameter)))
            argument.SetDelegate(context =>
                (TParameter)context.RequestServices!.GetRequiredService(typeof(TParameter))
            );
    }

    /// <summary>
    /// What a method's signature says of its field beyond its type: paging arguments, and how much a list can cost.
    /// </summary>
    public static FieldType? Finish(FieldType? field, MemberInfo member)
    {
        if (field is not null && ConnectionNode(member) is { } node)
            Paging.Declare(field, node, member.GetCustomAttribute<PageSizeAttribute>() ?? new());
        if (field is not null && WatchedNode(member) is { } watched)
            Watching.Declare(field, watched);
        return field;
    }

    private static Type? WatchedNode(MemberInfo member) =>
        (member as MethodInfo)
            ?.GetParameters()
            .Select(p => p.ParameterType)
            .FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Watch<>))
            ?.GetGenericArguments()[0];

    private static Type? ConnectionNode(MemberInfo member)
    {
        var type = (member as MethodInfo)?.ReturnType;
        while (type is { IsGenericType: true })
        {
            if (type.GetGenericTypeDefinition() == typeof(Connection<>))
                return type.GetGenericArguments()[0];
            type =
                type.GetGenericTypeDefinition() is var open
                && (open == typeof(Task<>) || open == typeof(IDataLoaderResult<>))
                    ? type.GetGenericArguments()[0]
                    : null;
        }

        return null;
    }

    private static Func<IResolveFieldContext, TPage> PageFactory<TPage>()
    {
        var context = Expression.Parameter(typeof(IResolveFieldContext));
        return Expression
            .Lambda<Func<IResolveFieldContext, TPage>>(
                Expression.New(typeof(TPage).GetConstructor([typeof(IResolveFieldContext)])!, context),
                context
            )
            .Compile();
    }

    private static bool IsService(Type type) =>
        type.IsDefined(typeof(ServiceAttribute), inherit: true)
        || type.IsAssignableTo(typeof(TimeProvider))
        || type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true;
}

/// <summary>
/// Marks a class or interface that a resolver asks for as a parameter: it is injected and is no argument.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Delegate)]
public sealed class ServiceAttribute : Attribute;
