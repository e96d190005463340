using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// Resolves a field by calling a public static method. The call is compiled on first use, since few of thousands are
/// ever made.
/// </summary>
/// <param name="method">The method.</param>
/// <param name="source">The type of the object whose field it is.</param>
/// <param name="arguments">For each parameter the field's argument; null if it is the object or injected.</param>
/// <param name="isStream">Whether the method finds the source of a subscription.</param>
internal sealed class MethodResolver(
    MethodInfo method,
    Type source,
    IReadOnlyList<QueryArgument?> arguments,
    bool isStream
) : IFieldResolver, ISourceStreamResolver, IReadsProperties
{
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(IResolveFieldContext));

    private static readonly MethodInfo GetArgument = new Func<IResolveFieldContext, string, object?, object?>(
        ResolveFieldContextExtensions.GetArgument
    ).Method.GetGenericMethodDefinition();

    private static readonly MethodInfo GetService = new Func<IServiceProvider, object>(
        ServiceProviderServiceExtensions.GetRequiredService<object>
    ).Method.GetGenericMethodDefinition();

    private readonly Lazy<IReadOnlyList<string>?> _reads = new(() => ReadProperties.By(method, source));
    private readonly Lazy<DirectCall?> _direct = new(() => DirectCall.Of(method, source, arguments));
    private MemberResolver? _call;

    public IReadOnlyList<string>? Reads => _reads.Value;

    /// <summary>The method called without a context; null if it takes arguments, or is awaited.</summary>
    public DirectCall? Direct => _direct.Value;

    private MemberResolver Call =>
        _call ??= isStream
            ? new SourceStreamMethodResolver(method, null!, Parameters())
            : new MemberResolver(method, null, Parameters());

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => Call.ResolveAsync(context);

    ValueTask<IObservable<object?>> ISourceStreamResolver.ResolveAsync(IResolveFieldContext context) =>
        ((SourceStreamMethodResolver)Call).ResolveStreamAsync(context);

    private LambdaExpression[] Parameters() =>
        [
            .. method
                .GetParameters()
                .Zip(arguments, (parameter, argument) => Expression.Lambda(Value(parameter, argument), Context)),
        ];

    private Expression Value(ParameterInfo parameter, QueryArgument? argument)
    {
        var type = parameter.ParameterType;
        if (argument is not null)
            return Expression.Call(
                GetArgument.MakeGenericMethod(type),
                Context,
                Expression.Constant(argument.Name),
                Expression.Default(type)
            );
        if (type == source)
            return Expression.Convert(Expression.Property(Context, nameof(IResolveFieldContext.Source)), type);
        if (type == typeof(IResolveFieldContext))
            return Context;
        if (type == typeof(CancellationToken))
            return Expression.Property(Context, nameof(IResolveFieldContext.CancellationToken));
        if (type.IsAssignableTo(typeof(IArguments)))
            return Expression.New(type.GetConstructor([typeof(IResolveFieldContext)])!, Context);

        var services = Expression.Property(Context, nameof(IResolveFieldContext.RequestServices));
        return Expression.Call(GetService.MakeGenericMethod(type), services);
    }
}
