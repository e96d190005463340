using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Resolves a field by reading a property, which needs nothing but the object.</summary>
internal interface IPropertyResolver
{
    /// <summary>The property's value.</summary>
    object? Get(object source);

    /// <summary>The writer of the property as a scalar; null if there is none.</summary>
    ScalarWriter? WriterOf(ScalarGraphType scalar, bool isRequired);
}

/// <summary>Resolves a field by reading a property, if the caller may.</summary>
internal interface IGuardedProperty
{
    /// <summary>The property; null if it depends on the object whether the caller may read it.</summary>
    IPropertyResolver? For(IServiceProvider services);
}

/// <summary>
/// A property of <typeparamref name="T"/>. Its getter is compiled on first use, since few of thousands are ever used.
/// </summary>
internal sealed class PropertyResolver<T>(PropertyInfo property) : IFieldResolver, IPropertyResolver, IReadsProperties
{
    private Func<T, object?>? _get;
    private (ScalarWriter? Writer, bool IsKnown) _writer;

    public IReadOnlyList<string> Reads { get; } = [property.Name];

    public object? Get(object source) => (_get ??= Compile())((T)source);

    public ScalarWriter? WriterOf(ScalarGraphType scalar, bool isRequired)
    {
        if (!_writer.IsKnown)
            _writer = (typeof(T).IsValueType ? null : ScalarWriter.Of(typeof(T), property, scalar, isRequired), true);
        return _writer.Writer;
    }

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(Get(context.Source!));

    private Func<T, object?> Compile()
    {
        var source = Expression.Parameter(typeof(T));
        return Expression
            .Lambda<Func<T, object?>>(
                Expression.Convert(
                    Expression.Property(property.GetMethod!.IsStatic ? null : source, property),
                    typeof(object)
                ),
                source
            )
            .Compile();
    }
}
