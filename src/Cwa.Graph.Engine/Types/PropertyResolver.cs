using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;

namespace Cwa.Graph.Engine;

/// <summary>Resolves a field by reading a property, for which nothing but the object is needed.</summary>
internal interface IPropertyResolver
{
    /// <summary>The property's value.</summary>
    object? Get(object source);
}

/// <summary>A property of <typeparamref name="T"/>, its getter compiled.</summary>
internal sealed class PropertyResolver<T> : IFieldResolver, IPropertyResolver
{
    private readonly Func<T, object?> _get;

    public PropertyResolver(PropertyInfo property)
    {
        var source = Expression.Parameter(typeof(T));
        _get = Expression
            .Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(source, property), typeof(object)), source)
            .Compile();
    }

    public object? Get(object source) => _get((T)source);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(_get((T)context.Source!));
}
