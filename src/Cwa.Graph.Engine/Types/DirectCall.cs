using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>A resolver's method that takes nothing but its object and services, called without a context.</summary>
internal sealed class DirectCall
{
    private readonly Func<object, object[], object?> _call;

    private DirectCall(IReadOnlyList<Type> services, Func<object, object[], object?> call) =>
        (Services, _call) = (services, call);

    /// <summary>The services that it takes.</summary>
    public IReadOnlyList<Type> Services { get; }

    /// <summary>Calls the method.</summary>
    public object? On(object source, object[] services) => _call(source, services);

    /// <summary>The call of a method; null if it takes more than its object and services, or is awaited.</summary>
    /// <param name="method">A static method.</param>
    /// <param name="source">The type of its object.</param>
    /// <param name="arguments">For each parameter the field's argument, if it is one.</param>
    public static DirectCall? Of(MethodInfo method, Type source, IReadOnlyList<QueryArgument?> arguments)
    {
        var parameters = method.GetParameters();
        var services = parameters.Select(p => p.ParameterType).Where(type => type != source).ToList();
        if (
            arguments.Any(argument => argument is not null)
            || !services.TrueForAll(StaticFields.IsService)
            || typeof(Task).IsAssignableFrom(method.ReturnType)
            || method.ReturnType.Name.StartsWith(nameof(ValueTask), StringComparison.Ordinal)
        )
            return null;

        var it = Expression.Parameter(typeof(object));
        var given = Expression.Parameter(typeof(object[]));
        var next = 0;
        var call = Expression.Call(
            method,
            parameters.Select(p =>
                p.ParameterType == source
                    ? Expression.Convert(it, source)
                    : Expression.Convert(Expression.ArrayIndex(given, Expression.Constant(next++)), p.ParameterType)
            )
        );
        return new(
            services,
            Expression
                .Lambda<Func<object, object[], object?>>(Expression.Convert(call, typeof(object)), it, given)
                .Compile()
        );
    }
}
