using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;

namespace Cwa.Graph.Engine;

/// <summary>Resolves a field by reading a property, which needs nothing but the object.</summary>
internal interface IPropertyResolver
{
    /// <summary>The property's value.</summary>
    object? Get(object source);
}

/// <summary>
/// A property of <typeparamref name="T"/>. Its getter is compiled on first use, since few of thousands are ever used.
/// </summary>
internal sealed class PropertyResolver<T>(PropertyInfo property) : IFieldResolver, IPropertyResolver
{
    private Func<T, object?>? _get;

    public object? Get(object source) => (_get ??= Compile())((T)source);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(Get(context.Source!));

    private Func<T, object?> Compile()
    {
        var source = Expression.Parameter(typeof(T));
        return Expression
            .Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(source, property), typeof(object)), source)
            .Compile();
    }
}
