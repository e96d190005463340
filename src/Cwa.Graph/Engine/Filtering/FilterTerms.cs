using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>Something that a `where` can name.</summary>
internal abstract record FilterTerm(string Name, string Description, Type InputType)
{
    /// <summary>The condition that the coerced input asks for.</summary>
    public abstract FilterNode Read(object input);
}

/// <summary>A member and its operators.</summary>
internal sealed record OperationsTerm(string Name, string Description, Type InputType, LambdaExpression Member, Func<object, object>? Normalise)
    : FilterTerm(Name, Description, InputType)
{
    /// <summary>What the member is worked out from beside the record, if it takes two.</summary>
    public Func<(Type, object?)>? Given { get; init; }

    public override FilterNode Read(object input)
    {
        var operations = (OperationValues)input;
        return new Combination(all: true, [.. operations.Asked.Select(asked => new Comparison(
            Name, Member, Given?.Invoke(), asked.Operation, operations.Type,
            asked.Operation.TakesList ? List(operations.Type, asked.Value) : One(asked.Value)))]);
    }

    private object? One(object? value) => value is null || Normalise is null ? value : Normalise(value);

    private Array? List(Type type, object? value)
    {
        if (value is not System.Collections.IEnumerable values)
            return null;
        var items = values.Cast<object?>().Select(One).ToList();
        var array = Array.CreateInstance(type, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return array;
    }
}

/// <summary>A record that the listed one points to; it must be one that the caller may see.</summary>
internal sealed record ObjectTerm(string Name, string Description, Type InputType, Type Other, LambdaExpression Member)
    : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object input) => new Nested(this, (FilterNode)input);

    private sealed class Nested(ObjectTerm term, FilterNode inner) : FilterNode
    {
        public override int Count => inner.Count;

        public override void Describe(QueryShape shape)
        {
            shape.Add(term.Name + "{");
            shape.Visibility.Of(term.Other)?.Describe(shape);
            inner.Describe(shape);
            shape.Add("}");
        }

        public override Expression Build(Expression source, QueryValues values)
        {
            var other = term.Member.Inline(source);
            var seen = values.Visibility.Of(term.Other)?.Build(other, values);
            var matches = inner.Build(other, values);
            return seen is null ? matches : Expression.AndAlso(seen, matches);
        }
    }
}

/// <summary>Records that belong to the listed one.</summary>
internal sealed record ListTerm(string Name, string Description, Type InputType, Type Other, LambdaExpression Member)
    : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object input) =>
        new Combination(all: true, [.. ((IEnumerable<Quantified>)input).Select(q => new Quantifier(this, q))]);

    private sealed class Quantifier(ListTerm term, Quantified asked) : FilterNode
    {
        // Looking through the records of every record weighs as much as ten comparisons.
        public override int Count => 10 + (asked.Inner?.Count ?? 0);

        public override void Describe(QueryShape shape)
        {
            shape.Add($"{term.Name} {asked.Kind}(");
            shape.Visibility.Of(term.Other)?.Describe(shape);
            asked.Inner?.Describe(shape);
            shape.Add(")");
        }

        // `all` is "none that the caller may see fails it": a record out of sight neither helps nor spoils a match.
        public override Expression Build(Expression source, QueryValues values)
        {
            var item = Expression.Parameter(term.Other, "item");
            var seen = values.Visibility.Of(term.Other)?.Build(item, values) ?? Expression.Constant(true);
            var inner = asked.Inner?.Build(item, values) ?? Expression.Constant(true);
            var matching = Expression.AndAlso(seen, asked.Kind == Quantified.All ? Expression.Not(inner) : inner);
            var any = Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Any), [term.Other], term.Member.Inline(source), Expression.Lambda(matching, item));
            return asked.Kind == Quantified.Some ? any : Expression.Not(any);
        }
    }
}
