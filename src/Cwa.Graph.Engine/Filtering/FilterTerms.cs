using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>A field of a `where` input.</summary>
internal abstract record FilterTerm(string Name, string Description, Type InputType)
{
    /// <summary>
    /// The condition that the coerced input asks for. Null is an input too, and differs from a field that is left out.
    /// </summary>
    public abstract FilterNode Read(object? input);
}

/// <summary>The fields `and` and `or`.</summary>
internal sealed record CombinationTerm(string Name, string Description, Type InputType, bool All)
    : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object? input)
    {
        if (input is not IEnumerable<object?> conditions)
            return new Refused(Name, "Give a list of conditions, or leave it out.");

        var parts = conditions.Cast<FilterNode>().ToList();
        var wrong = parts.FindIndex(part => part is Refused);
        return wrong < 0 ? new Combination(All, parts) : ((Refused)parts[wrong]).In($"{Name}[{wrong}]");
    }
}

/// <summary>A member and its operators.</summary>
internal sealed record OperationsTerm(
    string Name,
    string Description,
    Type InputType,
    LambdaExpression Member,
    Func<object, object>? Normalise
) : FilterTerm(Name, Description, InputType)
{
    /// <summary>The second value that the member is computed from, beside the record; null if it needs none.</summary>
    public Func<(Type, object?)>? Given { get; init; }

    /// <summary>
    /// The class of the record, if the member is null to callers who may not see all of the record; otherwise null.
    /// </summary>
    public Type? WholeOf { get; init; }

    /// <summary>The condition that finds a text by an index; null if there is none, or none for that text.</summary>
    public Func<string, FilterNode?>? Contains { get; init; }

    public override FilterNode Read(object? input)
    {
        if (input is not OperationValues operations)
            return new Refused(Name, "Write `{ eq: null }` for records without one, or leave it out.");

        foreach (var (operation, value) in operations.Asked)
        {
            if (value is null && !operation.KnowsNull)
            {
                var wanted = operation.TakesList ? "a list of values" : "a value";
                return new Refused(
                    $"{Name}.{operation.Name}",
                    $"Give {wanted}, or leave it out; `eq: null` finds records without one."
                );
            }
        }

        return new Combination(
            all: true,
            [
                .. operations.Asked.Select(asked =>
                    Of(
                        asked.Operation,
                        operations.Type,
                        asked.Operation.TakesList ? List(operations.Type, asked.Value!) : One(asked.Value)
                    )
                ),
            ]
        );
    }

    private FilterNode Of(Operation operation, Type type, object? value) =>
        (operation.Name == "contains" && value is string text ? Contains?.Invoke(text) : null)
        ?? new Comparison(Name, Member, Given?.Invoke(), WholeOf, operation, type, value);

    private object? One(object? value) => value is null || Normalise is null ? value : Normalise(value);

    private Array List(Type type, object value)
    {
        var items = ((System.Collections.IEnumerable)value).Cast<object?>().Select(One).ToList();
        var array = Array.CreateInstance(type, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return array;
    }
}

/// <summary>A condition on a related record that the caller may see; null asks for records without one.</summary>
/// <param name="Optional">Whether a record can be without a related one.</param>
internal sealed record ObjectTerm(
    string Name,
    string Description,
    Type InputType,
    Type Other,
    LambdaExpression Member,
    bool Optional
) : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object? input) =>
        input switch
        {
            null => new Without(this),
            Refused refused => refused.In(Name),
            _ => new Nested(this, (FilterNode)input),
        };

    // A related record that the caller may not see counts as absent.
    private List<Expression> There(Expression other, QueryValues values) =>
        [
            .. Optional
                ? [Expression.NotEqual(other, Expression.Constant(null, other.Type))]
                : Array.Empty<Expression>(),
            .. values.Visibility.Of(Other)?.Build(other, values) is { } seen ? [seen] : Array.Empty<Expression>(),
        ];

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
            var there = term.There(other, values);
            return there.Append(inner.Build(other, values)).Aggregate(Expression.AndAlso);
        }
    }

    private sealed class Without(ObjectTerm term) : FilterNode
    {
        public override void Describe(QueryShape shape)
        {
            shape.Add(term.Name + " null");
            shape.Visibility.Of(term.Other)?.Describe(shape);
        }

        public override Expression Build(Expression source, QueryValues values) =>
            term.There(term.Member.Inline(source), values) is { Count: > 0 } there
                ? Expression.Not(there.Aggregate(Expression.AndAlso))
                : Expression.Constant(false);
    }
}

/// <summary>A condition on the records that belong to a listed one.</summary>
internal sealed record ListTerm(string Name, string Description, Type InputType, Type Other, LambdaExpression Member)
    : FilterTerm(Name, Description, InputType)
{
    public override FilterNode Read(object? input)
    {
        if (input is not List<Quantified> asked)
            return new Refused(Name, "Write `{ any: false }` for records without any, or leave it out.");

        return asked.Find(q => q.Inner is Refused)?.Inner is Refused refused
            ? refused.In(Name)
            : new Combination(all: true, [.. asked.Select(q => new Quantifier(this, q))]);
    }

    private sealed class Quantifier(ListTerm term, Quantified asked) : FilterNode
    {
        // A subquery over related records costs about as much as ten comparisons.
        public override int Count => 10 + (asked.Inner?.Count ?? 0);

        public override void Describe(QueryShape shape)
        {
            shape.Add($"{term.Name} {asked.Kind}(");
            shape.Visibility.Of(term.Other)?.Describe(shape);
            asked.Inner?.Describe(shape);
            shape.Add(")");
        }

        // `all` means that no visible record fails the condition. Hidden records neither help nor prevent a match.
        public override Expression Build(Expression source, QueryValues values)
        {
            var item = Expression.Parameter(term.Other, "item");
            var seen = values.Visibility.Of(term.Other)?.Build(item, values) ?? Expression.Constant(true);
            var inner = asked.Inner?.Build(item, values) ?? Expression.Constant(true);
            var matching = Expression.AndAlso(seen, asked.Kind == Quantified.All ? Expression.Not(inner) : inner);
            var any = Expression.Call(
                typeof(Enumerable),
                nameof(Enumerable.Any),
                [term.Other],
                term.Member.Inline(source),
                Expression.Lambda(matching, item)
            );
            return asked.Kind == Quantified.Some ? any : Expression.Not(any);
        }
    }
}
